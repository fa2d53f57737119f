import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { productRow } from '../../packages/server/test/ingest/sources/keyapi-rows.ts';
import type { Observation } from '../oracle/observation.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { type ServedRow, servedRows } from '../publish/served.ts';

let fixture: PublishFixture;

beforeAll(async () => {
  fixture = await openPublishFixture();
});

beforeEach(() => fixture.empty());

afterAll(() => fixture.remove());

const days = [1, 7, 15, 30, 60, 90];

/** The row of the only product, after lines of other forms than ours were taken in and published. */
async function servedOf(...lines: readonly object[]): Promise<ServedRow> {
  await fixture.take(lines as readonly Observation[]);
  const { version } = await fixture.publish();
  const { serving_product_list: rows = [] } = await servedRows(fixture.engine, version);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
}

describe('one row of KeyAPI', () => {
  test('serves the windows that it states, to the unit and the cent', async () => {
    const row = productRow();
    const served = await servedOf(row);
    for (const n of days) {
      expect([n, Number(served[`total_sale_${n}d_cnt`])]).toEqual([n, row[`total_sale_${n}d_cnt`]]);
      expect([n, Number(served[`total_sale_gmv_${n}d_amt`])]).toEqual([n, row[`total_sale_gmv_${n}d_amt`]]);
    }
    expect(Number(served['total_sale_cnt'])).toBe(row['total_sale_cnt']);
  });

  test('and that of the next day serve the windows of the later one', async () => {
    const next = productRow({
      last_crawl_dt: 20260812,
      total_sale_cnt: 943_285,
      total_sale_1d_cnt: 210,
      total_sale_7d_cnt: 1_170,
      total_sale_15d_cnt: 2_450,
      total_sale_30d_cnt: 5_050,
      total_sale_60d_cnt: 9_050,
      total_sale_90d_cnt: 13_550,
      total_sale_gmv_amt: null,
    });
    const served = await servedOf(productRow({ total_sale_gmv_amt: null }), next);
    expect(days.map((n) => Number(served[`total_sale_${n}d_cnt`]))).toEqual([210, 1_170, 2_450, 5_050, 9_050, 13_550]);
  });
});

test('a rounded total serves the exact window beside it', async () => {
  const row = { product_id: '1729400000000000001', product_name: 'p', region: 'US', avg_price: '$17.6' };
  const totals = { total_sale_cnt: '4.6K', total_sale_30d_cnt: '501', total_sale_gmv_amt: '$61.79K' };
  const served = await servedOf({ ...row, ...totals, observed_at: '2026-08-12T00:00:00Z' });
  expect(served).toMatchObject({ total_sale_cnt: '4600', total_sale_30d_cnt: '501', total_sale_gmv_amt: 61_790 });
});

test('an exact total beside a rounded one serves its own growth', async () => {
  const heading = '商品,商品链接,国家/地区,总销量,总销售额';
  const link = 'https://shop.tiktok.com/view/product/1732186596358853001';
  for (const [day, sold] of [
    ['2026-07-06', 64],
    ['2026-07-07', 64],
    ['2026-07-08', 66],
  ] as const)
    await fixture.takeFile(Buffer.from(`${heading}\nSpray,${link},美国,${sold},$4.5万\n`), {
      readAs: 'tabcut',
      told: { day },
    });
  const { version } = await fixture.publish();
  const { serving_product_list: rows = [] } = await servedRows(fixture.engine, version);
  expect(rows).toMatchObject([{ total_sale_cnt: '66', total_sale_1d_cnt: '2', total_sale_gmv_amt: 45_000 }]);
});

test('SKUs of the second dialect price the units of a day', async () => {
  const skus = JSON.stringify([{ sku_id: '1', real_price: { sale_price_decimal: '23.3', currency: 'USD' } }]);
  const record = { kind: 'product', product_id: '1729400000000000001', region: 'US', skus };
  const served = await servedOf(
    { ...record, observed_at: '2026-08-11T00:00:00Z', total_sale_cnt: 40 },
    { ...record, observed_at: '2026-08-12T00:00:00Z', total_sale_cnt: 50 },
  );
  expect(served).toMatchObject({ total_sale_1d_cnt: '10', total_sale_gmv_1d_amt: 233, spu_avg_price: 23.3 });
});

test('a search of FastMoss serves what it says of a day and of a week', async () => {
  const product = {
    product_id: '1731100000000000001',
    title: 't',
    price: '$8.00 - 12.80',
    crate_show: '14%',
    sold_count: 12_840,
    yday_sold_count: 412,
    day7_sold_count: 3_106,
    day14_sold_count: 5_880,
    day28_sold_count: 9_900,
    region: 'US',
  };
  const served = await servedOf({
    code: '200',
    msg: 'ok',
    data: { product_list: [product], update_at: 1_786_492_800 },
  });
  expect(served).toMatchObject({
    total_sale_cnt: '12840',
    total_sale_1d_cnt: '412',
    total_sale_7d_cnt: '3106',
    total_sale_30d_cnt: '9900',
  });
});
