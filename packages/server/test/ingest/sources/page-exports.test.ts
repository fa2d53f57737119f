import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sheetOf, xlsxOf } from '../containers/xlsx-writer.ts';
import { failureOf, type IngestFixture, openIngestFixture, seen } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

async function landed(kind: string) {
  return (await fixture.landed(kind)).map(seen);
}

const product = '1732186596358853001';

test('an export of EchoTik: seven days of stated sales, no total', async () => {
  const book = sheetOf(
    [
      ['EchoTik商品ID', '商品名称', '商品类目', '当前售价', '近7天销量', '成交额', '达人佣金率', '店铺名', '近7天增长'],
      [product, 'Spray', '美妆', '$12.50', 70, '$875', '12%', 'Shop A', '5%'],
    ],
    'EchoTik Export',
  );
  const told = { region: 'US', day: '2026-07-08' };
  expect(await fixture.take(book, { told })).toMatchObject({ from: 'echotik-xlsx', records: { product: 1, sale: 1 } });
  const [found] = await landed('product');
  expect(found).toMatchObject({ product_id: product, region: 'US', currency: 'USD', min_price: 12.5 });
  expect(found).toMatchObject({ product_commission_rate: 0.12, seller_name: 'Shop A' });
  expect(found).not.toHaveProperty('total_sale_cnt');
  expect(await landed('sale')).toMatchObject([
    { product_id: product, units: '70', first_day: '2026-07-02', last_day: '2026-07-08', basis: 'stated' },
  ]);
  expect((await failureOf(fixture.take(book, { told: { region: 'US' } }))).message).toContain('--day');
});

describe('exports of lives', () => {
  const performance = [
    ['Data period: 2026-07-01 ~ 2026-07-31'],
    [],
    ['Room ID', 'Room Title', 'Start Time', 'Duration', 'Attributed GMV', 'Attributed orders', 'Views', 'Likes'],
    ['7623285229813000003', 'Sale', '2026-07-12 19:02', '2h41m', '$120', 4, '1,234', 9],
    ['Total', '', '', '', '$120', 4, '1,234', 9],
  ];
  const book = xlsxOf({ sheets: [{ name: 'performance_detail', rows: performance }] });
  const told = { zone: 'Asia/Jakarta', creator: '@ann' };

  test('performance: local times in the zone, the account told, the total left out', async () => {
    const summary = await fixture.take(book, { told });
    expect(summary).toMatchObject({ from: 'tiktok-live', records: { live: 1 }, rejected: 0, totalRows: 1 });
    const start = Date.UTC(2026, 6, 12, 12, 2) / 1000;
    expect(await landed('live')).toMatchObject([
      {
        live_id: '7623285229813000003',
        title: 'Sale',
        unique_id: 'ann',
        start_time: String(start),
        end_time: String(start + 9660),
        total_views_cnt: '1234',
        observed_at: '2026-07-12 14:43:00.000',
      },
    ]);
  });

  test.each([
    [{ creator: '@ann' }, '--zone'],
    [{ zone: 'Asia/Jakarta' }, '--creator'],
  ])('with %j, %s is asked for', async (given, option) => {
    expect((await failureOf(fixture.take(book, { told: given }))).message).toContain(`specify it with ${option}`);
  });

  test('the board of one live', async () => {
    const board =
      'Started,2026-07-12 19:02\nRoom ID,7623285229813000003\nDuration,2h41m\n\n' +
      'Datetime,Viewers,Viewers entering,Views,Product Impressions,Product Clicks,Attributed orders,Attributed GMV\n' +
      '2026-07-12 19:05,30,3,40,5,1,0,0\n2026-07-12 19:10,25,3,60,5,1,0,0\n';
    expect(await fixture.take(board, { told })).toMatchObject({ from: 'tiktok-live', records: { live: 2 } });
    expect(await landed('live')).toMatchObject([
      { live_id: '7623285229813000003', observed_at: '2026-07-12 12:05:00.000', max_views_cnt: '30' },
      { observed_at: '2026-07-12 12:10:00.000', max_views_cnt: '25' },
    ]);
  });
});

describe('tables of pages', () => {
  const header = ['商品', '商品链接', '国家/地区', '店铺', '类目', '佣金', '销量', '销售额', '总销量', '总销售额'];
  const row = [
    'Spray\n售价：$8.00 - 12.80\n上架：2026-05-02',
    `https://shop.tiktok.com/view/product/${product}`,
    '美国',
    'Shop A\n店铺销量：1.2万',
    '美妆',
    '14%',
    '412',
    '$3,106',
    '1.28万',
    '$99.4K',
  ];

  test('running totals, rounded ones marked; sales of an unnamed period are left out', async () => {
    const body = xlsxOf({ sheets: [{ name: 'Sheet1', rows: [header, row] }] });
    const summary = await fixture.take(body, { told: { day: '2026-07-08' } });
    expect(summary).toMatchObject({ records: { product: 1 }, rejected: 0 });
    expect(await landed('product')).toMatchObject([
      {
        product_id: product,
        product_name: 'Spray',
        region: 'US',
        currency: 'USD',
        seller_name: 'Shop A',
        min_price: 8,
        max_price: 12.8,
        product_commission_rate: 0.14,
        total_sale_cnt: '12800',
        total_sale_gmv_amt: 99400,
        rounded_to: expect.anything(),
      },
    ]);
    expect(await landed('sale')).toEqual([]);
  });

  test('videos of a week: who made them, and nothing of the week as a total', async () => {
    const body =
      'video_id,creator_handle,creator_followers,video_sales,product_total_gmv,video_views,price_raw,market\n' +
      '7470546959699348001,ann,5400,3324.0,1.0,842545.0,$8.88 - 15.92,US\n';
    const summary = await fixture.take(body, { told: { day: '2026-07-08' } });
    expect(summary).toMatchObject({ from: 'fastmoss', records: { video: 1, creator: 1 } });
    expect((await landed('video'))[0]).not.toHaveProperty('total_views_cnt');
    expect(await landed('creator')).toMatchObject([{ unique_id: 'ann', total_followers_cnt: '5400' }]);
  });
});
