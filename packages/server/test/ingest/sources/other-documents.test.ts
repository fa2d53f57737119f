import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IngestFixture, openIngestFixture, seen } from '../ingest-fixture.ts';

let fixture: IngestFixture;

beforeAll(async () => {
  fixture = await openIngestFixture();
});

beforeEach(() => fixture.empty());

afterAll(() => fixture.remove());

const told = { region: 'US', day: '2026-08-11' };

describe('fastmoss', () => {
  const found = {
    product_id: '1731100000000000001',
    title: "<span style='color:red'>Hal</span>loween",
    price: '$8.00 - 12.80',
    crate_show: '14%',
    sold_count: 12_840,
    sale_amount: 131_224.5,
    yday_sold_count: 412,
    day7_sold_count: 3_106,
    day14_sold_count: 5_880,
    day28_sold_count: 9_900,
    relate_author_count: 88,
    product_rating: '4.7',
    region: 'US',
    trend: [
      { dt: '2026-08-10', inc_sold_count: 401, inc_sale_amount: 4_100.1 },
      { dt: '2026-08-11', inc_sold_count: 412, inc_sale_amount: 4_200.2 },
    ],
  };
  const search = (changed: object = {}) =>
    JSON.stringify({
      code: '200',
      msg: 'success!',
      data: { product_list: [found], update_at: 1_786_492_800 },
      ...changed,
    });

  test('a search says the totals of the day before its update, and what they were before', async () => {
    expect(await fixture.take(search())).toMatchObject({ from: 'fastmoss', records: { product: 6 }, rejected: 0 });
    const rows = await fixture.landed('product');
    expect(rows.map(({ observed_at: at, total_sale_cnt: sold }) => [String(at).slice(0, 10), Number(sold)])).toEqual([
      ['2026-07-14', 2_940],
      ['2026-07-28', 6_960],
      ['2026-08-04', 9_734],
      ['2026-08-09', 12_027],
      ['2026-08-10', 12_428],
      ['2026-08-11', 12_840],
    ]);
    expect(seen(rows.at(-1))).toMatchObject({
      product_name: 'Halloween',
      min_price: 8,
      max_price: 12.8,
      product_commission_rate: 0.14,
      currency: 'USD',
    });
  });

  test('what a session without an account is shown is taken, and a page of its guard is refused', async () => {
    expect(await fixture.take(search({ code: 'MAG_AUTH_3001' }))).toMatchObject({ records: { product: 6 } });
    const guarded = JSON.stringify({ code: 'MSG_SAFE_0001', msg: 'verify yourself', data: null });
    expect(await fixture.take(guarded)).toMatchObject({ records: {}, rejected: 1 });
  });

  test('a base response is a product and its shop', async () => {
    const product = {
      product_id: '1731100000000000001',
      title: 't',
      real_price: '$9.99',
      sold_count: 5,
      commission_rate: '10%',
      region: 'US',
    };
    const shop = { seller_id: '7494800000000000001', name: 's', sold_count: 50, region: 'US' };
    await fixture.take(JSON.stringify({ code: 200, msg: 'success', data: { product, shop } }), { told });
    expect(await fixture.landed('product')).toMatchObject([{ total_sale_cnt: '5', min_price: 9.99 }]);
    expect(await fixture.landed('shop')).toMatchObject([{ shop_name: 's', total_sale_cnt: '50' }]);
  });

  test('an answer of the MCP tool nests what it says', async () => {
    const row = {
      product: {
        product_id: '1731100000000000001',
        title: 't',
        real_price: 9.5,
        currency: 'USD',
        commission_rate_percent: 1,
      },
      sales_summary: { total_units_sold: 500, last_7d_units_sold: 70, last_28d_units_sold: 280 },
      distribution_summary: { linked_creator_count: 3 },
    };
    const answer = { content: [{ type: 'text', text: JSON.stringify({ items: [row] }) }] };
    expect(await fixture.take(JSON.stringify(answer), { told })).toMatchObject({
      from: 'fastmoss',
      records: { product: 3 },
    });
    expect(seen((await fixture.landed('product')).at(-1))).toMatchObject({
      total_sale_cnt: '500',
      product_commission_rate: 0.01,
      total_ifl_cnt: '3',
    });
  });

  test('a video names its product and creator', async () => {
    const row = {
      video_id: '7470500000000000001',
      uid: '6530900000000000001',
      unique_id: 'h',
      product_id: '1731100000000000001',
      play_count: 7,
    };
    await fixture.take(JSON.stringify({ code: 200, msg: 'success', data: { list: [row] } }), { told });
    expect(await fixture.landed('video')).toMatchObject([{ total_views_cnt: '7', user_id: '6530900000000000001' }]);
    expect(await fixture.landed('creator')).toMatchObject([{ unique_id: 'h' }]);
  });
});

describe('apify', () => {
  test('rows of an actor are running totals with a moment, and a row without an id is none', async () => {
    const row = {
      productId: '1731100000000000001',
      title: 't',
      soldText: '1.2K+ sold',
      price: { value: '12.97', currency: 'USD' },
      region: 'US',
      scrapedAt: '2026-08-12T08:00:00Z',
    };
    const rows = [row, { ...row, productId: null }];
    expect(await fixture.take(JSON.stringify(rows))).toMatchObject({
      from: 'apify',
      records: { product: 1 },
      rejected: 0,
    });
    expect((await fixture.landed('product')).map(seen)).toMatchObject([
      { total_sale_cnt: '1200', rounded_to: '100', min_price: 12.97, observed_at: '2026-08-12 08:00:00.000' },
    ]);
  });

  test('videos of the scraper are videos and their creators', async () => {
    const authorMeta = { id: '6530900000000000001', name: 'h', fans: 9 };
    const row = { id: '7470500000000000001', playCount: 7, diggCount: 1, createTime: 1_786_300_000, authorMeta };
    expect(await fixture.take(JSON.stringify([row]), { told })).toMatchObject({ records: { video: 1, creator: 1 } });
    expect(await fixture.landed('creator')).toMatchObject([{ total_followers_cnt: '9' }]);
  });
});

test('ids of the Research API that are JSON numbers keep all their digits', async () => {
  const body = `{"data":{"products":[{"product_id":1729400000000000003,"shop_id":7494700000000000001,"product_name":"p",
    "product_sold_count":812,"product_price":["19.90","12.90"],"product_rating":"4.6"}]},"error":{"code":"ok","message":""}}`;
  expect(await fixture.take(body, { told })).toMatchObject({ from: 'tiktok-research', rejected: 0 });
  expect(await fixture.landed('product')).toMatchObject([
    {
      product_id: '1729400000000000003',
      seller_id: '7494700000000000001',
      min_price: 12.9,
      max_price: 19.9,
      total_sale_cnt: '812',
    },
  ]);
});
