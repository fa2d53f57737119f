import type { Day } from './day.ts';
import { type Point, withoutDips } from './dips.ts';
import type { GradedTotals } from './reservations.ts';

/** Section 2, "Rounded and derived totals": the points of a running total between which it grows, in order of day. */

interface Graded extends Point {
  readonly isRounded: boolean;
}

const START_DAYS_MAX = 7;

/** @param madeOn the day the video or live was made, where known; products have none. */
export function countedPoints(totals: GradedTotals, madeOn?: Day): Point[] {
  const { exact = new Map(), rounded = new Map(), derived = new Map() } = totals;
  const isExact = exact.size > 0;
  const firm = isExact ? exact : rounded;
  const firmPoints = [
    ...startingPoint(firstDay(exact, rounded), madeOn),
    ...withoutDips([...firm].map(([day, total]) => ({ day, total, isRounded: !isExact }))),
  ];
  const loose = new Map<Day, Graded>();
  for (const [day, total] of derived) loose.set(day, { day, total, isRounded: false });
  if (isExact) for (const [day, total] of rounded) loose.set(day, { day, total, isRounded: true });
  for (const day of [...firm.keys(), ...firmPoints.map((point) => point.day)]) loose.delete(day);
  const points = [...firmPoints, ...fitted([...loose.values()], firmPoints)].toSorted((a, b) => a.day - b.day);
  return points.filter((point, place) => !(point.isRounded && points[place - 1]?.total === point.total));
}

/** A total first seen at most 7 days after the making was 0 on the day before the making. */
function startingPoint(first: Day | undefined, madeOn: Day | undefined): Graded[] {
  if (first === undefined || madeOn === undefined) return [];
  const age = first - madeOn;
  return age >= 0 && age <= START_DAYS_MAX ? [{ day: madeOn - 1, total: 0n, isRounded: false }] : [];
}

function firstDay(...seen: readonly ReadonlyMap<Day, bigint>[]): Day | undefined {
  const days = seen.flatMap((totals) => [...totals.keys()]);
  return days.length === 0 ? undefined : Math.min(...days);
}

/** Loose points between firm ones, none of them above the firm one after it or below any point before it. */
function fitted(loose: readonly Graded[], firm: readonly Point[]): Graded[] {
  return loose.flatMap((point) => {
    const before = firm.findLast(({ day }) => day < point.day);
    const after = firm.find(({ day }) => day > point.day);
    if (before !== undefined && after !== undefined && before.total > after.total) return [];
    const upToHere = loose.filter(({ day }) => day <= point.day && (before === undefined || day > before.day));
    const highest = [before ?? point, ...upToHere].reduce((a, b) => (b.total > a.total ? b : a)).total;
    return [{ ...point, total: after !== undefined && after.total < highest ? after.total : highest }];
  });
}
