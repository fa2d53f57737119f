import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inThousandths, wholeUnits } from './attribution.ts';
import { nothingLearned, type SplitWeek, splitWeek } from './learned.ts';

const constants = { share: 0.2, liveWeight: 8 };

/** Two videos of a product that sold 21 units in its first week and 14 in its second. */
const weeks = [
  {
    units: [12, 6, 3, 0, 0, 0, 0],
    traffic: [
      [1_000, 200, 0, 0, 0, 0, 0],
      [0, 600, 0, 0, 0, 0, 0],
    ],
  },
  {
    units: [7, 7, 0, 0, 0, 0, 0],
    traffic: [
      [500, 0, 0, 0, 0, 0, 0],
      [0, 500, 0, 0, 0, 0, 0],
    ],
  },
] as const;

const first = splitWeek(weeks[0], { number: 1, days: 7 }, nothingLearned(2), constants);
const second = splitWeek(weeks[1], { number: 2, days: 7 }, first.learned, constants);

function thousandths(week: SplitWeek, units: readonly number[], day: number): readonly bigint[] {
  return inThousandths(
    BigInt(units[day] ?? 0),
    week.shares.map((of) => of[day] ?? 0),
  );
}

describe('the worked example', () => {
  it('knows what was learned of the product, its storefront and its videos', () => {
    const { units, exposure, storefrontUnits, storefrontDays, links } = first.learned;
    const left = (value: number, digits: number) => (0.8 * value).toFixed(digits);
    const rounded = [units, exposure, storefrontUnits, storefrontDays].map((each) => left(each, 2));
    expect(rounded).toEqual(['10.38', '1107.69', '2.54', '4.31']);
    expect(links.map((link) => `${left(link.units, 2)} ${left(link.exposure, 0)}`)).toEqual(['7.93 738', '2.45 369']);
  });

  it('splits each day into thousandths', () => {
    const ofDays = (week: SplitWeek, units: readonly number[], days: readonly number[]) =>
      days.map((day) => thousandths(week, units, day).map(Number));
    expect(ofDays(first, weeks[0].units, [0, 1, 2])).toEqual([
      [11_329, 0, 671],
      [1_554, 3_985, 461],
      [0, 0, 3_000],
    ]);
    expect(ofDays(second, weeks[1].units, [0, 1])).toEqual([
      [6_860, 0, 140],
      [0, 6_851, 149],
    ]);
  });

  it('makes whole units of all days together: 20 and 11, and 4 are left', () => {
    const all = [first, second].flatMap((week, i) =>
      (weeks[i]?.units ?? []).map((_, day) => thousandths(week, weeks[i]?.units ?? [], day)),
    );
    const together = [0, 1, 2].map((place) => all.reduce((sum, day) => sum + (day[place] ?? 0n), 0n));
    expect(together).toEqual([19_743n, 10_836n, 4_421n]);
    expect(wholeUnits(together.slice(0, 2), 'video')).toEqual([20n, 11n]);
  });
});

describe('a split week', () => {
  const week = fc.integer({ min: 0, max: 4 }).chain((links) =>
    fc.record({
      units: fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 7 }),
      traffic: fc.array(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 7, maxLength: 7 }), {
        minLength: links,
        maxLength: links,
      }),
    }),
  );

  it('gives every unit to somebody, and nobody less than nothing', () => {
    fc.assert(
      fc.property(week, ({ units, traffic }) => {
        const days = { units, traffic: traffic.map((of) => of.slice(0, units.length)) };
        const split = splitWeek(days, { number: 1, days: units.length }, nothingLearned(traffic.length), constants);
        units.forEach((sold, day) => {
          const parts = thousandths(split, units, day);
          expect(parts.every((part) => part >= 0n)).toBe(true);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(1_000 * sold));
        });
      }),
    );
  });

  it('only fades what was learned where nothing was sold', () => {
    const { learned } = splitWeek(
      {
        units: [0, 0],
        traffic: [
          [5, 5],
          [0, 1],
        ],
      },
      { number: 2, days: 2 },
      first.learned,
      constants,
    );
    expect(learned.units).toBeCloseTo(0.8 * first.learned.units, 9);
    expect(learned.storefrontDays).toBeCloseTo(0.8 * first.learned.storefrontDays, 9);
    expect(learned.links[1]?.exposure).toBeCloseTo(0.8 * (first.learned.links[1]?.exposure ?? 0), 9);
  });

  it('gives the storefront all where nobody had traffic', () => {
    const { storefront } = splitWeek(
      { units: [4, 0, 2], traffic: [[0, 9, 0]] },
      { number: 1, days: 3 },
      nothingLearned(1),
      constants,
    );
    expect(storefront.map((sold) => sold.toFixed(9))).toEqual(['4.000000000', '0.000000000', '2.000000000']);
  });
});
