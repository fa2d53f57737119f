import { loadWithAutocannon } from './autocannon.ts';
import type { LoadOptions, LoadResult } from './load-options.ts';
import { loadAtRate } from './paced.ts';
import { hasWrk, loadWithWrk } from './wrk.ts';

/**
 * What sends requests as fast as they are answered: `wrk` where it is installed, since it takes half of the processor
 * or less.
 */
export function generatorName(): 'wrk' | 'autocannon' {
  return hasWrk() ? 'wrk' : 'autocannon';
}

/**
 * Keeps every connection busy with one request after the other, or sends so many requests a second.
 *
 * @throws Error when anything but a 200 comes back.
 */
export function load(options: LoadOptions): Promise<LoadResult> {
  const { ratePerSecond, mark } = options;
  if (ratePerSecond !== undefined) return loadAtRate(options, ratePerSecond);
  // Only one of the two can look at answers.
  const usesWrk = mark === undefined && generatorName() === 'wrk';
  return usesWrk ? loadWithWrk(options) : loadWithAutocannon(options);
}
