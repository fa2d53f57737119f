import { loadWithAutocannon } from './autocannon.ts';
import type { LoadOptions, LoadResult } from './load-options.ts';
import { hasWrk, loadWithWrk } from './wrk.ts';

/**
 * What sends requests as fast as they are answered: `wrk` where it is installed, since it takes half of the processor
 * or less.
 */
export function generatorName(): 'wrk' | 'autocannon' {
  return hasWrk() ? 'wrk' : 'autocannon';
}

/**
 * Keeps every connection busy with one request after the other.
 *
 * @throws Error when anything but a 200 comes back.
 */
export function load(options: LoadOptions): Promise<LoadResult> {
  const { ratePerSecond, mark } = options;
  // Only one of the two can keep a rate and look at answers.
  const usesWrk = ratePerSecond === undefined && mark === undefined && generatorName() === 'wrk';
  return usesWrk ? loadWithWrk(options) : loadWithAutocannon(options);
}
