import { isRecord, type JsonRecord } from '../fields/records.ts';
import { valueAt } from './paths.ts';
import { amount } from './readers/amounts.ts';
import { count } from './readers/counts.ts';
import { dayIn } from './readers/moments.ts';
import { type Reading, Rounded, Unreadable, unreadable } from './readers/reader.ts';
import type { BackCast } from './source.ts';

const dayMs = 86_400_000;

/** How the windows of a row are read. */
export interface WindowReading {
  readonly reading: Reading;
  /** Steps of the totals that are rounded, by their fields. */
  readonly steps: ReadonlyMap<string, number>;
  /** Is told of a window that cannot be read, or does not fit the total or the other windows. */
  untrue(column: string, reason: string, value: unknown): void;
}

/**
 * The derived records of a row whose record says what its totals are at the end of a day. A window that is larger than
 * the total, or smaller than a shorter one, is told and passed over.
 */
export function backCast(
  declaration: BackCast,
  record: JsonRecord,
  values: JsonRecord,
  windows: WindowReading,
): readonly JsonRecord[] {
  const dayEnd = Date.parse(String(record['observed_at']));
  if (Number.isNaN(dayEnd)) return [];
  const row = new RowWindows(record, values, windows, Math.floor(dayEnd / dayMs));
  for (const [field, columns] of Object.entries(declaration.windows ?? {})) row.addWindows(field, columns);
  if (declaration.days !== undefined) row.addDays(declaration.days);
  const kept = Object.fromEntries(declaration.keeps.map((name) => [name, record[name]]));
  return [...row.totals].map(([at, fields]) => ({ ...kept, observed_at: startOf(at), derived: 1, ...fields }));
}

/** A window, and how far it may be off because it is rounded. */
interface Window {
  readonly value: number;
  readonly step: number;
}

class RowWindows {
  /** What totals were at the end of earlier days, newest first. */
  readonly totals = new Map<number, Record<string, number>>();
  readonly #record: JsonRecord;
  readonly #values: JsonRecord;
  readonly #windows: WindowReading;
  readonly #day: number;

  constructor(record: JsonRecord, values: JsonRecord, windows: WindowReading, day: number) {
    this.#record = record;
    this.#values = values;
    this.#windows = windows;
    this.#day = day;
  }

  addWindows(field: string, columns: Readonly<Record<number, string>>): void {
    const total = this.#record[field];
    if (typeof total !== 'number') return;
    let later: Window = { value: total, step: this.#windows.steps.get(field) ?? 0 };
    for (const [days, column] of Object.entries(columns)) {
      const window = this.#windowAt(field, column, valueAt(this.#values, column));
      const before = window === undefined ? undefined : this.#before(total, window, later, column);
      if (before === undefined) continue;
      later = before;
      this.#put(this.#day - Number(days), field, before.value);
    }
  }

  /** The total before a window: between 0 and what it was before a shorter one, but for what rounding explains. */
  #before(total: number, { value, step }: Window, later: Window, column: string): Window | undefined {
    const off = step + later.step;
    const before = difference(total, value);
    if (before < -off) return this.#refuse(column, `at most the total (${total})`, value);
    if (before > later.value + off)
      return this.#refuse(column, `at least the shorter window (${difference(total, later.value)})`, value);
    return { value: Math.min(Math.max(0, before), later.value), step: Math.max(step, later.step) };
  }

  /** Where a window says what the total was, it says it better. */
  addDays({ list: path, day, added }: NonNullable<BackCast['days']>): void {
    const list = valueAt(this.#values, path);
    if (!Array.isArray(list)) return;
    for (const [field, column] of Object.entries(added)) {
      const total = this.#record[field];
      if (typeof total !== 'number') continue;
      let before = total;
      for (const [at, { value }] of this.#newestFirst(list, day, field, `${path}[].${column}`)) {
        if (at > this.#day) continue;
        if (value > before) {
          this.#refuse(`${path}[].${column}`, `at most what the total was (${before})`, value);
          break;
        }
        before = difference(before, value);
        this.#put(at - 1, field, before);
      }
    }
  }

  #newestFirst(
    list: readonly unknown[],
    dayColumn: string,
    field: string,
    place: string,
  ): readonly (readonly [number, Window])[] {
    const column = place.slice(place.indexOf('[].') + 3);
    const days = list.flatMap((each): readonly (readonly [number, Window])[] => {
      if (!isRecord(each)) return [];
      const at = dayIn(each[dayColumn]);
      const added = this.#windowAt(field, place, each[column]);
      return typeof at === 'string' && added !== undefined ? [[Date.parse(at) / dayMs, added]] : [];
    });
    return [...days].sort(([a], [b]) => b - a);
  }

  #windowAt(field: string, column: string, value: unknown): Window | undefined {
    if (value === undefined || value === null) return undefined;
    const { reader } = field.endsWith('_amt') ? amount() : count();
    const read = reader.read(value, this.#windows.reading);
    if (read instanceof Rounded) return { value: read.value, step: read.step };
    if (read instanceof Unreadable) this.#windows.untrue(column, read.reason, value);
    return typeof read === 'number' ? { value: read, step: 0 } : undefined;
  }

  #refuse(column: string, expected: string, value: number): undefined {
    this.#windows.untrue(column, unreadable(expected, value).reason, value);
  }

  #put(day: number, field: string, total: number): void {
    const known = this.totals.get(day) ?? {};
    if (!(field in known)) known[field] = total;
    this.totals.set(day, known);
  }
}

/** Four decimals are kept of money; binary fractions would show more. */
function difference(total: number, window: number): number {
  return Math.round((total - window) * 10_000) / 10_000;
}

/** A second after midnight, so that an observation of the day is the later one. */
function startOf(day: number): string {
  return `${new Date(day * dayMs).toISOString().slice(0, 10)}T00:00:01Z`;
}
