import { isZone, offsetMs } from './time-zones.ts';

/** A time of every day, in a time zone. */
export interface DailyTime {
  readonly hour: number;
  readonly minute: number;
  /** Of the IANA database, such as `Asia/Jakarta`. */
  readonly zone: string;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** `06:00` in a zone; undefined where one of them is none. */
export function dailyTime(time: string, zone: string): DailyTime | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hour === undefined || !isZone(zone) ? undefined : { hour: Number(hour), minute: Number(minute), zone };
}

/** The day that the calendar of a zone shows at a moment, `YYYY-MM-DD`. */
export function dayIn(zone: string, ms: number): string {
  return new Date(ms + offsetMs(zone, ms)).toISOString().slice(0, 10);
}

/**
 * When the time comes on a day of the zone's calendar, epoch milliseconds. Where clocks skip it, as much later as they
 * skip; where they show it twice, the first time.
 */
export function momentOn(day: string, { hour, minute, zone }: DailyTime): number {
  const shown = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * minuteMs;
  const offsets = [shown - dayMs, shown + dayMs].map((ms) => offsetMs(zone, ms));
  const moments = offsets.map((offset) => shown - offset).sort((a, b) => a - b);
  const [earlier = shown, later = shown] = moments;
  const isShown = (ms: number) => ms + offsetMs(zone, ms) === shown;
  return moments.find(isShown) ?? Math.max(earlier, later);
}

/** When the time comes next, after a moment. */
export function nextMoment(time: DailyTime, afterMs: number): number {
  const days = [0, 1, 2].map((days) => dayIn(time.zone, afterMs + days * dayMs));
  const moments = days.map((day) => momentOn(day, time));
  return moments.find((moment) => moment > afterMs) ?? Number.NaN;
}
