import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailySeries } from './series.ts';
import { sum } from './split.ts';

function growth(totals: readonly (readonly [number, bigint])[], madeOn?: number) {
  return [...dailySeries({ exact: new Map(totals) }, madeOn).growth];
}

describe('daily series (section 2)', () => {
  it('spreads growth over a gap by rounding down its running share', () => {
    // 10 more in 3 days: ⌊10/3⌋ = 3, ⌊20/3⌋ − 3 = 3, 10 − 6 = 4.
    const expected = [
      [21, 3n],
      [22, 3n],
      [23, 4n],
    ];
    expect(
      growth([
        [20, 100n],
        [23, 110n],
      ]),
    ).toEqual(expected);
  });

  it('spreads a loss of followers as a gain of the same size, with its sign', () => {
    const totals = {
      exact: new Map([
        [20, 110n],
        [23, 100n],
        [24, 101n],
      ] as const),
    };
    expect([...dailySeries(totals, undefined, 'losses').growth]).toEqual([
      [21, -3n],
      [22, -3n],
      [23, -4n],
      [24, 1n],
    ]);
  });

  it('takes a fall as the new base', () => {
    // 20 → 15 is a correction, 15 → 17 grows 2.
    expect(
      growth([
        [1, 20n],
        [3, 15n],
        [4, 17n],
      ]),
    ).toEqual([
      [2, 0n],
      [3, 0n],
      [4, 2n],
    ]);
  });

  it('grows nothing on the first day and after the last', () => {
    expect(growth([[5, 1000n]])).toEqual([]);
  });

  it('starts a new video from 0 on the day before it was made', () => {
    // Made on day 5, first seen on day 7 with 10: 0 on day 4, so 3 days share 10.
    expect(growth([[7, 10n]], 5)).toEqual([
      [5, 3n],
      [6, 3n],
      [7, 4n],
    ]);
  });

  it('starts a video from 0 on the day it is made and seen', () => {
    expect(growth([[5, 10n]], 5)).toEqual([[5, 10n]]);
  });

  it('starts from 0 up to 7 days after the making, not 8, and not before it', () => {
    expect(growth([[7, 8n]], 0)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((day) => [day, 1n]));
    expect(growth([[8, 8n]], 0)).toEqual([]);
    expect(growth([[4, 8n]], 5)).toEqual([]);
  });

  it('sums to the growth of the gap, whatever the gap', () => {
    const total = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(total, total, fc.integer({ min: 1, max: 120 }), (from, to, gap) => {
        const days = growth([
          [0, from],
          [gap, to],
        ]).map(([, grown]) => grown);
        expect(days).toHaveLength(gap);
        expect(days.every((grown) => grown >= 0n)).toBe(true);
        expect(sum(days)).toBe(to > from ? to - from : 0n);
      }),
    );
  });
});
