import type { Day } from './day.ts';

/** Section 4, "Windows". */
export const WINDOWS = [1, 7, 15, 30, 60, 90] as const;

/** Whether a day is one of asOf−N+1 … asOf. */
export function inWindow(day: Day, asOf: Day, days: number): boolean {
  return day > asOf - days && day <= asOf;
}

/** The sum over the days of a window. */
export function windowSum(byDay: Iterable<readonly [Day, bigint]>, asOf: Day, days: number): bigint {
  return [...byDay].reduce((sum, [day, value]) => (inWindow(day, asOf, days) ? sum + value : sum), 0n);
}
