import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascendingRows, descendingRows } from '../../../../src/serving/snapshot/build/sorted-rows.ts';
import { orderedPage } from '../../../../src/serving/snapshot/read/page-order.ts';

/** Few values, so that ties abound, and large ones, whose differences no number of 32 bits holds. */
const value = fc.oneof(fc.nat(5), fc.maxSafeNat());
const values = fc.array(value, { maxLength: 300 });

function sorted(rows: readonly number[], by: readonly number[], descending: boolean): readonly number[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * Math.sign((by[a] ?? 0) - (by[b] ?? 0)) || a - b);
}

it('a page holds what a plain sort of all rows puts there', () => {
  fc.assert(
    fc.property(
      values,
      fc.boolean(),
      fc.nat(320),
      fc.integer({ min: 1, max: 10 }),
      fc.nat(),
      (by, descending, offset, size, some) => {
        const rows = by.map((_, row) => row).filter((row) => (row * 7 + some) % 3 > 0);
        const expected = sorted(rows, by, descending).slice(offset, offset + size);
        const shuffled = Uint32Array.from([...rows].reverse());
        expect([...orderedPage(shuffled, Float64Array.from(by), descending, offset, size)]).toEqual(expected);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('kept orders of some rows are those of a plain sort, in both directions', () => {
  fc.assert(
    fc.property(values, fc.nat(300), (by, start) => {
      const first = Math.min(start, by.length);
      const rows = by.map((_, row) => row).slice(first);
      const numbers = Float64Array.from(by);
      const ascending = ascendingRows(numbers, first, rows.length);
      expect([...ascending]).toEqual(sorted(rows, by, false));
      expect([...descendingRows(ascending, numbers)]).toEqual(sorted(rows, by, true));
    }),
    { numRuns: 500 },
  );
});
