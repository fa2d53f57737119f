import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, type IngestFixture, openIngestFixture, rejectsIn } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const product = '1729382420060341472';
const kalodata = (row: string, header = 'Date Range,Product Name,KalodataUrl,Price($),Commission Rate,Item Sold') =>
  fixture.take(`${header}\n${row}\n`, { told: { region: 'US' } });
const url = `https://www.kalodata.com/product/detail?id=${product}`;

describe('what is wrong with a row of a source is said of its column, as the file heads it', () => {
  test('a field that is left out, and our name of it', async () => {
    const summary = await kalodata(`2026-08-09~2026-08-10,Spray,${url},cheap,much,5`);
    const leftOut = summary.leftOut?.map(({ field, column, count }) => ({ field, column, count }));
    expect(leftOut).toEqual([
      { field: 'product.min_price', column: 'Price($)', count: 1 },
      { field: 'product.max_price', column: 'Price($)', count: 1 },
      { field: 'product.product_commission_rate', column: 'Commission Rate', count: 1 },
    ]);
  });

  test('the file of rejects has a column of a line once, however many fields are made of it', async () => {
    const summary = await kalodata(`2026-08-09~2026-08-10,Spray,${url},cheap,much,5`);
    expect(rejectsIn(summary).map(({ line, field, column }) => [line, field, column])).toEqual([
      [2, 'min_price', 'Price($)'],
      [2, 'product_commission_rate', 'Commission Rate'],
    ]);
  });

  test('a row that is rejected, in any language of the page', async () => {
    const header = 'Rango de fechas,Nombre del producto,Enlace de Kalodata,Ventas';
    const summary = await kalodata('2026-08-09~2026-08-10,Spray,nowhere,5', header);
    expect(summary.firstRejects).toEqual([
      expect.objectContaining({ line: 2, field: 'product_id', column: 'Enlace de Kalodata' }),
    ]);
  });

  test('a column that says nothing where the field is required', async () => {
    const [reject] = (
      await kalodata('2026-08-09~2026-08-10,Spray,-,5', 'Date Range,Product Name,KalodataUrl,Item Sold')
    ).firstRejects;
    expect(reject).toMatchObject({ field: 'product_id', column: 'KalodataUrl', reason: 'required, but missing' });
  });

  test.each([
    ['Quantity', '582026071400000001,Completed,21,many,0,10/05/2026 22:05:43'],
    ['Sku Quantity of return', '582026071400000001,Completed,21,2,3,10/05/2026 22:05:43'],
    ['Order ID', '5.82026E+17,Completed,21,2,0,10/05/2026 22:05:43'],
    ['Created Time', '582026071400000001,Completed,21,2,0,31/31/2026 22:05:43'],
  ])('of several columns that are read together the one that is wrong: %s', async (column, row) => {
    const header = 'Order ID,Order Status,SKU ID,Quantity,Sku Quantity of return,Created Time';
    const summary = await fixture.take(`${header}\n${row}\n`, { told: { region: 'TH' } });
    expect(summary.rejected).toBe(1);
    expect(new Set(summary.firstRejects.map((reject) => reject.column))).toEqual(new Set([column]));
  });

  test('a member of JSON by its path, and a window that contradicts its total', async () => {
    const row = { product_id: product, region: 'US', last_crawl_dt: 20260812, total_sale_cnt: 5, total_sale_7d_cnt: 9 };
    const summary = await fixture.take(`${JSON.stringify({ ...row, review_count: 'some' })}\n`);
    expect(summary.leftOut?.map(({ field, column }) => [field, column])).toEqual(
      expect.arrayContaining([
        ['product.review_count', 'review_count'],
        ['product.total_sale_7d_cnt', 'total_sale_7d_cnt'],
      ]),
    );
  });

  test('a value that is read and then refused: the column it was read from', async () => {
    const row = { id: '7493', authorMeta: { name: 'ann' }, playCount: 5, diggCount: 5, createTime: 1_700_000_000 };
    const given = { ...row, scrapedAt: '2026-08-12T00:00:00Z', collectCount: 1e15 };
    const summary = await fixture.take(`${JSON.stringify(given)}\n`);
    expect(summary.leftOut?.map(({ field, column }) => [field, column])).toEqual([
      ['video.total_favorites_cnt', 'collectCount'],
    ]);
  });

  test('a line of our own records has no column', async () => {
    const summary = await fixture.take(`{"kind":"product","product_id":"x"}\n`);
    expect(summary.firstRejects[0]).not.toHaveProperty('column');
  });
});

describe('what is asked for names the columns', () => {
  test('amounts without a currency', async () => {
    const error = await failureOf(
      fixture.take(`Date Range,Product Name,KalodataUrl,Price,Item Sold\n2026-08-09~2026-08-10,Spray,${url},12,5\n`, {
        told: { region: 'ZZ' },
      }),
    );
    expect(error.message).toContain('rows do not say the currency of Price:');
  });

  test('headings in another currency than the one told', async () => {
    const error = await failureOf(
      fixture.take(`Date Range,Product Name,KalodataUrl,Ingresos(M$),Item Sold\n,Spray,${url},12,5\n`, {
        told: { region: 'MX', currency: 'THB', day: '2026-08-10' },
      }),
    );
    expect(error.message).toContain('MXN of Ingresos(M$), got THB');
  });
});

test('a strict run names the column first, and our field behind it', async () => {
  const body = `Date Range,Product Name,KalodataUrl,Item Sold\n2026-08-09~2026-08-10,Spray,nowhere,5\n`;
  const error = await failureOf(fixture.take(body, { told: { region: 'US' }, strict: true }));
  expect(error.message).toContain('the first is line 2: KalodataUrl (product_id): expected an id');
});
