import { isRecord, type JsonRecord } from '../../fields/records.ts';
import type { Told, ToldName } from '../told.ts';
import type { CurrencyMark } from './currency-marks.ts';

/** What is known where a value is read. */
export interface Reading {
  readonly told: Told;
  /** Currency of the record's amounts, where it is known. */
  readonly currency?: string | undefined;
  /** Currency of the marketplace, as the row, an option or the time zone tells. */
  readonly local?: string | undefined;
  /** What the heading of the column names. */
  readonly headed?: CurrencyMark | undefined;
  /** Which comes first in `03/01/2026`, as the dates of the table tell. */
  readonly dateOrder?: DateOrder | undefined;
}

export type DateOrder = 'day-first' | 'month-first';

/** Reads the values that sources write for one thing. */
export interface Reader {
  /** What it reads, for docs/sources.md. */
  readonly reads: string;
  /** What it cannot do without, where neither the value nor what else is told says it. */
  readonly asks?: ToldName;
  /**
   * @param value neither null nor absent.
   * @returns the value as a record holds it; undefined when it says nothing; {@link Rounded}; {@link Unreadable}.
   */
  read(value: unknown, reading: Reading): unknown;
}

/** A number that the source has rounded: 4.6K is 4,600 to the next 100. */
export class Rounded {
  readonly value: number;
  readonly step: number;

  constructor(value: number, step: number) {
    this.value = value;
    this.step = step;
  }
}

/** A value that cannot be read, and why. */
export class Unreadable {
  readonly reason: string;
  /** It could be read if this were told. */
  readonly ask: ToldName | undefined;
  /** Of columns that are read together the one that is wrong; undefined: all. */
  readonly column: string | undefined;

  constructor(reason: string, ask?: ToldName, column?: string) {
    this.reason = reason;
    this.ask = ask;
    this.column = column;
  }

  /** The same, of one of the columns that are read together. */
  in(column: string): Unreadable {
    return new Unreadable(this.reason, this.ask, column);
  }
}

/** Where a field of a record comes from. */
export interface FieldSource {
  /** Columns, or members as dotted paths: the first that says something. */
  readonly from: readonly string[];
  readonly reader: Reader;
  /** Told in its place where none of them says anything. */
  readonly told?: ToldName;
  /** The columns are read together, as an object of those that say something. */
  readonly together?: true;
  /** The value, where every record has the same. */
  readonly constant?: string | number;
}

/** Makes what declares a field that is read so. */
export function reading(reader: Reader): (...from: string[]) => FieldSource {
  return (...from) => ({ from, reader });
}

/** Makes what declares a field that several columns make together. @param make is given those that say something */
export function readingTogether(
  reads: string,
  make: (values: JsonRecord, known: Reading) => unknown,
  asks?: ToldName,
): (...from: string[]) => FieldSource {
  const read = (value: unknown, known: Reading) => (isRecord(value) ? make(value, known) : undefined);
  const reader: Reader = { reads, read, ...(asks !== undefined && { asks }) };
  return (...from) => ({ from, reader, together: true });
}

/** Whether a text stands for nothing: sources write `-`, `N/A` or `null` for what they have not seen. */
export function saysNothing(text: string): boolean {
  return nothings.has(text.toLowerCase());
}

const nothings: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  'null',
  'nan',
  'none',
  'undefined',
]);

/** "expected …, got …" for a value that cannot be read. */
export function unreadable(expected: string, value: unknown): Unreadable {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : typeof value === 'object' ? 'an object' : String(value);
  return new Unreadable(`expected ${expected}, got ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`);
}
