import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, type IngestFixture, openIngestFixture, type Row, seen } from '../ingest-fixture.ts';
import { productRow, videoRow } from './keyapi-rows.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const day = '2026-08-11';

/** The current values of the product that a file is about: those of its record that is not derived. */
async function product(): Promise<Row | undefined> {
  const rows = (await fixture.landed('product')).map(seen);
  return rows.find(({ derived }) => derived === undefined);
}

const apifyRow = { productId: '1731100000000000001', title: 't', soldCount: 5, scrapedAt: '2026-08-12T08:00:00Z' };

function apify(changed: object): string {
  return JSON.stringify([{ ...apifyRow, ...changed }]);
}

describe('the currency of a row', () => {
  test.each([
    ['its sign', { price: 'NT$299', region: 'TW' }, {}, 'TWD', 299],
    ['a sign of several, by its region', { price: '$9.990', region: 'CL' }, {}, 'CLP', 9990],
    ['a sign of several, by the region told', { price: '$99' }, { region: 'MX' }, 'MXN', 99],
    ['a sign of several that no region explains', { price: '$99', region: 'XX' }, {}, 'USD', 99],
    ['its code, in small letters', { price: 99, currency: 'usd ', region: 'US' }, {}, 'USD', 99],
    ['the option', { price: 99, region: 'US' }, { currency: 'EUR' }, 'EUR', 99],
    ['its region', { price: '299.000', region: 'ID' }, {}, 'IDR', 299_000],
    ['the region told', { price: '299.000' }, { region: 'VN' }, 'VND', 299_000],
  ])('is that of %s', async (_, row, told, currency, price) => {
    expect((await fixture.take(apify(row), { told })).leftOut).toBeUndefined();
    expect(await product()).toMatchObject({ currency, min_price: price });
  });

  test('RMB is read as CNY, which is reported', async () => {
    const summary = await fixture.take(apify({ price: 99, currency: 'RMB', region: 'CN' }));
    expect(summary.mended).toEqual([{ field: 'product.currency', from: 'RMB', to: 'CNY', count: 1 }]);
    expect(await product()).toMatchObject({ currency: 'CNY', min_price: 99 });
  });

  test.each(['dollar', 'kr', 'Rupiah'])(
    '%s names none: it and the amounts are left out and reported',
    async (currency) => {
      const { leftOut } = await fixture.take(apify({ price: 99, currency, region: 'US' }), { told: { region: 'US' } });
      expect(leftOut?.map(({ field }) => field)).toEqual([
        'product.currency',
        'product.min_price',
        'product.max_price',
      ]);
      expect(leftOut?.[0]?.examples[0]?.reason).toBe(`expected a currency, such as USD, got "${currency}"`);
      expect(await product()).not.toHaveProperty('min_price');
    },
  );

  test('is not that of its region if it has no amounts', async () => {
    await fixture.take(apify({ region: 'US' }));
    expect(await product()).not.toHaveProperty('currency');
  });

  test('an amount in another one is left out and reported', async () => {
    const { leftOut } = await fixture.take(apify({ price: '€308', currency: 'USD', region: 'US' }));
    expect(leftOut?.map(({ field, examples }) => [field, examples[0]?.reason])).toEqual(
      ['product.min_price', 'product.max_price'].map((field) => [
        field,
        'expected an amount in USD, as the record, got "€308"',
      ]),
    );
  });
});

describe('the currency is asked for where amounts are and neither the file nor the region says it', () => {
  const research = {
    data: { products: [{ product_id: '1729400000000000003', product_sold_count: 8, product_price: ['19.90'] }] },
  };
  const fastmoss = {
    product_id: '1731100000000000001',
    title: 't',
    sold_count: 9,
    day7_sold_count: 1,
    sale_amount: 90,
  };
  test.each<readonly [string, object]>([
    ['keyapi', productRow({ skus: null, region: null })],
    ['tiktok-research', research],
    ['fastmoss', { code: 200, msg: 'ok', data: { product_list: [fastmoss] } }],
    ['apify', [{ ...apifyRow, price: '299.000' }]],
    ['apify', [{ ...apifyRow, price: '¥299' }]],
  ])('%s', async (_, document) => {
    const body = JSON.stringify(document);
    const told = { day, region: 'XX' };
    expect((await failureOf(fixture.take(body, { told }))).message).toContain('specify it with --currency');
    expect((await fixture.take(body, { told: { ...told, currency: 'JPY' } })).leftOut).toBeUndefined();
    expect(await product()).toMatchObject({ currency: 'JPY' });
    await fixture.empty();
    await fixture.take(body, { told: { day, region: 'JP' } });
    expect(await product()).toHaveProperty('currency');
  });
});

describe('a window that cannot be true is reported', () => {
  test.each<readonly [string, object, string]>([
    ['larger than the total', { total_sale_cnt: 10, total_sale_7d_cnt: 50 }, 'expected at most the total (10), got 50'],
    [
      'larger than a rounded total',
      { total_sale_cnt: '4.6K', total_sale_30d_cnt: '1.2万' },
      'expected at most the total (4600), got 12000',
    ],
    ['below 0', { total_sale_cnt: 10, total_sale_7d_cnt: -3 }, 'expected a count, such as 1234, 1,234 or 4.6K, got -3'],
    [
      'smaller than a shorter one',
      { total_sale_cnt: 100, total_sale_7d_cnt: 50, total_sale_30d_cnt: 40 },
      'expected at least the shorter window (50), got 40',
    ],
  ])('%s', async (_, windows, reason) => {
    const row = {
      product_id: '1729400000000000001',
      product_name: 'p',
      region: 'US',
      observed_at: '2026-08-12T00:00:00Z',
    };
    const { leftOut, rejected } = await fixture.take(JSON.stringify({ ...row, ...windows }), { readAs: 'keyapi' });
    expect(leftOut?.map(({ examples }) => examples[0]?.reason)).toEqual([reason]);
    expect(rejected).toBe(0);
  });

  test('not one that the rounding explains', async () => {
    const row = {
      product_id: '1729400000000000001',
      product_name: 'p',
      region: 'US',
      observed_at: '2026-08-12T00:00:00Z',
    };
    const windows = { total_sale_cnt: '1.2K', total_sale_30d_cnt: 1240 };
    expect((await fixture.take(JSON.stringify({ ...row, ...windows }))).leftOut).toBeUndefined();
    expect((await fixture.landed('product')).map((each) => each['total_sale_cnt'])).toEqual(['0', '1200']);
  });
});

test.each([
  ['total_sale_cnt', -5],
  ['min_price', -9],
  ['total_sale_gmv_amt', '($5)'],
  ['spu_avg_price', '5%'],
  ['min_price', '12.80-8.00'],
])('%s of %j is left out and reported', async (field, value) => {
  const { leftOut } = await fixture.take(JSON.stringify(productRow({ [field]: value })));
  expect(leftOut?.map((each) => each.field)).toContain(`product.${field}`);
});

test('rounded sales of a video make a record of their own, and its exact totals stay exact', async () => {
  await fixture.take(JSON.stringify(videoRow({ total_video_sale_cnt: '1.2K' })), { told: { day } });
  const videos = (await fixture.landed('video')).map(seen);
  expect(videos.map((row) => [row['rounded_to'], row['total_views_cnt'], row['products']])).toEqual([
    [undefined, '98400', [expect.not.objectContaining({ total_video_sale_cnt: expect.anything() })]],
    ['100', undefined, [expect.objectContaining({ total_video_sale_cnt: '1200' })]],
  ]);
});

test('a line of an affiliate order in a currency that cannot be read is no dollars', async () => {
  const header = 'Order ID,Product ID,Quantity,Content ID,Content Type,Currency,Payment Amount,Time Created';
  const line = '1,1731100000000000001,1,7622271734040000001,Video,Rupiah,300,31/03/2026 10:00:00';
  const { leftOut, records } = await fixture.take(`${header}\n${line}\n`, { told: { region: 'US' } });
  expect(records).toEqual({ sale: 1 });
  expect(leftOut?.map(({ field }) => field)).toEqual(['sale.currency', 'sale.gmv']);
});
