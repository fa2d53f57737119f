import type { Day } from './day.ts';
import type { Point } from './dips.ts';
import { countedPoints } from './points.ts';
import type { GradedTotals } from './reservations.ts';

/** Section 2, "Daily series of a running total". */
export interface Series {
  /** Growth of each day that lies in a gap; a day that lies in none has no entry. */
  readonly growth: ReadonlyMap<Day, bigint>;
  readonly firstDay: Day | undefined;
  readonly first: bigint | undefined;
}

/**
 * @param madeOn the day the video or live was made, where known; products and creators have none.
 * @param falls what they are: followers are lost.
 */
export function dailySeries(
  totals: GradedTotals,
  madeOn?: Day,
  falls: 'corrections' | 'losses' = 'corrections',
): Series {
  const points = countedPoints(totals, madeOn);
  const growth = new Map<Day, bigint>();
  points.slice(1).forEach((to, index) => {
    const from = points[index];
    if (from !== undefined) spread(from, to, growth, falls);
  });
  return { growth, firstDay: points[0]?.day, first: points[0]?.total };
}

function spread(from: Point, to: Point, growth: Map<Day, bigint>, falls: 'corrections' | 'losses'): void {
  const gap = BigInt(to.day - from.day);
  const delta = to.total > from.total || falls === 'losses' ? to.total - from.total : 0n;
  for (let j = 1n; j <= gap; j++) {
    growth.set(from.day + Number(j), (j * delta) / gap - ((j - 1n) * delta) / gap);
  }
}

export function growthOn(series: Series, day: Day): bigint {
  return series.growth.get(day) ?? 0n;
}
