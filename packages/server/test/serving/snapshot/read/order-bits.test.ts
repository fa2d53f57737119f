import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascendingRows } from '../../../../src/serving/snapshot/build/sorted-rows.ts';
import {
  forEachMarked,
  hasBit,
  markStretches,
  type OrderBits,
  orderBits,
  type RowSpan,
  wordCount,
} from '../../../../src/serving/snapshot/read/order-bits.ts';
import type { RowNumbers } from '../../../../src/serving/snapshot/read/page-order.ts';

/** An order of all rows, the place of each in it, and its bits. */
interface Order {
  readonly places: RowNumbers;
  readonly bits: OrderBits;
}

interface Stretch {
  readonly order: Order;
  readonly from: number;
  readonly to: number;
}

function spansOf(sizes: readonly number[]): RowSpan[] {
  let next = 0;
  return sizes.map((rows) => {
    next += rows;
    return { first: next - rows, rows };
  });
}

/** @param seed of the values, which look like chance. */
function orderOf(spans: readonly RowSpan[], seed: number): Order {
  const count = rowsOf(spans);
  const values = Float64Array.from({ length: count }, (_, row) => Math.imul(row + seed, 0x9e3779b1 ^ seed) >>> 8);
  const ascending = new Uint32Array(count);
  for (const { first, rows } of spans) ascending.set(ascendingRows(values, first, rows), first);
  const places = new Uint32Array(count);
  for (const [place, row] of ascending.entries()) places[row] = place;
  return { places, bits: orderBits(ascending, spans) };
}

function rowsOf(spans: readonly RowSpan[]): number {
  return spans.reduce((sum, { rows }) => sum + rows, 0);
}

/** Whether the row is in all stretches, were they longer by so many rows at both ends. */
function isInAll(stretches: readonly Stretch[], row: number, longer: number): boolean {
  return stretches.every(({ order, from, to }) => {
    const place = order.places[row] ?? -1;
    return place >= from - longer && place < to + longer;
  });
}

function expectMarked(stretches: readonly Stretch[], group: RowSpan, rows: number): void {
  const marks = new Uint32Array(wordCount(rows));
  const given = stretches.map(({ order: { bits }, from, to }) => ({ bits, from, to }));
  const count = markStretches(given, group, marks);
  const [missing, outside, far, marked]: number[][] = [[], [], [], []];
  for (let row = 0; row < rows; row++) {
    const isInGroup = row >= group.first && row < group.first + group.rows;
    const isMarked = hasBit(marks, row);
    if (isMarked) marked?.push(row);
    if (isMarked && !isInGroup) outside?.push(row);
    if (isInGroup && !isMarked && isInAll(stretches, row, 0)) missing?.push(row);
    if (isInGroup && isMarked && !isInAll(stretches, row, Math.ceil(group.rows / 32))) far?.push(row);
  }
  const called: number[] = [];
  forEachMarked(marks, group, (row) => called.push(row));
  expect({ missing, outside, far, count }).toEqual({ missing: [], outside: [], far: [], count: marked?.length });
  expect(called.every((row, i) => row === marked?.[i]) && called.length === count).toBe(true);
}

/** Two parts in the size of the group, and which order. */
const ends = fc.array(fc.record({ a: fc.nat(), b: fc.nat(), order: fc.nat() }), { maxLength: 3 });
type Ends = { readonly a: number; readonly b: number; readonly order: number };

function stretchesOf(some: readonly Ends[], orders: readonly Order[], { first, rows }: RowSpan): Stretch[] {
  return some.flatMap(({ a, b, order: which }) => {
    const order = orders[which % orders.length];
    const [from, to] = [a % (rows + 1), b % (rows + 1)].sort((x, y) => x - y);
    return order === undefined ? [] : [{ order, from: first + (from ?? 0), to: first + (to ?? 0) }];
  });
}

it('in a large group that begins within a word, all rows of the stretches are marked and none of another group', () => {
  const spans = spansOf([37, 150_000, 45]);
  const group = spans[1] ?? { first: 0, rows: 0 };
  const orders = [1, 2, 3].map((seed) => orderOf(spans, seed));
  const whole = { order: orders[0] as Order, from: group.first, to: group.first + group.rows };
  for (const stretches of [[], [whole], [{ ...whole, to: whole.from }], [{ ...whole, from: whole.to }]])
    expectMarked(stretches, group, rowsOf(spans));
  fc.assert(
    fc.property(ends, (some) => expectMarked(stretchesOf(some, orders, group), group, rowsOf(spans))),
    { numRuns: 40 },
  );
});

it('in groups of any size, all rows of the stretches are marked and none of another group', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      ends,
      (sizes, which, seed, some) => {
        const spans = spansOf(sizes);
        const group = spans[which % spans.length] ?? { first: 0, rows: 0 };
        const orders = [seed, seed + 1].map((one) => orderOf(spans, one));
        expectMarked(stretchesOf(some, orders, group), group, rowsOf(spans));
      },
    ),
    { numRuns: 300 },
  );
});
