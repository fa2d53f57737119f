import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type IngestFixture, ndjson, openIngestFixture, type Row, rejectsIn, seen } from './ingest-fixture.ts';
import { least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const product = { ...least.product, currency: 'IDR', min_price: 20, total_sale_cnt: 1000 };

describe('values as public sources have them cost their field alone', () => {
  test('a count of likes that overflowed', async () => {
    const record = { ...least.creator, unique_id: 'h', total_followers_cnt: 156_537_139, total_digg_cnt: -977_433_948 };
    const summary = await fixture.take(ndjson([record]));
    expect(summary).toMatchObject({
      records: { creator: 1 },
      leftOut: [{ field: 'creator.total_digg_cnt', count: 1 }],
    });
    const [row] = await fixture.landed('creator');
    expect(row).toMatchObject({ total_followers_cnt: '156537139', total_digg_cnt: null, unique_id: 'h' });
  });

  test('empty ids and counts, pictures that are no JSON, a dash for a rating, a percent', async () => {
    const odd: readonly Row[] = [
      { category_id: '' },
      { cover_url: '[{index=1, url=https://example.test/y.jpg}]' },
      { cover_url: 'https://example.test/y.jpg' },
      { product_rating: '-' },
      { product_commission_rate: '15%' },
      { review_count: '' },
    ];
    const records = odd.map((fields, index) => ({ ...product, product_id: String(index + 1), ...fields }));
    const summary = await fixture.take(ndjson(records));
    expect(summary).toMatchObject({ records: { product: 6 }, rejected: 0 });
    expect(summary.leftOut?.map(({ field, count }) => [field, count])).toEqual([
      ['product.category_id', 1],
      ['product.cover_url', 2],
      ['product.product_rating', 1],
      ['product.product_commission_rate', 1],
      ['product.review_count', 1],
    ]);
    expect(rejectsIn(summary)[2]).toEqual({
      line: 3,
      field: 'cover_url',
      reason: 'expected JSON in the string, got "https://example.test/y.jpg"',
      value: 'https://example.test/y.jpg',
      leftOut: true,
    });
    const rows = await fixture.landed('product');
    expect(rows.map((row) => [row['total_sale_cnt'], row['min_price']])).toEqual(odd.map(() => ['1000', 20]));
  });

  test('spellings of a region and a currency that everybody understands are mended, and counted', async () => {
    const summary = await fixture.take(
      ndjson([
        { ...product, region: 'UK', currency: 'RMB' },
        { ...product, product_id: '2', region: 'UK', currency: 'CNY' },
        { ...least.shop, region: 'UK' },
        { kind: 'fx', currency: 'RMB', date: '2026-08-12', per_usd: 7.1 },
      ]),
    );
    expect(summary.mended).toEqual([
      { field: 'product.region', from: 'UK', to: 'GB', count: 2 },
      { field: 'product.currency', from: 'RMB', to: 'CNY', count: 1 },
      { field: 'shop.region', from: 'UK', to: 'GB', count: 1 },
      { field: 'fx.currency', from: 'RMB', to: 'CNY', count: 1 },
    ]);
    for (const row of await fixture.landed('product')) expect(row).toMatchObject({ region: 'GB', currency: 'CNY' });
    expect(seen((await fixture.landed('fx'))[0])).toMatchObject({ currency: 'CNY' });
  });

  test('names that nothing reads are counted, with the field that was meant', async () => {
    const { total_sale_cnt: _left, ...rest } = product;
    const summary = await fixture.take(ndjson([{ ...rest, total_sale_count: 1000 }]));
    expect(summary.unknownFields).toEqual({ 'product.total_sale_count': 1 });
    expect(summary.meantFields).toEqual({ 'product.total_sale_count': 'total_sale_cnt' });
  });
});

describe('what looks wrong is said, with how much of it there is and examples', () => {
  async function suspicionsOf(records: readonly Row[]) {
    return (await fixture.take(ndjson(records))).suspicions ?? [];
  }

  /** Products with ids as the marketplace has them. */
  function products(count: number, fields: (index: number) => Row): readonly Row[] {
    return Array.from({ length: count }, (_, index) => ({
      ...least.product,
      product_id: `17293824200603${String(41_471 + 13 * index)}`,
      ...fields(index),
    }));
  }

  test('a dot that may separate thousands, but not where it is the usual one', async () => {
    const odd = [{ min_price: '199.000' }, { total_sale_cnt: '2.000' }, { total_sale_gmv_amt: '18.500' }];
    const usual = [
      { min_price: '199.00' },
      { min_price: '1990.000' },
      { min_price: '0.125' },
      { total_sale_cnt: '100.0' },
    ];
    const records = [...odd, ...usual].map((fields, at) => ({ ...product, product_id: String(at + 1), ...fields }));
    expect(await suspicionsOf(records)).toEqual([
      {
        sign: 'thousands-dot',
        field: 'product.min_price',
        count: 1,
        of: 1,
        message: '199.000 was read as 199: if the dot separates thousands, send 199000',
        examples: ['199.000'],
      },
      expect.objectContaining({ field: 'product.total_sale_cnt', examples: ['2.000'] }),
      expect.objectContaining({ field: 'product.total_sale_gmv_amt', examples: ['18.500'] }),
    ]);
  });

  test('percents where fractions belong', async () => {
    const rates = [10, 25, 1, 0.5, '8'];
    const records = products(5, (index) => ({ product_commission_rate: rates[index] }));
    expect(await suspicionsOf(records)).toMatchObject([
      { sign: 'percent', field: 'product.product_commission_rate', count: 4, of: 5, examples: ['10', '25', '1'] },
    ]);
    const landed = (await fixture.landed('product')).map((row) => row['product_commission_rate']);
    expect(landed.filter((rate) => rate !== null)).toEqual([0.5]);
    expect(await suspicionsOf(products(5, () => ({ product_commission_rate: 0.99 })))).toEqual([]);
  });

  test('ids that JavaScript has rounded to 17 digits', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => JSON.stringify(Number(1729383769606099003n + BigInt(at * 7919))));
    expect(await suspicionsOf(products(20, (index) => ({ product_id: ids[index] })))).toMatchObject([
      { sign: 'rounded-ids', field: 'product.product_id', count: 20, of: 20 },
    ]);
  });

  test('ids that a program has rounded: most of at least five', async () => {
    const rounded = (index: number) => ({ product_id: `172938000000000${index}000` });
    const found = await suspicionsOf([...products(8, rounded), ...products(3, () => ({}))]);
    expect(found).toMatchObject([
      {
        sign: 'rounded-ids',
        field: 'product.product_id',
        count: 8,
        of: 11,
        examples: ['1729380000000000000', '1729380000000001000', '1729380000000002000'],
      },
    ]);
    expect(await suspicionsOf(products(4, rounded))).toEqual([]);
    expect(await suspicionsOf([...products(5, rounded), ...products(5, () => ({}))])).toEqual([]);
    const oneId = products(20, (index) => ({ ...rounded(1), observed_at: `2026-08-12T10:${10 + index}:00Z` }));
    expect(await suspicionsOf(oneId)).toEqual([]);
  });

  test('a total that is the same for all', async () => {
    expect(await suspicionsOf(products(10, () => ({ total_sale_cnt: 7 })))).toMatchObject([
      { sign: 'one-value', field: 'product.total_sale_cnt', count: 10, of: 10 },
    ]);
    expect(await suspicionsOf(products(9, () => ({ total_sale_cnt: 7 })))).toEqual([]);
    expect(await suspicionsOf(products(10, () => ({ total_sale_cnt: 0 })))).toEqual([]);
    expect(await suspicionsOf(products(10, (index) => ({ total_sale_cnt: index === 9 ? 8 : 7 })))).toEqual([]);
  });

  test('a total that is the window beside it', async () => {
    const windows = (index: number) => ({
      total_sale_cnt: 500 + index,
      total_sale_30d_cnt: String(500 + index),
      sold7: 5,
    });
    expect(await suspicionsOf(products(5, windows))).toMatchObject([
      {
        sign: 'window-as-total',
        field: 'product.total_sale_cnt',
        count: 5,
        of: 5,
        message: '5 of 5 values equal total_sale_30d_cnt: a count of some days is no running total',
      },
    ]);
    const grown = (index: number) => ({ ...windows(index), total_sale_cnt: index < 2 ? 600 : 500 + index });
    expect(await suspicionsOf(products(10, grown))).toEqual([]);
    expect(await suspicionsOf(products(4, windows))).toEqual([]);
  });

  test('and it is kept with the batch', async () => {
    const { batch } = await fixture.take(ndjson(products(10, () => ({ total_sale_cnt: 7, review_count: '-' }))));
    expect(await fixture.batches.find(batch)).toMatchObject({
      leftOut: 10,
      suspicions: [{ sign: 'one-value', field: 'product.total_sale_cnt' }],
    });
  });
});
