import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  candidatesOf,
  rowsByDriving,
  rowsByWalking,
  type Walk,
} from '../../../src/serving/snapshot/column-query.ts';
import { orderedPage } from '../../../src/serving/snapshot/page-order.ts';
import { ascendingRows, descendingRows } from '../../../src/serving/snapshot/sorted-rows.ts';

const columnCount = 3;
const value = fc.oneof({ weight: 4, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.maxSafeNat() });
const rowValues = fc.tuple(value, value, value);
/** Two keys: the rows of one follow those of the other. */
const keys = fc.tuple(fc.array(rowValues, { maxLength: 60 }), fc.array(rowValues, { minLength: 1, maxLength: 60 }));
const bounds = fc.oneof(
  fc.tuple(value, value).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  value.map((low) => ({ low, high: Number.POSITIVE_INFINITY })),
);
const filters = fc.uniqueArray(fc.record({ column: fc.nat(columnCount - 1), bounds }), {
  selector: ({ column }) => column,
});
const walks: fc.Arbitrary<Walk> = fc.record({
  column: fc.nat(columnCount - 1),
  descending: fc.boolean(),
  offset: fc.nat(30),
  size: fc.integer({ min: 1, max: 10 }),
});

const question = fc.record({ keys, filters, walk: walks }).map(({ keys: [before, rows], filters: given, walk }) => {
  const all = [...before, ...rows];
  const groups = [
    { key: 'a', first: 0, rows: before.length },
    { key: 'b', first: before.length, rows: rows.length },
  ];
  const columns = Array.from({ length: columnCount }, (_, column): Column => {
    const values = Float64Array.from(all, (row) => row[column] ?? 0);
    const ascending = groups.map((group) => ascendingRows(values, group.first, group.rows));
    const descending = ascending.map((each) => descendingRows(each, values));
    return { values, ascending: joined(ascending), descending: joined(descending) };
  });
  const group = { key: 'b', first: before.length, rows: rows.length };
  const candidates = given.map(({ column, bounds: each }) => candidatesOf(columns, { column, ...each }, group));
  return { all, columns, group, candidates, walk };
});

function joined(parts: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(parts.flatMap((part) => [...part]));
}

type Question = typeof question extends fc.Arbitrary<infer Asked> ? Asked : never;

/** The rows of the key that meet all filters, ascending. */
function filtered({ all, group, candidates }: Question): readonly number[] {
  return all
    .map((_, row) => row)
    .filter((row) => row >= group.first)
    .filter((row) =>
      candidates.every(({ column, low, high }) => {
        const held = all[row]?.[column] ?? 0;
        return held >= low && held <= high;
      }),
    );
}

function expectedPage(asked: Question): readonly number[] {
  const { column, descending, offset, size } = asked.walk;
  const heldIn = (row: number) => asked.all[row]?.[column] ?? 0;
  const sign = descending ? -1 : 1;
  const ordered = [...filtered(asked)].sort((a, b) => sign * Math.sign(heldIn(a) - heldIn(b)) || a - b);
  return ordered.slice(offset, offset + size);
}

describe('the rows of a page are those of a plain filter and sort,', () => {
  it('when they are found by walking the order', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { columns, candidates, group, walk } = asked;
        expect([...rowsByWalking(columns, candidates, group, walk)]).toEqual(expectedPage(asked));
      }),
      { numRuns: 2_000 },
    );
  });

  it('when they are found among the rows that meet any one of the filters', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { columns, candidates, group, walk } = asked;
        for (const driving of candidates) {
          const rows = rowsByDriving(driving, candidates, new Uint32Array(group.rows));
          expect([...rows].sort((a, b) => a - b)).toEqual(filtered(asked));
          const { values } = columns[walk.column] as Column;
          expect([...orderedPage(rows, values, walk.descending, walk.offset, walk.size)]).toEqual(expectedPage(asked));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
