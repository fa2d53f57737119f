/** Lengths of a period, as the API numbers them. */
export const periodKinds = { day: 1, week: 2, month: 3 } as const;
export type PeriodKind = keyof typeof periodKinds;

/** A day of the calendar that an address names, yyyy-MM-dd; undefined when it names none. */
export function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** First day of the period that a day is in, yyyy-MM-dd: the day, the Monday, or the 1st. */
export function firstDay(kind: PeriodKind, day: string): string {
  if (kind === 'day') return day;
  if (kind === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (momentOf(day).getUTCDay() + 6) % 7;
  return shifted(day, -weekday);
}

/** First day of the period before, or with 1 of the one after. */
export function neighbour(kind: PeriodKind, day: string, by: -1 | 1): string {
  if (kind === 'month') {
    const moment = momentOf(day);
    return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + by, 1)).toISOString().slice(0, 10);
  }
  return shifted(day, by * (kind === 'week' ? 7 : 1));
}

function shifted(day: string, days: number): string {
  return new Date(momentOf(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

function momentOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
