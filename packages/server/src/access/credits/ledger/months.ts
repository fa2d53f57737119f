/** The month a moment lies in, of months that begin where an anchor says. All in epoch milliseconds. */
export interface Period {
  readonly startsAt: number;
  /** The first moment of the next one. */
  readonly endsAt: number;
}

/**
 * The month around `moment`, counted from `anchor` in UTC: on its day and at its time, or on the last day of a month
 * that has no such day. An anchor on the first of a month at midnight gives calendar months.
 */
export function monthAround(anchor: number, moment: number): Period {
  const count = monthsBetween(anchor, moment);
  const first = monthsAfter(anchor, count) > moment ? count - 1 : count;
  return { startsAt: monthsAfter(anchor, first), endsAt: monthsAfter(anchor, first + 1) };
}

/** The first moment of the calendar month a moment lies in, UTC. */
export function calendarMonthStart(moment: number): number {
  const date = new Date(moment);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

function monthsBetween(anchor: number, moment: number): number {
  const [from, to] = [new Date(anchor), new Date(moment)];
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}

function monthsAfter(anchor: number, count: number): number {
  const from = new Date(anchor);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + count];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastDay);
  const timeOfDayMs = anchor - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate());
  return Date.UTC(year, month, day) + timeOfDayMs;
}
