import { UsageError } from './usage.ts';

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A length of time given as text such as `30m`, `24h`, `90d` or `0`: milliseconds. @throws UsageError */
export function durationGiven(name: string, text: string): number {
  const durationMs = durationOf(text);
  if (durationMs !== undefined) return durationMs;
  throw new UsageError(`${name}: expected a duration such as 30m, 24h or 7d, got ${JSON.stringify(text)}`);
}

/**
 * A moment given as a day (its beginning, UTC), as an ISO 8601 time with its zone, or as a duration from now: epoch
 * milliseconds; undefined when it was not given.
 *
 * @throws UsageError
 */
export function momentGiven(name: string, text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  const durationMs = durationOf(text);
  const moment = durationMs === undefined ? isoMoment(text) : now + durationMs;
  if (moment !== undefined) return moment;
  const expected = 'a day as YYYY-MM-DD, a time as 2026-12-31T18:00:00Z, or a duration from now such as 90d';
  throw new UsageError(`${name}: expected ${expected}, got ${JSON.stringify(text)}`);
}

/** The same, in the future. Checked here, for the server speaks of milliseconds. @throws UsageError */
export function laterGiven(name: string, text: string | undefined, now: number): number | undefined {
  const moment = momentGiven(name, text, now);
  if (moment === undefined || moment > now) return moment;
  throw new UsageError(`${name}: expected a time in the future, got ${JSON.stringify(text)}`);
}

function durationOf(text: string): number | undefined {
  if (text === '0') return 0;
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (unitMs[unit ?? ''] ?? 0);
}

function isoMoment(text: string): number | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.exec(text)?.[1];
  const moment = Date.parse(text);
  // A day that no month has would be taken for one of the next.
  if (day === undefined || Number.isNaN(moment) || !isDay(day)) return undefined;
  return moment;
}

/** Whether a text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const start = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
}
