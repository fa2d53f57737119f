import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Column,
  candidatesOf,
  rowsByDriving,
  rowsByWalking,
  rowsOfPage,
  type Walk,
} from '../../../src/serving/snapshot/column-query.ts';
import { hasBit, markStretches, orderBits, wordCount } from '../../../src/serving/snapshot/order-bits.ts';
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

/** Rows of small values drawn from a seed: long lists are too much to be made value by value. */
const longKeys = fc.tuple(fc.nat(), fc.integer({ min: 9_000, max: 20_000 })).map(([seed, length]) => {
  const rows = Array.from(
    { length },
    (_, row): [number, number, number] =>
      [0, 1, 2].map((column) => {
        const drawn = Math.imul((row + 1) * 31 + column * 7 + seed, 0x9e3779b1) >>> 8;
        return column === 2 ? drawn % 3 : drawn % 1_000;
      }) as [number, number, number],
  );
  return [rows.slice(0, 70), rows.slice(70)] as [typeof rows, typeof rows];
});
const longBounds = fc
  .tuple(fc.nat(1_000), fc.nat(1_000))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const longFilters = fc.uniqueArray(fc.record({ column: fc.nat(columnCount - 1), bounds: longBounds }), {
  selector: ({ column }) => column,
});
const longWalks: fc.Arbitrary<Walk> = fc.record({
  column: fc.nat(columnCount - 1),
  descending: fc.boolean(),
  offset: fc.constantFrom(0, 7, 900, 6_000, 15_000),
  size: fc.integer({ min: 1, max: 10 }),
});

const question = fc.record({ keys, filters, walk: walks }).map(asQuestion);
const longQuestion = fc.record({ keys: longKeys, filters: longFilters, walk: longWalks }).map(asQuestion);

interface Asked {
  readonly keys: readonly [readonly number[][], readonly number[][]];
  readonly filters: readonly {
    readonly column: number;
    readonly bounds: { readonly low: number; readonly high: number };
  }[];
  readonly walk: Walk;
}

function asQuestion({ keys: [before, rows], filters: given, walk }: Asked) {
  const all = [...before, ...rows];
  const groups = [
    { key: 'a', first: 0, rows: before.length },
    { key: 'b', first: before.length, rows: rows.length },
  ];
  const columns = Array.from({ length: columnCount }, (_, column): Column => {
    const values = Float64Array.from(all, (row) => row[column] ?? 0);
    const ascending = groups.map((group) => ascendingRows(values, group.first, group.rows));
    const descending = ascending.map((each) => descendingRows(each, values));
    const whole = joined(ascending);
    return { values, ascending: whole, bits: orderBits(whole, groups), descending: joined(descending) };
  });
  const group = { key: 'b', first: before.length, rows: rows.length };
  const candidates = given.map(({ column, bounds: each }) => candidatesOf(columns, { column, ...each }, group));
  return { all, columns, group, candidates, walk };
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(parts.flatMap((part) => [...part]));
}

type Question = ReturnType<typeof asQuestion>;

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
        expect([...(rowsByWalking(columns, candidates, group, walk) ?? [])]).toEqual(expectedPage(asked));
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

  it('whichever way is taken, in lists long enough for each', () => {
    fc.assert(
      fc.property(longQuestion, (asked) => {
        const { all, columns, candidates, group, walk } = asked;
        const marks = new Uint32Array(wordCount(all.length));
        const place = { columns, room: new Uint32Array(group.rows), marks };
        expect([...rowsOfPage(place, candidates, group, walk)]).toEqual(expectedPage(asked));
      }),
      { numRuns: 60 },
    );
  });
});

describe('marks', () => {
  it('are on all rows that meet the filters, and on no row of another key', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { all, group, candidates } = asked;
        const marks = new Uint32Array(wordCount(all.length));
        const count = markStretches(candidates, group, marks);
        const marked = all.map((_, row) => row).filter((row) => hasBit(marks, row));
        expect(marked.filter((row) => row < group.first)).toEqual([]);
        expect(marked).toEqual(expect.arrayContaining([...filtered(asked)]));
        expect(count).toBe(marked.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are on no row that is an order’s cut away from meeting a filter', () => {
    fc.assert(
      fc.property(longQuestion, (asked) => {
        const { all, group, candidates } = asked;
        const marks = new Uint32Array(wordCount(all.length));
        for (const each of candidates) {
          const surplus = markStretches([each], group, marks) - each.count;
          expect(surplus).toBeGreaterThanOrEqual(0);
          expect(surplus).toBeLessThanOrEqual(2 * Math.ceil(group.rows / 32));
        }
      }),
      { numRuns: 20 },
    );
  });
});
