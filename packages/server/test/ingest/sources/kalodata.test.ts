import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { xlsxOf } from '../containers/xlsx-writer.ts';
import { failureOf, type IngestFixture, openIngestFixture, seen } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const header = [
  ...['Date Range', 'Product Name', 'img_url', 'Category', 'Price($)', 'Shipping Fee($)', 'Launch Date'],
  ...['Product Rating', 'Item Sold', 'Avg. Unit Price($)', 'Commission Rate', 'Revenue($)', 'Revenue Growth Rate'],
  ...['Live Revenue($)', 'Video Revenue($)', 'Product Card Revenue', 'Creator Number', 'Creator Conversion Ratio'],
  ...['KalodataUrl', 'TikTokUrl'],
];
const addresses = (id: string) => [
  `https://www.kalodata.com/product/detail?id=${id}`,
  `https://shop.tiktok.com/view/product/${id}?region=US`,
];
const [first, second] = ['1732186596358853001', '1732186596358853002'];
const rows: readonly (readonly (string | number)[])[] = [
  [
    ...[
      '2026-06-09~2026-07-08',
      'Sample Spray',
      'https://example.com/img.jpg',
      'Haircare',
      28.99,
      0,
      '2025-12-31',
      4.5,
    ],
    ...[1458, 27.42, '15%', 39984.38, '32.2%', 9001.43, 30814.36, 168.59, 135, '61.48%', ...addresses(first)],
  ],
  [
    ...['2026-06-09~2026-07-08', 'Sample Mask', 'https://example.com/img2.jpg', 'Skincare', '18.00 - 24.50', 0],
    ...['2026-05-02', '-', 312, 19.9, '-', 6208.8, '-', 0, 6208.8, 0, 12, '41.67%', ...addresses(second)],
  ],
];

async function landed(kind: string) {
  return (await fixture.landed(kind)).map(seen);
}

const products = [
  {
    product_id: first,
    observed_at: expect.stringMatching(/^2026-07-08.23:59:59/),
    region: 'US',
    currency: 'USD',
    product_name: 'Sample Spray',
    min_price: 28.99,
    max_price: 28.99,
    spu_avg_price: 27.42,
    product_commission_rate: 0.15,
    product_rating: 4.5,
  },
  { product_id: second, region: 'US', currency: 'USD', min_price: 18, max_price: 24.5, spu_avg_price: 19.9 },
];
const window = { first_day: '2026-06-09', last_day: '2026-07-08', basis: 'stated', currency: 'USD' };
const sales = [
  { ...window, product_id: first, units: '1458', gmv: 39984.38 },
  { ...window, product_id: second, units: '312', gmv: 6208.8 },
];

describe('products of Kalodata: what was sold in the window is stated, never a total', () => {
  const csv = [header, ...rows].map((cells) => cells.join(',')).join('\n');
  const book = xlsxOf({ sheets: [{ name: 'LIST_PRODUCT', rows: [header, ...rows] }] });
  test.each<readonly [string, string | Buffer]>([
    ['CSV', csv],
    ['XLSX', book],
  ])('%s', async (_what, body) => {
    expect(await fixture.take(body)).toMatchObject({ from: 'kalodata', records: { product: 2, sale: 2 }, rejected: 0 });
    const found = await landed('product');
    expect(found).toMatchObject(products);
    expect(found.filter((row) => 'total_sale_cnt' in row || 'total_ifl_cnt' in row)).toEqual([]);
    expect(found[1]).not.toHaveProperty('product_commission_rate');
    const stated = await landed('sale');
    expect(stated.sort((a, b) => Number(b['units']) - Number(a['units']))).toMatchObject(sales);
  });

  test('in Spanish, amounts in pesos', async () => {
    const spanish =
      'Rango de fechas,Enlace de Kalodata,Enlace de TikTok,Nombre del producto,Precio (M$),Ventas,Ingresos(M$),Tasa de comisión';
    const row = `2026-06-09~2026-06-09,${addresses(first).join(',').replace('=US', '=MX')},Espejo,127-128,12,1524.5,15%`;
    await fixture.take(`${spanish}\n${row}\nTotal,,,,,12,1524.5,\n`);
    expect(await landed('product')).toMatchObject([{ region: 'MX', currency: 'MXN', min_price: 127, max_price: 128 }]);
    expect(await landed('sale')).toMatchObject([
      { units: '12', gmv: 1524.5, currency: 'MXN', first_day: '2026-06-09' },
    ]);
  });

  test('without a date range the products go in, and their sales are refused aloud', async () => {
    const without = [header, ...rows].map((cells) => cells.slice(1).join(',')).join('\n');
    const summary = await fixture.take(without, { told: { day: '2026-07-08' } });
    expect(summary).toMatchObject({ records: { product: 2 }, rejected: 2 });
    expect(summary.firstRejects[0]?.reason).toContain(
      'nothing says of which days they are: export with the date range',
    );
  });

  test('addresses that name two products cost the row', async () => {
    const body = `${header.join(',')}\n${rows[0]?.join(',').replace(`product/${first}`, `product/${second}`)}\n`;
    const summary = await fixture.take(body);
    expect(summary.firstRejects[0]).toMatchObject({ line: 2, field: 'product_id' });
    expect(summary.firstRejects[0]?.reason).toContain(`its addresses name different ids, ${first} and ${second}`);
  });
});

describe('creators and videos of Kalodata', () => {
  const creators = [
    ['Usuario del creador', 'Nombre del creador', 'Seguidores', 'Ventas', 'Ingresos(M$)', 'Email', 'Enlace de TikTok'],
    ['@ann', 'Ann A', '1,234', '7', '70', 'ann@example.com', 'https://www.tiktok.com/@ann'],
  ];

  test('a creator is known by the handle, the address of mail is not read', async () => {
    const body = xlsxOf({ sheets: [{ name: 'LIST_CREATOR', rows: creators }] });
    const summary = await fixture.take(body, { told: { region: 'MX', day: '2026-07-08' } });
    expect(summary).toMatchObject({ from: 'kalodata', records: { creator: 1 }, rejected: 0 });
    const found = await landed('creator');
    expect(found).toMatchObject([{ unique_id: 'ann', nick_name: 'Ann A', total_followers_cnt: '1234' }]);
    expect(JSON.stringify(found)).not.toContain('example.com');
  });

  test('the day is asked for where no range of dates says it', async () => {
    const body = xlsxOf({ sheets: [{ name: 'LIST_CREATOR', rows: creators }] });
    expect((await failureOf(fixture.take(body))).message).toContain('specify it with --day');
  });

  test('a video with its product, and what it sold in the window', async () => {
    const names =
      'Date Range,Video Description,Duration,Creator Handle,Item Sold,Revenue($),Views,TikTokUrl,KalodataUrl,View on Kalodata';
    const links = [
      'https://www.tiktok.com/@ann/video/7470546959699348001',
      'https://www.kalodata.com/video/detail?id=7470546959699348001',
      `https://www.kalodata.com/product/detail?id=${first}`,
    ];
    await fixture.take(`${names}\n2026-07-01~2026-07-07,look,1m 32s,@ann,25,250,"1,000",${links.join(',')}\n`, {
      told: { region: 'US' },
    });
    expect(await landed('video')).toMatchObject([
      { video_id: '7470546959699348001', duration: '92', video_desc: 'look' },
    ]);
    expect(await landed('sale')).toMatchObject([
      { product_id: first, video_id: '7470546959699348001', units: '25', gmv: 250, first_day: '2026-07-01' },
    ]);
  });
});

describe('the currency of amounts', () => {
  const link = addresses(first).join(',');
  const file = (heading: string, cells: string) =>
    `Date Range,Product Name,KalodataUrl,TikTokUrl,${heading}\n2026-07-01~2026-07-07,Mask,${link.replace('=US', '=XX')},${cells}\n`;
  const plain = 'Price,Item Sold,Revenue';

  test.each([
    ['the sign in the cells', plain, '฿86,2,฿8624', {}, 'THB'],
    ['the option', plain, '86,2,8624', { currency: 'THB' }, 'THB'],
    ['the region told', plain.replace('Revenue', 'Revenue($)'), '$86,2,8624', { region: 'MX', currency: 'MXN' }, 'MXN'],
    ['the option, of a sign of several', 'Price(¥),Item Sold,Revenue(¥)', '86,2,8624', { currency: 'JPY' }, 'JPY'],
    ['a code in the headings', 'Price(THB),Item Sold,Revenue (thb)', '86,2,8624', {}, 'THB'],
  ])('is that of %s', async (_, heading, cells, told, currency) => {
    expect((await fixture.take(file(heading, cells), { told: { region: 'XX', ...told } })).leftOut).toBeUndefined();
    expect(await landed('product')).toMatchObject([{ currency, min_price: 86 }]);
    expect(await landed('sale')).toMatchObject([{ currency, gmv: 8624, units: '2' }]);
  });

  test.each([plain, 'Price(¥),Item Sold,Revenue(¥)'])('is asked for under %s', async (heading) => {
    const error = await failureOf(fixture.take(file(heading, '86,2,8624'), { told: { region: 'XX' } }));
    expect(error.message).toContain('specify it with --currency');
  });

  test('may be another in each record', async () => {
    await fixture.take(file('Price(฿),Item Sold,Revenue($)', '86,2,8624'));
    expect([...(await landed('product')), ...(await landed('sale'))]).toMatchObject([
      { currency: 'THB' },
      { currency: 'USD' },
    ]);
  });

  test('an amount in another than its heading says is left out and reported', async () => {
    const { leftOut } = await fixture.take(file('Price(฿),Item Sold,Revenue(฿)', '$86,2,8624'));
    expect(leftOut?.map(({ field, examples }) => [field, examples[0]?.reason])[0]).toEqual([
      'product.min_price',
      'expected an amount in THB, as the record, got "$86" under a heading in THB',
    ]);
    expect(await landed('sale')).toMatchObject([{ gmv: 8624 }]);
  });

  test('an option that the headings contradict is refused', async () => {
    const body = file('Price(฿),Item Sold,Revenue(฿)', '86,2,8624');
    const { message } = await failureOf(fixture.take(body, { told: { currency: 'USD' } }));
    expect(message).toContain('to be what its headings say, THB of Price(฿), got USD');
  });

  test('of cells of a workbook is that of their format', async () => {
    const names = ['Date Range', 'Product Name', 'KalodataUrl', 'TikTokUrl', 'Price', 'Item Sold', 'Revenue($)'];
    const priced = { xml: '<c s="1"><v>12.5</v></c>' };
    const row = ['2026-07-01~2026-07-07', 'Mask', ...addresses(first), priced, 2, priced];
    const book = xlsxOf({ sheets: [{ name: 'LIST_PRODUCT', rows: [names, row] }], formats: ['[$€-2]\\ #,##0.00'] });
    const { leftOut } = await fixture.take(book);
    expect(await landed('product')).toMatchObject([{ currency: 'EUR', min_price: 12.5 }]);
    expect(leftOut?.map(({ field }) => field)).toEqual(['sale.gmv']);
  });
});

describe('what cannot be is reported', () => {
  const cells = (range: string, sold: string) =>
    `Date Range,Product Name,KalodataUrl,TikTokUrl,Item Sold\n${range},Mask,${addresses(first).join(',')},${sold}\n`;

  test('a reversed range of dates', async () => {
    const { firstRejects } = await fixture.take(cells('2026-07-07~2026-07-01', '5'), { told: { day: '2026-07-07' } });
    expect(JSON.stringify(firstRejects)).toContain('expected a range of days, such as 2026-08-09~2026-09-07, got');
  });

  test('sales below 0', async () => {
    const { firstRejects } = await fixture.take(cells('2026-07-01~2026-07-07', '-1'));
    expect(firstRejects).toMatchObject([{ field: 'units', reason: expect.stringContaining('got "-1"') }]);
  });
});
