/** A UTC day as the number of days since 1970-01-01. */
export type Day = number;

const dayMs = 86_400_000;

/** `YYYY-MM-DD` → day. @throws RangeError for anything else, and for days no calendar has. */
export function dayOf(date: string): Day {
  const day = Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day) || dateOf(day) !== date)
    throw new RangeError(`expected a day as YYYY-MM-DD, got "${date.slice(0, 40)}"`);
  return day;
}

/** Whether a text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  try {
    dayOf(text);
    return true;
  } catch {
    return false;
  }
}

/** The day of a moment in epoch milliseconds. */
export function dayAt(ms: number): Day {
  return Math.floor(ms / dayMs);
}

/** Day → `YYYY-MM-DD`. */
export function dateOf(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The first moment of a day as the engine's DateTime64 parameter. */
export function startOf(day: Day): string {
  return `${dateOf(day)} 00:00:00.000`;
}
