import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { DEFAULT_WEIGHTS } from '../oracle/attribution.ts';
import type { Observation, ProductObservation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import type { Row } from '../oracle/row.ts';
import { fx, live, product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

type Seen = Partial<ProductObservation>;

/** What is seen of a product, a moment each, and some of what must be served. */
interface Case {
  readonly seen: readonly (readonly [day: string, seen: Seen])[];
  readonly served?: Row;
}

const priceMax = 1e12;
const unitsMax = 1e9;
const largest = 90_000_000_000_000;

/** What is seen, where the first day may be as early as that. */
const casesSince = (earliest: string): Readonly<Record<string, Case>> => ({
  'a SKU price of -1, alone': { seen: sold({ skus: skus(-1) }), served: { spu_avg_price: 0 } },
  'a SKU price of -1 among others': { seen: sold({ skus: skus(-1, 5, 6) }), served: { spu_avg_price: 5.5 } },
  '60 SKUs at 99999999999999': { seen: sold({ skus: skus(...Array(60).fill(99_999_999_999_999)) }) },
  '60 SKUs at the highest price': { seen: sold({ skus: skus(...Array(60).fill(priceMax)) }) },
  '20,000 SKUs at the highest price': {
    seen: sold({ skus: skus(...Array(20_000).fill(priceMax)) }),
    served: { spu_avg_price: priceMax },
  },
  'a million units at the highest price': {
    seen: [
      ['2026-03-01', { total_sale_cnt: 0, min_price: priceMax }],
      ['2026-03-03', { total_sale_cnt: 1_000_000 }],
    ],
    served: { total_sale_gmv_1d_amt: largest, total_sale_gmv_90d_amt: largest, total_sale_gmv_amt: largest },
  },
  'all units over many years, at the highest price': {
    seen: [
      [earliest, { total_sale_cnt: 0, max_price: priceMax }],
      ['2026-03-03', { total_sale_cnt: unitsMax }],
    ],
    served: { total_sale_gmv_1d_amt: largest, total_sale_gmv_amt: largest },
  },
  'all GMV over many years': {
    seen: [
      [earliest, { total_sale_gmv_amt: 0 }],
      ['2026-03-03', { total_sale_gmv_amt: 1e13, total_sale_cnt: unitsMax }],
    ],
  },
  'first units at the highest price': { seen: [['2026-03-03', { total_sale_cnt: unitsMax, spu_avg_price: priceMax }]] },
  'all units, again and again': {
    seen: Array.from({ length: 28 }, (_, day) => [
      `2026-02-${String(day + 1).padStart(2, '0')}`,
      { total_sale_cnt: day % 2 ? unitsMax : 0, total_sale_gmv_amt: day % 2 ? 1e13 : 0 },
    ]),
  },
});

/** Lists that the cases have the largest amounts in: lives promote nothing there. */
const listsOfLargest = lists
  .filter(({ row }) => row.some(({ kind }) => kind === 'amount') && !row.some(({ name }) => name === 'finish_time'))
  .map(({ id }) => id)
  .sort();

/** Rates are learned week by week, each by statements of its own: 26 years of weeks take minutes. */
describe.each([
  [undefined, 'naive', '2000-01-01'],
  ['USD', 'learned', '2021-01-01'],
  ['VND', 'naive', '2000-01-01'],
] as const)(
  'what ingest accepts is served right, reported in %s, with %s attribution, since %s:',
  (reportingCurrency, attribution, earliest) => {
    const cases = casesSince(earliest);
    let fixture: PublishFixture;
    let failures: readonly string[];
    let rows: ReadonlyMap<string, Row>;
    let saturated: Readonly<Record<string, number>>;
    const observations = [...rates(), ...Object.values(cases).flatMap(({ seen }, index) => sightings(seen, index))];

    beforeAll(async () => {
      fixture = await openPublishFixture();
      await fixture.take(observations);
      const report = await fixture.publish({ settings: { reportingCurrency, attribution } });
      saturated = report.saturated;
      const served = await servedRows(fixture.engine, report.version);
      const expected = oracle(observations, { reportingCurrency, weights: { ...DEFAULT_WEIGHTS, attribution } });
      failures = differences(served, expected);
      rows = new Map(expected.products.map((row) => [String(row['product_id']), row]));
    });
    afterAll(() => fixture.remove());

    it.each(Object.entries(cases))('%s', (name, { served }) => {
      const id = idOf(Object.keys(cases).indexOf(name));
      expect(failures.filter((failure) => failure.includes(id))).toEqual([]);
      if (reportingCurrency === undefined) expect(rows.get(id)).toMatchObject(served ?? {});
    });

    it('every list of them', () => expect(failures).toEqual([]));

    it('and rows that reached the largest number are counted', () => {
      expect(saturated['product-list']).toBeGreaterThan(2);
      if (reportingCurrency !== undefined) expect(Object.keys(saturated).sort()).toEqual(listsOfLargest);
    });
  },
);

/** One video and one live promote every product, with as much of its sales as they may have. */
function sightings(seen: Case['seen'], index: number): readonly Observation[] {
  const product_id = idOf(index);
  const own = { product_id, total_video_sale_cnt: unitsMax, total_video_sale_gmv_amt: 1e13 };
  return [
    ...seen.map(([day, fields]) => product(day, { product_id, seller_id: '5', currency: 'EUR', ...fields })),
    video('2026-02-01', { products: [{ product_id }], total_views_cnt: 900_000_000_000 }),
    video('2026-03-03', { products: index % 2 === 0 ? [own] : [{ product_id }] }),
    live('2026-03-01', { products: [{ product_id }], total_views_cnt: 900_000_000_000 }),
  ];
}

/** Rates as far apart as they may be. */
function rates(): readonly Observation[] {
  return [fx('2000-01-01', 'EUR', 0.000001), fx('2000-01-01', 'VND', 1e9), fx('2026-03-02', 'USD', 1e9)];
}

function idOf(index: number): string {
  return String(1000 + index);
}

/** Ten units on each of two days. */
function sold(fields: Seen): Case['seen'] {
  return [1, 2, 3].map((day) => [`2026-03-0${day}`, { total_sale_cnt: 90 + 10 * day, ...fields }]);
}

function skus(...prices: readonly number[]): object {
  return prices.map((price_val) => ({ real_price: { price_val } }));
}
