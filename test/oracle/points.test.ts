import { describe, expect, it } from 'vitest';
import { oracle } from './oracle.ts';
import { countedPoints } from './points.ts';
import { only, product, video } from './sightings.ts';

type Totals = readonly (readonly [day: number, total: number])[];

/** The points that count, of totals by day. */
function counted(
  seen: { readonly exact?: Totals; readonly rounded?: Totals; readonly derived?: Totals },
  made?: number,
) {
  const of = (totals: Totals = []) => new Map(totals.map(([day, total]) => [day, BigInt(total)]));
  const points = countedPoints({ exact: of(seen.exact), rounded: of(seen.rounded), derived: of(seen.derived) }, made);
  return points.map(({ day, total }) => [day, Number(total)]);
}

/** Totals of consecutive days from the first on. */
function daily(first: number, ...totals: readonly number[]): Totals {
  return totals.map((total, place) => [first + place, total]);
}

describe('derived totals (section 2)', () => {
  const exact: Totals = [
    [10, 100],
    [20, 200],
  ];

  it('lie between the exact ones around them and never fall', () => {
    expect(counted({ exact, derived: [[12, 90]] })).toEqual([
      [10, 100],
      [12, 100],
      [20, 200],
    ]);
    expect(counted({ exact, derived: daily(12, 150, 140, 160, 250, 170) })).toEqual([
      [10, 100],
      [12, 150],
      [13, 150],
      [14, 160],
      [15, 200],
      [16, 200],
      [20, 200],
    ]);
  });

  it('before the first exact one are at most that, and after the last at least that', () => {
    expect(counted({ exact, derived: [...daily(5, 80, 70, 120), ...daily(22, 190, 230)] })).toEqual([
      [5, 80],
      [6, 80],
      [7, 100],
      [10, 100],
      [20, 200],
      [22, 200],
      [23, 230],
    ]);
  });

  it('do not count on a day with another, where the total fell, or in a dip', () => {
    expect(counted({ exact, derived: [[20, 190]] })).toEqual(exact);
    const fall: Totals = [
      [10, 100],
      [20, 80],
    ];
    expect(counted({ exact: fall, derived: daily(12, 90, 95) })).toEqual(fall);
    const dip: Totals = [
      [10, 100],
      [11, 3],
      [14, 120],
    ];
    expect(counted({ exact: dip, derived: [...daily(11, 105), ...daily(13, 110)] })).toEqual([
      [10, 100],
      [13, 110],
      [14, 120],
    ]);
  });

  it('are all there is where nothing else was seen', () => {
    expect(counted({ derived: daily(1, 5, 4, 7) })).toEqual([...daily(1, 5, 5, 7)]);
  });

  it('of a new video begin at the 0 before it was made', () => {
    expect(
      counted(
        {
          exact: [[20, 50]],
          derived: [
            [13, 2],
            [19, 40],
          ],
        },
        18,
      ),
    ).toEqual([
      [13, 0],
      [17, 0],
      [19, 40],
      [20, 50],
    ]);
  });
});

describe('rounded totals (section 2)', () => {
  it('count where they change', () => {
    expect(counted({ rounded: daily(1, 1000, 1000, 1000, 2000, 2000, 1000, 2000) })).toEqual([
      [1, 1000],
      [4, 2000],
      [6, 1000],
      [7, 2000],
    ]);
  });

  it('give way to exact ones of the day, and between exact ones are no more than derived', () => {
    expect(
      counted({
        exact: [
          [1, 10_400],
          [5, 11_600],
        ],
        rounded: [
          [1, 10_000],
          [2, 10_000],
          [3, 11_000],
          [4, 12_000],
          [6, 11_000],
          [7, 13_000],
        ],
      }),
    ).toEqual([
      [1, 10_400],
      [3, 11_000],
      [4, 11_600],
      [5, 11_600],
      [7, 13_000],
    ]);
  });

  it('are better than derived ones of the day', () => {
    expect(
      counted({
        rounded: [[5, 3000]],
        derived: [
          [5, 2990],
          [4, 2500],
        ],
      }),
    ).toEqual([
      [4, 2500],
      [5, 3000],
    ]);
  });
});

describe('what derived and rounded records are no part of', () => {
  it('a derived one was not seen: neither first day, nor current value, nor price', () => {
    const { products } = oracle([
      product('2026-03-01', { derived: 1, total_sale_cnt: 40, spu_avg_price: 9, product_name: 'No' }),
      product('2026-03-11', { total_sale_cnt: 50, spu_avg_price: 2 }),
      product('2026-03-11', { observed_at: '2026-03-11T23:00:00Z', derived: true, total_sale_cnt: 60 }),
    ]);
    expect(only(products)).toMatchObject({
      first_crawl_dt: 20260311,
      product_name: '',
      spu_avg_price: 2,
      total_sale_cnt: 50,
      total_sale_30d_cnt: 10,
      // 40 units before the first day, then 10, at 2.
      total_sale_gmv_amt: 100,
    });
  });

  it('a rounded one was seen', () => {
    const { products, productVideos } = oracle([
      product('2026-03-01', { rounded_to: 100, total_sale_cnt: 4600 }),
      video('2026-03-02', { rounded_to: 1000, total_views_cnt: 5000 }),
      video('2026-03-01', { derived: 1, total_views_cnt: 4000 }),
    ]);
    expect(only(products)).toMatchObject({ first_crawl_dt: 20260301, total_sale_cnt: 4600, total_views_30d_cnt: 1000 });
    expect(only(productVideos)).toMatchObject({ total_views_cnt: 5000 });
  });
});
