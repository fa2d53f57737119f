import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutDips } from './dips.ts';
import { dailySeries } from './series.ts';
import { sum } from './split.ts';

/** The totals that are left of those of days 0, 1, 2, … */
function left(...totals: readonly number[]): number[] {
  return withoutDips(totals.map((total, day) => ({ day, total: BigInt(total) }))).map(({ total }) => Number(total));
}

function grown(totals: readonly number[]): number {
  return Number(
    sum([...dailySeries({ exact: new Map(totals.map((total, day) => [day, BigInt(total)])) }).growth.values()]),
  );
}

describe('a dip (section 2)', () => {
  it('is a fall to less than half that is made good again: its days count as not observed', () => {
    expect(left(1000, 0, 1010)).toEqual([1000, 1010]);
    expect(grown([1000, 0, 1010])).toBe(10);
    expect([
      ...dailySeries({
        exact: new Map([
          [3, 1000n],
          [4, 0n],
          [7, 1010n],
        ]),
      }).growth,
    ]).toEqual([
      [4, 2n],
      [5, 3n],
      [6, 2n],
      [7, 3n],
    ]);
  });

  it('is below half of what the total was on the observed day before, not at half', () => {
    expect(left(1000, 499, 1000)).toEqual([1000, 1000]);
    expect(left(1000, 500, 1000)).toEqual([1000, 500, 1000]);
    expect(left(1000, 600, 400, 1000)).toEqual([1000, 600, 400, 1000]);
  });

  it('ends where the total is at least nine tenths of what it was', () => {
    expect(left(1000, 0, 899)).toEqual([1000, 0, 899]);
    expect(left(1000, 0, 899, 900)).toEqual([1000, 900]);
    expect(grown([1000, 0, 900, 905])).toBe(5);
  });

  it('ends within the seven observed days after the day of the fall', () => {
    expect(left(1000, 0, 1, 2, 3, 4, 5, 6, 1000)).toEqual([1000, 1000]);
    const late = [1000, 0, 1, 2, 3, 4, 5, 6, 7, 1000];
    expect(left(...late)).toEqual(late);
  });

  it('may hold another one, which ends no later', () => {
    expect(left(1000, 400, 100, 390, 1000)).toEqual([1000, 1000]);
    expect(left(1000, 400, 100, 390, 420)).toEqual([1000, 400, 390, 420]);
  });

  it('is none while the fall is not made good: that is a correction, and what grows from there counts', () => {
    expect(left(1000, 0)).toEqual([1000, 0]);
    expect(grown([1000, 400, 410])).toBe(10);
  });
});

describe('the growth of all days', () => {
  const step = fc.record({
    growth: fc.integer({ min: 0, max: 100 }),
    /** What the reader wrote instead, on how many days: less than half. */
    misread: fc.option(fc.array(fc.double({ min: 0, max: 0.49, noNaN: true }), { minLength: 1, maxLength: 7 }), {
      freq: 3,
    }),
    /** A part of the total that was taken back for good. */
    correction: fc.option(fc.double({ min: 0, max: 0.4, noNaN: true }), { freq: 5 }),
  });

  it('is what the total grew by, plus its real corrections, however often it was misread', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 5000 }), fc.array(step, { maxLength: 20 }), (first, steps) => {
        const seen = [first];
        let total = first;
        let corrections = 0;
        for (const { growth, misread, correction } of steps) {
          for (const part of misread ?? []) seen.push(Math.floor(part * total));
          // After a misreading the total is back, and only grows; else it may be corrected.
          const taken = misread === null ? Math.floor((correction ?? 0) * total) : 0;
          total += growth - taken;
          corrections += taken;
          seen.push(total);
        }
        expect(grown(seen)).toBeLessThanOrEqual(total - first + corrections);
        expect(grown(seen)).toBeGreaterThanOrEqual(total - first);
      }),
    );
  });
});
