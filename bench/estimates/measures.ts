import { intervalOf80 } from '../../packages/server/src/estimates/interval.ts';
import type { Judged } from './levels.ts';

/** An estimate and what is true. */
type Compared = Pick<Judged, 'estimate' | 'truth'>;

/** The sum of all misses, against the sum of what is true. */
export function wape(judged: readonly Compared[]): number {
  return total(judged, ({ estimate, truth }) => Math.abs(estimate - truth)) / total(judged, ({ truth }) => truth);
}

/** What all estimates together are too high by (negative: too low), against what is true. */
export function bias(judged: readonly Compared[]): number {
  return total(judged, ({ estimate, truth }) => estimate - truth) / total(judged, ({ truth }) => truth);
}

/** An estimate of nothing where something was sold would be infinitely wrong. */
const least = 0.05;

/** The Poisson deviance: unlike the WAPE it does not get better by calling small estimates 0. */
export function deviance(judged: readonly Compared[]): number {
  return total(judged, ({ estimate, truth }) => {
    const mean = Math.max(least, estimate);
    return 2 * ((truth > 0 ? truth * Math.log(truth / mean) : 0) - (truth - mean));
  });
}

/** Estimates from so many units on, up to those of the next. */
export const sizes = [0, 1, 10, 100] as const;

/** Of how many entities something was sold or estimated, and of how many of these the truth is in the interval, by size of the estimate. */
export interface Coverage {
  readonly judged: readonly number[];
  readonly covered: readonly number[];
}

/** Entities of which hardly anything was sold or estimated would all be covered: they do not count. */
export function coverage(judged: readonly Judged[]): Coverage {
  const counted = judged.filter(({ estimate, truth, parts }) => parts.length > 0 && (truth > 0 || estimate >= 0.5));
  const bySize = (of: readonly Judged[]) =>
    sizes.map(
      (from, place) =>
        of.filter((each) => each.estimate >= from && each.estimate < (sizes[place + 1] ?? Infinity)).length,
    );
  return { judged: bySize(counted), covered: bySize(counted.filter(isCovered)) };
}

function isCovered({ truth, parts }: Judged): boolean {
  const { low, high } = intervalOf80(parts);
  return truth >= low && truth <= high;
}

/** The geometric mean. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(Math.max(1e-9, value)), 0) / values.length);
}

/** The standard error of the geometric mean, in the same terms. */
export function geometricSpread(values: readonly number[]): number {
  const logs = values.map((value) => Math.log(Math.max(1e-9, value)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  return Math.exp(mean) * Math.sqrt(variance / logs.length);
}

function total(judged: readonly Compared[], of: (each: Compared) => number): number {
  return judged.reduce((sum, each) => sum + of(each), 0);
}
