import fc from 'fast-check';
import type { RowField } from '../../../src/serving/list-source.ts';
import type { RowRange } from '../../../src/serving/snapshot/read/stored-rows.ts';

/** Fields of a list, and the JSON of each value of each row. */
export interface SampleList {
  readonly fields: readonly RowField[];
  readonly rows: readonly (readonly string[])[];
}

/** How a row becomes the bytes of a file, its line end included. */
export type StoredForm = (list: SampleList, values: readonly string[]) => string;

const name = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);

/** What JSON escapes, what it is made of, and characters of one to four bytes. */
const character = fc.constantFrom(...'"\\{},:a1\n\u0000\u0001\u007f\u2028éß€😀');

/** Around the length from which values are copied at once, and such that a row is more than is read in passing. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(character, { maxLength: 12 }).map((characters) => characters.join('')) },
  { weight: 3, arbitrary: fc.integer({ min: 36, max: 42 }).map((length) => 'x'.repeat(length)) },
  { weight: 1, arbitrary: fc.tuple(character, fc.integer({ min: 30, max: 3_000 })).map(([one, n]) => one.repeat(n)) },
);

const fields = fc.uniqueArray(fc.record({ name, kind: fc.constantFrom('text' as const, 'count' as const) }), {
  selector: (field) => field.name,
  minLength: 1,
  maxLength: 12,
});

function valuesOf(list: readonly RowField[]): fc.Arbitrary<string[]> {
  return fc.tuple(...list.map(({ kind }) => (kind === 'text' ? text : fc.maxSafeNat()).map((value) => toJson(value))));
}

function toJson(value: string | number): string {
  return JSON.stringify(value);
}

/** Lists whose first field is a text. */
export const sampleList: fc.Arbitrary<SampleList> = fields
  .map(([first, ...others]): RowField[] => [{ name: first?.name ?? '', kind: 'text' }, ...others])
  .chain((some) =>
    fc.record({ fields: fc.constant(some), rows: fc.array(valuesOf(some), { minLength: 1, maxLength: 16 }) }),
  );

export const asValues: StoredForm = (_, values) => `${values.join('\u0001')}\n`;

export const asServed: StoredForm = (list, values) => `${servedRow(list, values)}\n`;

/** A row as callers get it. */
export function servedRow(list: SampleList, values: readonly string[]): string {
  return `{${list.fields.map((field, i) => `${JSON.stringify(field.name)}:${values[i]}`).join(',')}}`;
}

/** The bytes of a file of the list's rows, and where each is. */
export function stored(list: SampleList, form: StoredForm): { bytes: Buffer; ranges: readonly RowRange[] } {
  const rows = list.rows.map((values) => Buffer.from(form(list, values)));
  let start = 0;
  const ranges = rows.map((row) => {
    start += row.length;
    return { start: start - row.length, end: start };
  });
  return { bytes: Buffer.concat(rows), ranges };
}
