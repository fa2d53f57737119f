const DAY_SECONDS = 86_400;

/** Days of a run, counted from 0; days before the run are negative. */
export interface Calendar {
  readonly days: number;
  /** UTC day as YYYY-MM-DD. */
  dateOf(day: number): string;
  /** Epoch seconds of midnight UTC at the beginning of the day. */
  secondsOf(day: number): number;
  /** 0 is Sunday. */
  weekdayOf(day: number): number;
  /** Whether it is a sale day as 9.9 or 11.11: the number of the day equals that of the month. */
  isCampaign(day: number): boolean;
}

/** @param endDate last day of the run, YYYY-MM-DD */
export function createCalendar(days: number, endDate: string): Calendar {
  const startSeconds = Date.parse(`${endDate}T00:00:00Z`) / 1000 - (days - 1) * DAY_SECONDS;
  const secondsOf = (day: number): number => startSeconds + day * DAY_SECONDS;
  const dateOf = (day: number): string => new Date(secondsOf(day) * 1000).toISOString().slice(0, 10);
  return {
    days,
    dateOf,
    secondsOf,
    weekdayOf: (day) => new Date(secondsOf(day) * 1000).getUTCDay(),
    isCampaign: (day) => dateOf(day).slice(5, 7) === dateOf(day).slice(8, 10),
  };
}
