import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '../oracle/observation.ts';
import { type OracleOptions, oracle } from '../oracle/oracle.ts';
import { epochSeconds, fx, live, product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, type ServedRow, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

/** The only row of each table, after every batch was published; it is the oracle's. */
async function servedAfter(...batches: (readonly Observation[])[]): Promise<Record<string, ServedRow | undefined>> {
  let version = 0;
  for (const batch of batches) {
    await fixture.take(batch);
    ({ version } = await fixture.publish());
  }
  const rows = await servedRows(fixture.engine, version);
  expect(differences(rows, oracle(batches.flat()))).toEqual([]);
  return Object.fromEntries(Object.entries(rows).map(([table, [row]]) => [table, row && withNumbers(row)]));
}

/** The engine writes counts as text. */
function withNumbers(row: ServedRow): ServedRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, /_cnt$/.test(name) ? Number(value) : value]),
  );
}

describe('total_sale_gmv_amt', () => {
  it('is never below what its windows add up to, also where running GMV was corrected downwards', async () => {
    const { serving_product_list } = await servedAfter([
      product('2026-03-01', { total_sale_cnt: 10, total_sale_gmv_amt: 100 }),
      product('2026-03-02', { total_sale_cnt: 20, total_sale_gmv_amt: 200 }),
      product('2026-03-03', { total_sale_cnt: 20, total_sale_gmv_amt: 60 }),
    ]);
    expect(serving_product_list).toMatchObject({ total_sale_gmv_90d_amt: 100, total_sale_gmv_amt: 100 });
  });

  it('is at least what videos and lives are known to have sold, where the product shows no GMV', async () => {
    const { serving_product_list } = await servedAfter([
      video('2026-03-01', { products: [{ product_id: '100', total_video_sale_cnt: 3, total_video_sale_gmv_amt: 30 }] }),
      live('2026-03-01', { products: [{ product_id: '100', total_live_sale_cnt: 2, total_live_sale_gmv_amt: 20 }] }),
    ]);
    expect(serving_product_list).toMatchObject({
      total_sale_cnt: 5,
      total_sale_gmv_amt: 50,
      total_video_sale_gmv_amt: 30,
      total_live_sale_gmv_amt: 20,
    });
  });
});

describe('what a video, a live or a creator sold of a product', () => {
  it('is never above what the product sold', async () => {
    const own = { total_video_sale_cnt: 900, total_video_sale_gmv_amt: 9000 };
    const served = await servedAfter([
      product('2026-03-01', { seller_id: '5', total_sale_cnt: 50, total_sale_gmv_amt: 500, spu_avg_price: 10 }),
      video('2026-03-01', { products: [{ product_id: '100', ...own }] }),
      live('2026-03-01', { products: [{ product_id: '100', total_live_sale_cnt: 80, total_live_sale_gmv_amt: 800 }] }),
    ]);
    const most = { total_video_sale_cnt: 50, total_video_sale_gmv_amt: 500 };
    const mostOfLives = { total_live_sale_cnt: 50, total_live_sale_gmv_amt: 500 };
    expect(served['serving_product_list']).toMatchObject({ ...most, ...mostOfLives, sales_flag: 1 });
    expect(served['serving_influencer_products']).toMatchObject({ ...most, ...mostOfLives });
    expect(served['serving_product_videos']).toMatchObject(most);
    expect(served['serving_shop_videos']).toMatchObject(most);
    expect(served['serving_product_creators']).toMatchObject({
      per_product_ifl_sale_cnt: 50,
      per_product_ifl_gmv_amt: 500,
    });
  });

  it('keeps the units it was given on its days, where a correction took the total of the product below them', async () => {
    const made = { create_time: epochSeconds('2026-03-01T00:00:00Z') };
    const { serving_product_list } = await servedAfter([
      product('2026-03-01', { total_sale_cnt: 100 }),
      product('2026-03-02', { total_sale_cnt: 200 }),
      video('2026-03-02', { ...made, total_views_cnt: 1000 }),
      product('2026-03-03', { total_sale_cnt: 110 }),
      product('2026-03-04', { total_sale_cnt: 55 }),
    ]);
    expect(serving_product_list).toMatchObject({
      total_sale_cnt: 55,
      total_sale_90d_cnt: 100,
      total_video_sale_90d_cnt: 99,
      total_video_sale_cnt: 99,
    });
  });
});

describe('two records of one millisecond', () => {
  const dear = product('2026-03-01', { total_sale_cnt: 7, min_price: 100 });
  const cheap = product('2026-03-01', { total_sale_cnt: 5, spu_avg_price: 10 });

  it.each([
    ['in one batch', [[cheap, dear]]],
    ['in two batches', [[cheap], [dear]]],
    ['in two batches, the other way round', [[dear], [cheap]]],
  ])('count as the larger value of each field and the larger of their prices, %s', async (_, batches) => {
    const { serving_product_list } = await servedAfter(...batches);
    expect(serving_product_list).toMatchObject({
      total_sale_cnt: 7,
      spu_avg_price: 100,
      min_price: 100,
      total_sale_gmv_amt: 700,
    });
  });
});

describe('a product seen in two currencies', () => {
  const seen = (day: number, currency: string, units: number, fields: object = {}) =>
    product(`2026-03-0${day}`, { currency, total_sale_cnt: units, spu_avg_price: 10, ...fields });

  async function publishedAfter(batches: readonly (readonly Observation[])[], settings: OracleOptions) {
    for (const batch of batches) {
      await fixture.take(batch);
      await fixture.publish({ settings });
    }
    const report = await fixture.publish({ settings });
    const expected = oracle(batches.flat(), settings);
    const rows = await servedRows(fixture.engine, report.version);
    expect(differences(rows, expected)).toEqual([]);
    expect(report.otherCurrency).toEqual(expected.otherCurrency);
    return { report, row: rows['serving_product_list']?.[0] };
  }

  it.each([
    ['published at once', (days: readonly Observation[]) => [days]],
    ['published a day at a time', (days: readonly Observation[]) => days.map((day) => [day])],
  ])('keeps its prices and its GMV when one record names another currency, %s', async (_, batchesOf) => {
    // 16 units a day at 10.00 on three days, and 45 before them; one record was 250,000 dong.
    const slip = seen(3, 'VND', 77, { spu_avg_price: 250_000, total_sale_gmv_amt: 1e9 });
    const days = [seen(1, 'USD', 45), seen(2, 'USD', 61), slip, seen(4, 'USD', 93)];
    const { report, row } = await publishedAfter(batchesOf(days), {});
    expect(row).toMatchObject({
      currency: 'USD',
      spu_avg_price: 10,
      total_sale_gmv_30d_amt: 480,
      total_sale_gmv_amt: 930,
    });
    expect(report.otherCurrency).toEqual({ VND: 1 });
  });

  it('is in the other once that is seen on most of the last seven days, and in the first on a tie', async () => {
    const dollars = [1, 2, 3].map((day) => seen(day, 'USD', day));
    const tie = await publishedAfter([[...dollars, ...[4, 5, 6].map((day) => seen(day, 'EUR', day))]], {});
    expect(tie.row).toMatchObject({ currency: 'USD' });
    expect(tie.report.otherCurrency).toEqual({ EUR: 3 });
    await fixture.empty();
    const euros = [4, 5, 6, 7].map((day) => [seen(day, 'EUR', day, { spu_avg_price: 8 })]);
    const more = await publishedAfter([dollars, ...euros], {});
    expect(more.row).toMatchObject({ currency: 'EUR', total_sale_gmv_30d_amt: 48 });
    expect(more.report.otherCurrency).toEqual({ USD: 3 });
  });

  it('has its history converted again from the currency it turns out to have, goes on, and so do its videos', async () => {
    const own = (day: number) =>
      video(`2026-03-0${day}`, {
        total_views_cnt: day * 100,
        products: [{ product_id: '100', total_video_sale_cnt: day * 4, total_video_sale_gmv_amt: day * 40 }],
      });
    const rates = [fx('2026-01-01', 'EUR', 0.5), fx('2026-01-01', 'VND', 25_000)];
    const dong = [1, 2, 3].map((day) => [seen(day, 'VND', day * 9), own(day)]);
    const euros = [4, 5, 6, 7].map((day) => [seen(day, 'EUR', day * 9)]);
    const { report, row } = await publishedAfter(
      [...dong, ...euros].map((batch, index) => (index === 0 ? [...rates, ...batch] : batch)),
      {
        reportingCurrency: 'USD',
      },
    );
    expect(report.base).toBeGreaterThan(0);
    expect(row).toMatchObject({ currency: 'USD', total_sale_gmv_1d_amt: 180, total_video_sale_gmv_amt: 240 });
  });

  it('has one currency in a millisecond: the larger', async () => {
    const both = [seen(1, 'USD', 1), seen(1, 'VND', 1, { spu_avg_price: 250_000 })];
    const { report, row } = await publishedAfter([both, [seen(2, 'USD', 5)]], {});
    expect(row).toMatchObject({ currency: 'VND', spu_avg_price: 250_000 });
    expect(report.otherCurrency).toEqual({ USD: 1 });
  });
});
