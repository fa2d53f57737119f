import { type Day, dateOf, dayOf } from '../../warehouse/day.ts';

/** Lengths of a period, by the values of `rank_type`. */
export const periodKinds = { 1: 'day', 2: 'week', 3: 'month' } as const;

type PeriodKind = (typeof periodKinds)[keyof typeof periodKinds];

/** First and last day, both included. */
export interface Period {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** @throws RangeError for anything but a value of `rank_type`. */
export function periodKindOf(rankType: string): PeriodKind {
  const kind = periodKinds[Number(rankType) as keyof typeof periodKinds];
  if (kind === undefined) throw new RangeError(`expected 1, 2 or 3, got "${rankType.slice(0, 40)}"`);
  return kind;
}

/** First day of the day, of the week from Monday on, or of the month that a date (`YYYY-MM-DD`) is in. */
export function firstDateOf(kind: PeriodKind, date: string): string {
  const day = dayOf(date);
  if (kind === 'day') return date;
  return kind === 'month' ? `${date.slice(0, 8)}01` : dateOf(day - daysSinceMonday(day));
}

/** The period that begins on a date (`YYYY-MM-DD`). */
export function periodFrom(kind: PeriodKind, date: string): Period {
  const firstDay = dayOf(date);
  return { firstDay, lastDay: firstDay + daysOf(kind, date) - 1 };
}

function daysOf(kind: PeriodKind, firstDate: string): number {
  if (kind === 'day') return 1;
  if (kind === 'week') return 7;
  const [year, month] = firstDate.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
}

/** The first day of all, 1970-01-01, was a Thursday. */
function daysSinceMonday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}
