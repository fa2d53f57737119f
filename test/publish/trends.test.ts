import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { productTrends } from '../../packages/server/src/catalogue/trends/product-trends.ts';
import { shopTrends } from '../../packages/server/src/catalogue/trends/shop-trends.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import type { Row } from '../oracle/row.ts';
import { creator, epochSeconds, live, product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { servedTrend, trendDifferences } from './trends.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const sold = (day: string, units: number, gmv: number) =>
  video(day, {
    create_time: epochSeconds('2026-03-01T00:00:00Z'),
    total_comments_cnt: units,
    products: [{ product_id: '100', total_video_sale_cnt: units, total_video_sale_gmv_amt: gmv }],
  });

/** Publishes each part after the ones before it. */
async function differencesAfter(parts: readonly (readonly Observation[])[]): Promise<readonly string[]> {
  let version = 0;
  for (const part of parts) {
    await fixture.take(part);
    ({ version } = await fixture.publish());
  }
  return trendDifferences(fixture, version, oracle(parts.flat()).trends);
}

describe('the days before a product moved move along', () => {
  it('when it is first observed after a video sold it', async () => {
    expect(
      await differencesAfter([
        [sold('2026-03-02', 4, 40), sold('2026-03-03', 9, 95)],
        [product('2026-03-04', { currency: 'EUR', seller_id: '5' })],
      ]),
    ).toEqual([]);
  });

  it('when it goes to another shop and another currency', async () => {
    const total = { total_sale_cnt: 10, total_sale_gmv_amt: 99.5 };
    const more = { total_sale_cnt: 30, total_sale_gmv_amt: 299.5 };
    const currencies = ['2026-03-04', '2026-03-05', '2026-03-06'].map((day) =>
      product(day, { currency: 'EUR', seller_id: '6' }),
    );
    expect(
      await differencesAfter([
        [product('2026-03-01', { seller_id: '5', ...total }), product('2026-03-02', { seller_id: '5', ...more })],
        [sold('2026-03-03', 9, 95)],
        currencies,
      ]),
    ).toEqual([]);
  });
});

describe('the days of a creator', () => {
  const price = { currency: 'USD', min_price: 10, max_price: 10 };
  const goods = ['2026-03-01', '2026-03-03', '2026-03-06'].map((day, place) =>
    product(day, { ...price, total_sale_cnt: 10 + 20 * place }),
  );
  const sales = [sold('2026-03-02', 4, 40), sold('2026-03-05', 9, 95), live('2026-03-04', { total_views_cnt: 60 })];

  it('move along with a video that another creator turns out to have made', async () => {
    const taken = video('2026-03-06', { user_id: '8', products: [] });
    const back = video('2026-03-07', { user_id: '7', products: [] });
    expect(await differencesAfter([[...goods, ...sales], [taken], [], [back]])).toEqual([]);
  });

  it('move along when the creator of a video is told later, also with the currency of its product', async () => {
    const unknown = sales.map((record) => ({ ...record, user_id: undefined, unique_id: '@Ann' }));
    const currencies = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map((day) =>
      product(day, { ...price, currency: 'EUR' }),
    );
    const known = creator('2026-03-07', { unique_id: 'ann' });
    expect(
      await differencesAfter([
        [...goods, ...unknown],
        [known, ...currencies],
      ]),
    ).toEqual([]);
    await fixture.empty();
    expect(await differencesAfter([[...goods, ...unknown], [known], [...currencies]])).toEqual([]);
  });

  it('have comments, shares and lives as they were last seen, whatever arrives when', async () => {
    const seen = (day: string, counted: number) =>
      creator(day, { total_comments_cnt: counted, total_shares_cnt: 3 * counted, total_live_cnt: counted + 1 });
    const first = [seen('2026-03-01', 100), seen('2026-03-09', 40)];
    const late = [seen('2026-03-04', 70), seen('2026-03-10', 41)];
    expect(await differencesAfter([first, late, [creator('2026-03-20')], [seen('2026-06-30', 90)], first])).toEqual([]);
  });
});

it.each([
  [productTrends, '100'],
  [shopTrends, '5'],
])('agree with the list on the last day, and their growth with its windows', async (trend, id) => {
  await fixture.take([
    product('2026-03-01', { seller_id: '5', total_sale_cnt: 10, total_sale_gmv_amt: 100 }),
    sold('2026-03-03', 9, 95),
    product('2026-03-09', { seller_id: '5', total_sale_cnt: 90, total_sale_gmv_amt: 811.11 }),
  ]);
  const { version } = await fixture.publish();
  const table = trend.of.id.replace('-', '_');
  const [row] = await fixture.engine.rows<Row>(
    `SELECT total_sale_cnt, total_sale_gmv_amt, total_sale_7d_cnt, total_sale_gmv_7d_amt, total_video_cnt
     FROM serving_${table} WHERE version = {version:UInt32}`,
    { version },
  );
  const days = await servedTrend(fixture, trend, id, version);
  const week = (name: string) => days.slice(-7).reduce((sum, day) => sum + Number(day[name]), 0);
  expect({
    ...days.at(-1),
    total_sale_7d_cnt: week('total_sale_1d_cnt'),
    total_sale_gmv_7d_amt: Number(week('total_sale_gmv_1d_amt').toFixed(2)),
  }).toMatchObject(Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)])));
});
