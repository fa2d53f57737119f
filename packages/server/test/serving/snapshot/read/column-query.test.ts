import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingRows, descendingRows } from '../../../../src/serving/snapshot/build/sorted-rows.ts';
import {
  type Column,
  candidatesOf,
  rowsByDriving,
  rowsByWalking,
  rowsOfPage,
  type Walk,
} from '../../../../src/serving/snapshot/read/column-query.ts';
import { flagCounts } from '../../../../src/serving/snapshot/read/flag-counts.ts';
import { hasBit, markStretches, orderBits, wordCount } from '../../../../src/serving/snapshot/read/order-bits.ts';
import { orderedPage } from '../../../../src/serving/snapshot/read/page-order.ts';

const columnCount = 3;
/** The column of which rows are counted along the orders. */
const flagColumn = 2;
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
const longKeys = fc.tuple(fc.nat(), fc.integer({ min: 14_000, max: 24_000 })).map(([seed, length]) => {
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
const anyBounds = fc
  .tuple(fc.nat(1_000), fc.nat(1_000))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
/** More rows meet these than are tested one by one. */
const wideBounds = fc.tuple(fc.nat(250), fc.integer({ min: 700, max: 1_000 })).map(([low, high]) => ({ low, high }));
const flagBounds = fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 2 })).map(([low, high]) => ({ low, high }));
const longFilter = fc.oneof(
  { weight: 1, arbitrary: fc.record({ column: fc.nat(columnCount - 1), bounds: anyBounds }) },
  { weight: 4, arbitrary: fc.record({ column: fc.constantFrom(0, 1), bounds: wideBounds }) },
  { weight: 2, arbitrary: fc.record({ column: fc.constant(flagColumn), bounds: flagBounds }) },
);
const longFilters = fc.uniqueArray(longFilter, { selector: ({ column }) => column });
const longWalks: fc.Arbitrary<Walk> = fc.record({
  column: fc.nat(columnCount - 1),
  descending: fc.boolean(),
  offset: fc.constantFrom(0, 7, 900, 6_000, 15_000),
  size: fc.integer({ min: 1, max: 10 }),
});

const question = fc.record({ keys, filters, walk: walks }).map(asQuestion);
const longQuestion = fc.record({ keys: longKeys, filters: longFilters, walk: longWalks }).map(asQuestion);

/**
 * Three keys, the second one long. Along the first column the two values that most rows have are spread, or in runs.
 */
const flagKeys = fc
  .record({
    seed: fc.nat(),
    length: fc.integer({ min: 10_000, max: 16_000 }),
    before: fc.nat(1_100),
    runs: fc.boolean(),
    pair: fc.constantFrom([0, 1] as const, [2, 3] as const, [3, 4] as const),
  })
  .map(({ seed, length, before, runs, pair }) => {
    const rows = Array.from({ length }, (_, row): [number, number, number] => {
      const drawn = Math.imul((row + 1) * 31 + seed, 0x9e3779b1) >>> 8;
      const first = runs ? row * 3 < length : drawn % 2 === 0;
      return [runs ? row >>> 4 : drawn % 1_000, (drawn >>> 4) % 1_000, drawn % 50 === 7 ? 9 : pair[first ? 0 : 1]];
    });
    const lists = [rows.slice(0, before), rows.slice(before, -900), rows.slice(-900)] as const;
    return { pair, lists };
  });
const otherFilter = fc.option(fc.record({ column: fc.nat(1), bounds: anyBounds }), { freq: 2, nil: undefined });
const flagWalks: fc.Arbitrary<Walk> = fc.record({
  column: fc.nat(1),
  descending: fc.boolean(),
  offset: fc.oneof(fc.nat(5_000), fc.constantFrom(0, 511, 512, 20_000)),
  size: fc.integer({ min: 1, max: 100 }),
});
/** Some pages are at a given distance from the last row of the answer. */
const flagQuestion = fc
  .record({
    keys: flagKeys,
    ofPair: fc.nat(1),
    other: otherFilter,
    walk: flagWalks,
    fromEnd: fc.option(fc.nat(120), { freq: 2 }),
  })
  .map(({ keys: { pair, lists }, ofPair, other, walk, fromEnd }) => {
    const flag = pair[ofPair] ?? 0;
    const flagFilter = { column: flagColumn, bounds: { low: flag, high: flag } };
    const asked = asQuestion({ keys: lists, filters: other ? [flagFilter, other] : [flagFilter], walk });
    if (fromEnd === null) return asked;
    return { ...asked, walk: { ...walk, offset: Math.max(0, filtered(asked).length - fromEnd) } };
  });

type Rows = readonly (readonly number[])[];

interface Asked {
  /** The query is of the second. */
  readonly keys: readonly [before: Rows, rows: Rows, after?: Rows];
  readonly filters: readonly {
    readonly column: number;
    readonly bounds: { readonly low: number; readonly high: number };
  }[];
  readonly walk: Walk;
}

function asQuestion({ keys: [before, rows, after = []], filters: given, walk }: Asked) {
  const all = [...before, ...rows, ...after];
  const groups = [
    { key: 'a', first: 0, rows: before.length },
    { key: 'b', first: before.length, rows: rows.length },
    { key: 'c', first: before.length + rows.length, rows: after.length },
  ];
  const valuesOf = (column: number) => Float64Array.from(all, (row) => row[column] ?? 0);
  const countsAlong = (order: Uint32Array) => new Map([[flagColumn, flagCounts(order, valuesOf(flagColumn))]]);
  const columns = Array.from({ length: columnCount }, (_, column): Column => {
    const values = valuesOf(column);
    const ascending = groups.map((group) => ascendingRows(values, group.first, group.rows));
    const descending = ascending.map((each) => descendingRows(each, values));
    const orders = { ascending: joined(ascending), descending: joined(descending) };
    const counts = { ascending: countsAlong(orders.ascending), descending: countsAlong(orders.descending) };
    return { values, ...orders, bits: orderBits(orders.ascending, groups), counts };
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
    .filter((row) => row >= group.first && row < group.first + group.rows)
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
    fc.assert(fc.property(longQuestion, expectPage), { numRuns: 60 });
  });

  it('when a flag is asked for, wherever the page is', () => {
    fc.assert(fc.property(flagQuestion, expectPage), { numRuns: 60 });
  });
});

function expectPage(asked: Question): void {
  const { all, columns, candidates, group, walk } = asked;
  const marks = new Uint32Array(wordCount(all.length));
  const place = { columns, room: new Uint32Array(group.rows), marks };
  expect([...rowsOfPage(place, candidates, group, walk)]).toEqual(expectedPage(asked));
}

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
