import { type Limits, mismatch, type Verdict } from './field-check.ts';
import { type Bound, columnOf, declaring, type Field, type FieldType, type StampedType } from './field-type.ts';
import { wholeValue, written } from './numbers.ts';
import { wholeStamp } from './stamps.ts';

const dayMs = 86_400_000;

/** What is further ahead is no clock that runs behind. */
const clockErrorMs = 366 * dayMs;

/** The limits of a run of ingest that starts at `nowMs`: from the year 2000 to a day ahead, plans to a year ahead. */
export function limitsAt(nowMs: number): Limits {
  return { nowMs, earliestMs: Date.UTC(2000), latestMs: nowMs + dayMs, plannedMs: nowMs + 366 * dayMs };
}

/** When something was observed: ISO 8601 with a zone, such as `2026-08-12T15:30:57.651Z`. */
export const moment = declaring({
  check: checkMoment,
  name: 'timestamp',
  column: columnOf("DateTime64(3, 'UTC')"),
  bound: (name, value) => outOfTime(name, `toInt64(${value})`),
});

/** As {@link moment}, midnight of the `date` of the record when it is not given; bounded as that is. */
export const momentOfDate = declaring<FieldType>({
  check: checkMoment,
  name: 'timestamp',
  column: columnOf("DateTime64(3, 'UTC')"),
  default: "toDateTime64(date, 3, 'UTC')",
});

/** When something was made: whole seconds since the epoch, as a number or a string. */
export const epochSeconds = declaring(seconds('epoch seconds', (limits) => limits.latestMs));

/** As {@link epochSeconds}, up to a year ahead: a live may be planned. */
export const plannedSeconds = declaring(seconds('epoch seconds, up to a year ahead', (limits) => limits.plannedMs));

/** As {@link epochSeconds}, in milliseconds. */
export const epochMilliseconds = declaring<StampedType>({
  check(value, limits) {
    const ms = wholeValue(value);
    if (ms === undefined) return mismatch('whole milliseconds since 1970-01-01', value);
    const { earliestMs, latestMs } = limits;
    if (within(ms, earliestMs, latestMs)) return written(value);
    return outside('milliseconds since 1970-01-01', value, ms, limits, latestMs);
  },
  normal: Number,
  name: 'epoch milliseconds',
  column: columnOf('Int64'),
  bound: (name, value) => outOfTime(name, `intDiv(${value}, 1000)`),
  stamp: wholeStamp,
});

const dateType: FieldType = { check: checkDate, name: 'date', column: columnOf('Date') };

/** A day, `YYYY-MM-DD`. */
export const date = declaring(dateType);

/** The last day of a range of at most `daysMax` days that begins on the day of another column. */
export function lastDayOf(firstDay: string, daysMax: number, meaning: string): Field {
  const bound: Bound = (name, value) =>
    `if(${value} BETWEEN ${firstDay} AND ${firstDay} + ${daysMax - 1}, '', concat('${name} is ', toString(${value}), '; '))`;
  return { meaning, type: { ...dateType, bound } };
}

function seconds(name: string, maxMs: (limits: Limits) => number): StampedType {
  return {
    check: (value, limits) => checkSeconds(value, limits, maxMs(limits)) ?? written(value),
    normal: Number,
    name,
    column: columnOf('Int64'),
    bound: outOfTime,
    stamp: wholeStamp,
  };
}

/** Of epoch seconds. */
function outOfTime(name: string, value: string): string {
  return `vitrineOutOfTime('${name}', ${value})`;
}

function checkMoment(value: unknown, limits: Limits): Verdict {
  const ms = typeof value === 'string' ? momentMs(value) : Number.NaN;
  if (Number.isNaN(ms)) return mismatch('a timestamp with a time zone, such as 2026-08-12T15:30:57Z', value);
  const { earliestMs, latestMs } = limits;
  return within(ms, earliestMs, latestMs) ? undefined : outside('a timestamp', value, ms, limits, latestMs);
}

function checkSeconds(value: unknown, limits: Limits, maxMs: number): Verdict {
  const seconds = wholeValue(value);
  if (seconds === undefined) return mismatch('whole seconds since 1970-01-01', value);
  const ms = seconds * 1000;
  return within(ms, limits.earliestMs, maxMs)
    ? undefined
    : outside('seconds since 1970-01-01', value, ms, limits, maxMs);
}

function checkDate(value: unknown, limits: Limits): Verdict {
  const ms = typeof value === 'string' && value.length === 10 ? dayStartMs(value) : Number.NaN;
  if (Number.isNaN(ms)) return mismatch('a date such as 2026-08-12', value);
  const { earliestMs, latestMs } = limits;
  return within(ms, earliestMs, latestMs) ? undefined : outside('a date', value, ms, limits, latestMs);
}

function within(ms: number, minMs: number, maxMs: number): boolean {
  return ms >= minMs && ms <= maxMs;
}

function outside(what: string, value: unknown, ms: number, limits: Limits, maxMs: number): string {
  const words = mismatch(`${what} from 2000-01-01 to ${iso(maxMs)}`, value);
  const isNear = ms > maxMs && ms <= maxMs + clockErrorMs;
  return isNear ? `${words}; if it is right, the clock of this machine (${iso(limits.nowMs)}) is wrong` : words;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

const momentPattern = /^\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Milliseconds since the epoch; NaN when the text is not a moment with a zone. */
export function momentMs(text: string): number {
  if (!momentPattern.test(text) || Number.isNaN(dayStartMs(text))) return Number.NaN;
  return Date.parse(text);
}

/** Start of the UTC day that the first ten characters name; NaN for days that no calendar has. */
function dayStartMs(text: string): number {
  const day = twoDigits(text, 8);
  const ms = Date.UTC(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5) - 1, day);
  const separated = text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
  return separated && new Date(ms).getUTCDate() === day ? ms : Number.NaN;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
