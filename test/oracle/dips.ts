import type { Day } from './day.ts';

/** A total as it was observed on a day. */
export interface Point {
  readonly day: Day;
  readonly total: bigint;
}

/** Section 2, "Dips". */
const OBSERVED_DAYS_MAX = 7;

/** The points of a running total, in order of day, without those of its dips. */
export function withoutDips<P extends Point>(points: readonly P[]): P[] {
  const dips = points.flatMap((_, place) => dipAfter(points, place));
  return points.filter((_, place) => !dips.some(({ from, to }) => from < place && place < to));
}

/**
 * The fall after a point, and the point that makes it good; none where it is no fall to less than half or not made
 * good.
 */
function dipAfter(points: readonly Point[], from: number): { readonly from: number; readonly to: number }[] {
  const [before, fallen] = points.slice(from);
  if (before === undefined || fallen === undefined || 2n * fallen.total >= before.total) return [];
  const after = points.slice(from + 2, from + 2 + OBSERVED_DAYS_MAX);
  const back = after.findIndex(({ total }) => 10n * total >= 9n * before.total);
  return back < 0 ? [] : [{ from, to: from + 2 + back }];
}
