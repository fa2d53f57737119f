import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IngestFixture, ndjson, openIngestFixture, type Row, seen } from '../ingest-fixture.ts';
import { envelope, productRow, videoRow } from './keyapi-rows.ts';

let fixture: IngestFixture;

beforeAll(async () => {
  fixture = await openIngestFixture();
});

beforeEach(() => fixture.empty());

afterAll(() => fixture.remove());

const told = { day: '2026-08-11' };

async function only(kind: string): Promise<Row> {
  const rows = await fixture.landed(kind);
  expect(rows).toHaveLength(1);
  return seen(rows[0]);
}

describe('products', () => {
  test('a list says its totals at the end of the day of the crawl, and its windows what they were before', async () => {
    const summary = await fixture.take(envelope([productRow()]));
    expect(summary).toMatchObject({ from: 'keyapi', records: { product: 7 }, rejected: 0, unknownFields: {} });
    const rows = await fixture.landed('product');
    expect(
      rows.map(({ observed_at: at, total_sale_cnt: sold, total_sale_gmv_amt: gmv, derived }) => [
        at,
        Number(sold),
        gmv,
        derived,
      ]),
    ).toEqual([
      ['2026-05-13 00:00:01.000', 929_575, 9_289_587.06, 1],
      ['2026-06-12 00:00:01.000', 934_075, 9_394_437.31, 1],
      ['2026-07-12 00:00:01.000', 938_075, 9_487_636.81, 1],
      ['2026-07-27 00:00:01.000', 940_675, 9_548_217.31, 1],
      ['2026-08-04 00:00:01.000', 941_955, 9_578_041.31, 1],
      ['2026-08-10 00:00:01.000', 942_915, 9_600_409.31, 1],
      ['2026-08-11 23:59:59.000', 943_075, 9_604_137.31, null],
    ]);
  });

  test('a commission of 10 is ten percent, and the currency is that of the variants', async () => {
    await fixture.take(envelope([productRow({ total_sale_cnt: null, total_sale_gmv_amt: null })]));
    expect(await only('product')).toMatchObject({ product_commission_rate: 0.1, currency: 'USD' });
  });

  test('a window that is hidden, larger than the total or smaller than a shorter one is passed over', async () => {
    const changed = {
      total_sale_1d_cnt: -1,
      total_sale_15d_cnt: 3,
      total_sale_90d_cnt: 2_000_000,
      total_sale_gmv_amt: null,
    };
    await fixture.take(envelope([productRow(changed)]));
    const days = (await fixture.landed('product')).map(({ observed_at: at }) => String(at).slice(0, 10));
    expect(days).toEqual(['2026-06-12', '2026-07-12', '2026-08-04', '2026-08-11']);
  });

  test.each([
    ['a list', JSON.stringify([productRow()])],
    ['lines of rows', ndjson([productRow()])],
    ['lines of envelopes', ndjson([JSON.parse(envelope([productRow()]))])],
    ['a detail', envelope(productRow())],
    ['a list in the envelope', envelope({ list: [productRow()], total: 1 })],
    ['the answer of an MCP tool', JSON.stringify({ content: [{ type: 'text', text: envelope([productRow()]) }] })],
    ['the structured answer of one', JSON.stringify({ structuredContent: JSON.parse(envelope([productRow()])) })],
  ])('%s is read as an envelope is', async (_, body) => {
    expect(await fixture.take(body)).toMatchObject({ from: 'keyapi', records: { product: 7 }, rejected: 0 });
  });

  test('a trend is a record a day, of the region that is told', async () => {
    const days = ['2026-08-05', '2026-08-06', '2026-08-07', '2026-08-09', '2026-08-10'];
    const rows = days.map((dt, at) => ({ dt, product_id: '1729400000000000001', total_sale_cnt: 942_000 + 160 * at }));
    const trend = envelope(rows.map((row) => ({ ...row, total_sale_1d_cnt: 160, total_sale_gmv_amt: 9_580_000 })));
    await expect(fixture.take(trend)).rejects.toThrow('do not say their region: specify it with --region');
    expect(await fixture.take(trend, { told: { region: 'US' } })).toMatchObject({ records: { product: 5 } });
    const landed = await fixture.landed('product');
    expect(landed.map(({ observed_at: at }) => at)).toEqual(days.map((day) => `${day} 23:59:59.000`));
  });

  test('counts of a ranking are of its period and are no totals', async () => {
    const row = {
      product_id: '1729400000000000001',
      product_name: 'p',
      region: 'US',
      total_sale_cnt: 40,
      total_ifl_cnt: 2,
    };
    await fixture.take(envelope([row]), { told });
    const landed = await only('product');
    expect(landed).toMatchObject({ product_name: 'p' });
    expect(landed).not.toHaveProperty('total_sale_cnt');
    expect(landed).not.toHaveProperty('total_ifl_cnt');
  });

  test('values of the EchoTik pages are read, and their totals are rounded to what they are written to', async () => {
    const row = {
      product_id: '1729400000000000001',
      product_name: 'p',
      cover_url: 'https://example.com/x.jpg',
      avg_price: '$17.6',
      total_sale_cnt: '4.6K',
      total_sale_30d_cnt: '501',
      total_sale_gmv_amt: '$61.79K',
      total_ifl_cnt: '134',
      total_video_count: '168',
      region: 'US',
      observed_at: '2026-08-12T00:00:00Z',
    };
    await fixture.take(ndjson([row]));
    const [before, now] = (await fixture.landed('product')).map(seen);
    expect(before).toMatchObject({ observed_at: '2026-07-13 00:00:01.000', total_sale_cnt: '4099', derived: 1 });
    expect(now).toMatchObject({
      total_sale_cnt: '4600',
      rounded_to: '100',
      total_sale_gmv_amt: 61_790,
      spu_avg_price: 17.6,
      total_ifl_cnt: '134',
      total_video_cnt: '168',
      currency: 'USD',
      cover_url: '[{"url":"https://example.com/x.jpg","index":0}]',
    });
    expect(await fixture.take(ndjson([row]), { readAs: 'apify' })).toMatchObject({ from: 'apify', rejected: 0 });
  });
});

describe('videos and lives', () => {
  const soldByVideo = {
    product_id: '1729400000000000001',
    total_video_sale_cnt: '25',
    total_video_sale_gmv_amt: 612.5,
  };

  test('a video of a product is linked to it with what it sold', async () => {
    const summary = await fixture.take(envelope([videoRow({ nick_name: 'n' })]), { told });
    expect(summary).toMatchObject({ records: { video: 1, creator: 1 }, rejected: 0 });
    expect(await only('video')).toMatchObject({
      products: [soldByVideo],
      total_views_cnt: '98400',
    });
    expect(await only('creator')).toMatchObject({ user_id: '6530900000000000001', nick_name: 'n' });
  });

  test('our own records may be about a video and one product, too', async () => {
    const record = { kind: 'video', observed_at: '2026-08-12T00:00:00Z', ...videoRow() };
    const { unknownFields } = await fixture.take(ndjson([record]));
    expect(unknownFields).toEqual({ 'video.sales_flag': 1 });
    expect(await only('video')).toMatchObject({ products: [soldByVideo] });
  });

  test('rows of products and of videos may follow each other', async () => {
    const rows = [
      productRow({ total_sale_gmv_amt: null }),
      videoRow({ observed_at: '2026-08-11T12:00:00Z' }),
      productRow(),
    ];
    expect(await fixture.take(ndjson(rows))).toMatchObject({ records: { product: 14, video: 1 }, rejected: 0 });
  });

  test('the day is asked for where no row says one', async () => {
    await expect(fixture.take(envelope([videoRow()]))).rejects.toThrow('do not say their day: specify it with --day');
  });

  test('a live is known by its room, and sells the product it was asked for', async () => {
    const row = {
      room_id: '7474700000000000001',
      user_id: '6530900000000000001',
      region: 'US',
      create_time: 1_786_300_000,
      finish_time: 1_786_303_600,
      max_views_cnt: 40,
      total_views_cnt: 900,
      product_id: '1729400000000000001',
      total_sale_cnt: 5,
      total_sale_gmv_amt: 50.5,
    };
    await fixture.take(envelope([row]), { told });
    expect(await only('live')).toMatchObject({
      live_id: '7474700000000000001',
      start_time: '1786300000',
      end_time: '1786303600',
      products: [{ product_id: '1729400000000000001', total_live_sale_cnt: '5', total_live_sale_gmv_amt: 50.5 }],
    });
  });
});

test('a shop has its name and picture under other names, and a creator no likes where they overflow', async () => {
  const shop = {
    seller_id: '7494800000000000001',
    seller_name: 's',
    region: 'US',
    cover_url: 'u',
    total_sale_cnt: 9,
    spu_avg_price: 2,
  };
  await fixture.take(envelope([shop]), { told });
  expect(await only('shop')).toMatchObject({ shop_name: 's', avatar: 'u', total_sale_cnt: '9' });
  const creator = {
    user_id: '6530900000000000001',
    unique_id: '@h',
    total_followers_cnt: 156_537_139,
    total_digg_cnt: -2_044_530_623,
  };
  await fixture.take(envelope([{ ...creator, contact_email: 'a@example.com' }]), { told });
  const landed = await only('creator');
  expect(landed).toMatchObject({ unique_id: 'h', total_followers_cnt: '156537139' });
  expect(landed).not.toHaveProperty('total_digg_cnt');
});

describe('responses', () => {
  test('an error of the API is refused with its message', async () => {
    const summary = await fixture.take(envelope(null, { code: 402, message: 'no credits left' }));
    expect(summary).toMatchObject({ records: {}, rejected: 1 });
    expect(summary.firstRejects[0]?.reason).toBe('the response is an error of the API: 402 no credits left');
  });

  test('an empty list is nothing', async () => {
    expect(await fixture.take(envelope([]))).toMatchObject({ records: {}, rejected: 0 });
  });

  test('a dry run says what would go in, and nothing does', async () => {
    const summary = await fixture.take(envelope([productRow()]), { dryRun: true });
    expect(summary).toMatchObject({ dryRun: true, batch: 0, from: 'keyapi', records: { product: 7 } });
    expect(summary.firstRecords).toHaveLength(3);
    expect(summary.firstRecords?.[0]).toMatchObject({ kind: 'product', observed_at: '2026-08-11T23:59:59Z' });
    expect(await fixture.landed('product')).toEqual([]);
    expect(await fixture.batches.list({})).not.toContainEqual(expect.objectContaining({ status: 'open' }));
  });

  test('what is of no source is told with the sources there are', async () => {
    await expect(fixture.take('[{"colour": 1}]')).rejects.toThrow(/expected a file of one of keyapi, .*it has colour/);
    await expect(fixture.take('[{}]', { readAs: 'nobody' })).rejects.toThrow('from: expected auto or one of keyapi');
  });
});
