import { momentMs } from '../../fields/moments.ts';
import { type DateOrder, type Reader, type Reading, reading, saysNothing, Unreadable, unreadable } from './reader.ts';
import { momentIn, zoneOf } from './zones.ts';

const secondsOf2001 = 978_307_200;

/** When something was made, in epoch seconds: seconds or milliseconds since 1970, or a moment with its zone. */
export const epochSeconds = reading({
  reads: 'epoch seconds (or milliseconds, or ISO 8601 with a zone)',
  read(value) {
    const ms = momentGiven(value);
    return typeof ms === 'number' ? Math.floor(ms / 1000) : ms;
  },
} satisfies Reader);

/** When something was observed: ISO 8601 with a zone, or epoch seconds or milliseconds. */
export const moment = reading({
  reads: 'moment (ISO 8601 with a zone, or epoch seconds)',
  read(value) {
    const ms = momentGiven(value);
    return typeof ms === 'number' ? iso(ms) : ms;
  },
} satisfies Reader);

/** The last second of the day before an update: what it states are the numbers up to yesterday. */
export const dayBeforeUpdate = reading({
  reads: 'end of the UTC day before the moment (T+1)',
  read(value) {
    const ms = momentGiven(value);
    return typeof ms === 'number' ? iso(Math.floor(ms / 86_400_000) * 86_400_000 - 1000) : ms;
  },
} satisfies Reader);

const dayReader: Reader = {
  reads: 'end of the day (`2026-08-12`, `20260812`)',
  read(value) {
    const day = dayIn(value);
    return typeof day === 'string' ? `${day}T23:59:59Z` : day;
  },
};

/** The last second of a day of which the numbers are. */
export const endOfDay = reading(dayReader);

/** The last second of the day told with `--day`. */
export const endOfToldDay = { from: [], reader: dayReader, told: 'day' as const };

/**
 * A calendar day as it stands in local time: the date of `31/03/2026 21:09:23`, `2026-03-31 21:09`.
 *
 * @param order default: as the dates of the table tell.
 */
export function localDay(order?: DateOrder) {
  return reading({
    reads: `day of a local time${inOrder(order)}`,
    read: (value, known) => dayShown(value, known, order),
  });
}

/** As {@link localDay}: `YYYY-MM-DD`, or why it cannot be read. */
export function dayShown(value: unknown, known: Reading, order?: DateOrder): string | Unreadable | undefined {
  return dayOf(shownTime(value, order ?? known.dateOrder ?? 'day-first'));
}

function inOrder(order: DateOrder | undefined): string {
  return order === undefined ? ', in the order that the dates of the file tell' : `, ${order}`;
}

/** When a clock in the zone of the file showed a date and time, as a moment in UTC. */
export function localMoment(order?: DateOrder) {
  return reading({
    reads: `local date and time${inOrder(order)}`,
    asks: 'zone',
    read: (value, known) => inZone(value, order, known, iso),
  });
}

/** As {@link localMoment}, in epoch seconds. */
export function localSeconds(order?: DateOrder) {
  const reads = `local date and time${inOrder(order)}, as epoch seconds`;
  return reading({
    reads,
    asks: 'zone',
    read: (value, known) => inZone(value, order, known, (ms) => Math.floor(ms / 1000)),
  });
}

function inZone(
  value: unknown,
  order: DateOrder | undefined,
  { told, dateOrder }: Reading,
  written: (ms: number) => unknown,
): unknown {
  const shown = shownTime(value, order ?? dateOrder ?? 'day-first');
  if (typeof shown !== 'number') return shown;
  const zone = told.zone ?? zoneOf(told.region);
  if (zone === undefined) return new Unreadable('its local times have no time zone', 'zone');
  return written(momentIn(zone, shown));
}

function momentGiven(value: unknown): number | Unreadable | undefined {
  const number = typeof value === 'string' && /^\d{9,16}(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number === 'number') {
    if (number <= 0) return undefined;
    if (number < secondsOf2001) return unreadable('seconds since 1970', value);
    return number > 1e11 ? number : number * 1000;
  }
  if (typeof value !== 'string') return unreadable('a moment', value);
  const given = value.trim();
  if (saysNothing(given) || given === '0') return undefined;
  const ms = momentMs(given.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? unreadable('a moment with its time zone, or epoch seconds', value) : ms;
}

/** `YYYY-MM-DD` of a value that is a day. */
export function dayIn(value: unknown): string | Unreadable | undefined {
  const given = String(value).trim();
  if (saysNothing(given) || given === '0') return undefined;
  const [, year, month, day] =
    /^(\d{4})([-/.]?)(\d\d)\2(\d\d)(?:$|[T ])/.exec(given)?.filter((_, at) => at !== 2) ?? [];
  return dayOf(shownMs([year, month, day])) ?? unreadable('a day, such as 2026-08-12 or 20260812', value);
}

const isoLike = /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?)?$/;
const slashed = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([AP])?\.?M?\.?)?$/i;

/** What a clock showed, as milliseconds since the epoch if it were UTC. */
function shownTime(value: unknown, order: DateOrder): number | Unreadable | undefined {
  if (typeof value !== 'string') return unreadable('a date and time', value);
  const given = value.trim();
  if (saysNothing(given)) return undefined;
  const ms = shownMs(isoLike.exec(given)?.slice(1) ?? slashedParts(given, order) ?? []);
  return ms ?? unreadable(`a date and time, ${order === 'day-first' ? 'dd/mm/yyyy' : 'mm/dd/yyyy'} hh:mm`, value);
}

function slashedParts(given: string, order: DateOrder): readonly (string | undefined)[] | undefined {
  const [, first, second, year, hour, minute, sec, half] = slashed.exec(given) ?? [];
  if (year === undefined) return undefined;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const hours = half === undefined ? hour : String((Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0));
  return [year, month, day, hours, minute, sec];
}

/** Undefined for days that no calendar has. */
function shownMs([year, month, day, hour, minute, second]: readonly (string | undefined)[]): number | undefined {
  if (year === undefined) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(midnight);
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return undefined;
  const time = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  return time < 86_400 ? midnight + time * 1000 : undefined;
}

function dayOf(ms: number | Unreadable | undefined): string | Unreadable | undefined;
function dayOf(ms: number | undefined): string | undefined;
function dayOf(ms: number | Unreadable | undefined): string | Unreadable | undefined {
  return typeof ms === 'number' ? new Date(ms).toISOString().slice(0, 10) : ms;
}

function iso(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
