import type { Day } from './day.ts';
import { type Point, withoutDips } from './dips.ts';

/** Section 2, "Daily series of a running total". */
export interface Series {
  /** Growth of each day that lies in a gap; a day that lies in none has no entry. */
  readonly growth: ReadonlyMap<Day, bigint>;
  readonly firstDay: Day | undefined;
  readonly first: bigint | undefined;
}

const START_DAYS_MAX = 7;

/** @param madeOn the day the video or live was made, where known; products have none. */
export function dailySeries(totals: ReadonlyMap<Day, bigint>, madeOn?: Day): Series {
  const observed = withoutDips([...totals].map(([day, total]) => ({ day, total })));
  const points = [...startingPoint(observed[0], madeOn), ...observed];
  const growth = new Map<Day, bigint>();
  points.slice(1).forEach((to, index) => {
    const from = points[index];
    if (from !== undefined) spread(from, to, growth);
  });
  return { growth, firstDay: observed[0]?.day, first: observed[0]?.total };
}

/** A total first seen at most 7 days after the making was 0 on the day before the making. */
function startingPoint(first: Point | undefined, madeOn: Day | undefined): Point[] {
  if (first === undefined || madeOn === undefined) return [];
  const age = first.day - madeOn;
  return age >= 0 && age <= START_DAYS_MAX ? [{ day: madeOn - 1, total: 0n }] : [];
}

function spread(from: Point, to: Point, growth: Map<Day, bigint>): void {
  const gap = BigInt(to.day - from.day);
  const delta = to.total > from.total ? to.total - from.total : 0n;
  for (let j = 1n; j <= gap; j++) {
    growth.set(from.day + Number(j), (j * delta) / gap - ((j - 1n) * delta) / gap);
  }
}

export function growthOn(series: Series, day: Day): bigint {
  return series.growth.get(day) ?? 0n;
}
