/** UTC days are counted from 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400n;

export function momentMs(observedAt: string): number {
  return Date.parse(observedAt);
}

/** The UTC day of an ISO moment or date. */
export function dayOf(moment: string): Day {
  return Math.floor(Date.parse(moment) / DAY_MS);
}

export function dayOfEpochSeconds(seconds: bigint): Day {
  return Number(seconds / DAY_SECONDS);
}

/** A day as the number yyyyMMdd. */
export function yyyymmdd(day: Day): number {
  return Number(new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', ''));
}

/** A day as yyyy-MM-dd. */
export function dateOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The number of the week that a day is in: from Monday on. */
export function weekOf(day: Day): number {
  return Math.floor((day + 3) / 7);
}

export function mondayOf(week: number): Day {
  return week * 7 - 3;
}
