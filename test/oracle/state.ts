import { type Day, dayOf, momentMs } from './day.ts';
import type { Timed } from './observation.ts';

/** Section 1, "State of a day". */
type Value = bigint | string;

interface Sighting<V> {
  readonly atMs: number;
  readonly value: V;
}

/** The current value of a field: the last one seen. Undefined when it never was. */
export function currentValue<R extends Timed, V extends Value>(
  records: readonly R[],
  read: (record: R) => V | undefined,
): V | undefined {
  return lastSeen(sightings(records, read));
}

/** The value of a field on each day it was seen, in order of day. */
export function valueByDay<R extends Timed, V extends Value>(
  records: readonly R[],
  read: (record: R) => V | undefined,
): ReadonlyMap<Day, V> {
  const days = [...new Set(records.map((record) => dayOf(record.observed_at)))].sort((a, b) => a - b);
  const values = new Map<Day, V>();
  for (const day of days) {
    const ofDay = records.filter((record) => dayOf(record.observed_at) === day);
    const value = currentValue(ofDay, read);
    if (value !== undefined) values.set(day, value);
  }
  return values;
}

function sightings<R extends Timed, V>(records: readonly R[], read: (record: R) => V | undefined): Sighting<V>[] {
  return records.flatMap((record) => {
    const value = read(record);
    return value === undefined ? [] : [{ atMs: momentMs(record.observed_at), value }];
  });
}

function lastSeen<V extends Value>(seen: readonly Sighting<V>[]): V | undefined {
  const atMsMax = seen.reduce((max, sighting) => Math.max(max, sighting.atMs), Number.NEGATIVE_INFINITY);
  const last = seen.filter((sighting) => sighting.atMs === atMsMax).map((sighting) => sighting.value);
  return last.length === 0 ? undefined : last.reduce(larger);
}

/** Numbers by size, texts by their bytes. */
export function larger<V extends Value>(a: V, b: V): V {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0 ? b : a;
  return a < b ? b : a;
}
