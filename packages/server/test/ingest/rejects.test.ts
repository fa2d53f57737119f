import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type IngestFixture, ndjson, openIngestFixture, type Row, rejectsIn } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

const product = least.product;
const video = least.video;
const far = 'x'.repeat(65_537);

/** A record, the field that is wrong with it, and words of the reason. */
const badRecords: readonly (readonly [record: Row, field: string, words: string])[] = [
  [{ ...product, kind: undefined }, 'kind', 'expected one of product, shop, creator, video, live, fx, but missing'],
  [{ ...product, kind: 'toString' }, 'kind', 'got "toString"'],
  [{ ...product, kind: 7 }, 'kind', 'got 7'],
  [{ ...product, product_id: undefined }, 'product_id', 'required, but missing'],
  [{ ...product, product_id: null }, 'product_id', 'required, but missing'],
  [{ ...product, observed_at: undefined }, 'observed_at', 'required, but missing'],
  [{ ...product, region: undefined }, 'region', 'required, but missing'],
  [{ ...video, user_id: undefined }, 'user_id', 'required, but missing'],
  [{ ...least.fx, per_usd: undefined }, 'per_usd', 'required, but missing'],
  [{ ...product, product_id: Number('1729382420060341472') }, 'product_id', 'a JSON number loses digits above 2^53'],
  [{ ...product, product_id: '' }, 'product_id', 'an id of 1 to 20 digits, got ""'],
  [{ ...product, product_id: '12a' }, 'product_id', 'an id of 1 to 20 digits, got "12a"'],
  [{ ...product, product_id: '-5' }, 'product_id', 'an id of 1 to 20 digits'],
  [{ ...product, product_id: '0' }, 'product_id', 'an id above 0'],
  [{ ...product, product_id: '18446744073709551616' }, 'product_id', 'an id up to 18446744073709551615'],
  [{ ...product, product_id: '123456789012345678901' }, 'product_id', 'an id of 1 to 20 digits'],
  [{ ...product, product_id: ['5'] }, 'product_id', 'got an array'],
  [{ ...product, seller_id: '0' }, 'seller_id', 'an id above 0'],
  [{ ...product, total_sale_cnt: -3 }, 'total_sale_cnt', 'expected a whole number from 0 to 1,000,000,000, got -3'],
  [{ ...product, total_sale_cnt: 1.5 }, 'total_sale_cnt', 'got 1.5'],
  [{ ...product, total_sale_cnt: 1_000_000_001 }, 'total_sale_cnt', 'a whole number from 0 to 1,000,000,000, got'],
  [{ ...product, total_sale_cnt: 1_786_500_000 }, 'total_sale_cnt', 'got 1786500000 (a timestamp in seconds?)'],
  [
    { ...product, total_sale_cnt: 1_786_500_000_000 },
    'total_sale_cnt',
    'got 1786500000000 (a timestamp in milliseconds?)',
  ],
  [{ ...product, total_sale_cnt: '1786500000000' }, 'total_sale_cnt', '(a timestamp in milliseconds?)'],
  [{ ...product, review_count: 900_000_000_001 }, 'review_count', 'a whole number from 0 to 900,000,000,000, got'],
  [{ ...video, total_views_cnt: 1_786_500_000_000 }, 'total_views_cnt', '(a timestamp in milliseconds?)'],
  [{ ...product, total_sale_cnt: '1,200' }, 'total_sale_cnt', 'got "1,200"'],
  [{ ...product, total_sale_cnt: true }, 'total_sale_cnt', 'got true'],
  [{ ...product, total_sale_gmv_amt: -0.01 }, 'total_sale_gmv_amt', 'an amount from 0 to 10^13, got -0.01'],
  [{ ...product, min_price: '$5' }, 'min_price', 'a price from 0 to 10^12, got "$5"'],
  [{ ...product, max_price: 1_000_000_000_001 }, 'max_price', 'a price from 0 to 10^12'],
  [{ ...product, total_sale_gmv_amt: 10_000_000_000_001 }, 'total_sale_gmv_amt', 'an amount from 0 to 10^13'],
  [{ ...product, min_price: 'NaN' }, 'min_price', 'got "NaN"'],
  [{ ...product, product_commission_rate: 5 }, 'product_commission_rate', 'a fraction from 0 to 1'],
  [{ ...product, product_rating: 5.1 }, 'product_rating', 'a rating from 0 to 5'],
  [{ ...product, is_s_shop: 2 }, 'is_s_shop', '0, 1, true or false, got 2'],
  [{ ...product, region: 'us' }, 'region', 'two capital letters'],
  [{ ...product, region: 'USA' }, 'region', 'got "USA"'],
  [{ ...product, currency: 'US' }, 'currency', 'three capital letters'],
  [{ ...product, observed_at: '2026-08-12T15:30:57' }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: '2026-08-12' }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: 1786548657 }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: '2026-02-30T00:00:00Z' }, 'observed_at', 'a timestamp with a time zone'],
  [{ ...product, observed_at: '2026-08-12T24:00:00Z' }, 'observed_at', 'a timestamp with a time zone'],
  [
    { ...product, observed_at: '1970-01-01T00:00:00Z' },
    'observed_at',
    'a timestamp from 2000-01-01 to 2026-08-21T12:00',
  ],
  [
    { ...product, observed_at: '2100-01-01T00:00:00Z' },
    'observed_at',
    'a timestamp from 2000-01-01 to 2026-08-21T12:00',
  ],
  [{ ...product, observed_at: '2026-08-21T12:00:00.001Z' }, 'observed_at', 'a timestamp from 2000-01-01'],
  [{ ...product, observed_at: '2000-01-01T00:00:00+01:00' }, 'observed_at', 'a timestamp from 2000-01-01'],
  [{ ...video, create_time: 0 }, 'create_time', 'seconds since 1970-01-01 from 2000-01-01'],
  [{ ...video, create_time: 1_739_372_260_000 }, 'create_time', 'seconds since 1970-01-01 from 2000-01-01'],
  [{ ...video, create_time: '2026-08-12' }, 'create_time', 'whole seconds since 1970-01-01'],
  [{ ...least.live, start_time: 1_900_000_000 }, 'start_time', 'to 2027-08-21'],
  [{ ...least.fx, date: '2026-8-12' }, 'date', 'a date such as 2026-08-12'],
  [{ ...least.fx, date: '2026-02-29' }, 'date', 'a date such as 2026-08-12'],
  [{ ...least.fx, date: '1999-12-31' }, 'date', 'a date from 2000-01-01'],
  [{ ...least.fx, per_usd: 0 }, 'per_usd', 'a rate above 0'],
  [{ ...least.fx, per_usd: -1 }, 'per_usd', 'a rate above 0'],
  [{ ...least.fx, per_usd: 0.1234567 }, 'per_usd', 'at most six decimals'],
  [{ ...product, product_name: 5 }, 'product_name', 'expected text, got 5'],
  [{ ...product, product_name: { a: 1 } }, 'product_name', 'expected text, got an object'],
  [{ ...product, product_name: far }, 'product_name', 'text of at most 65,536 bytes'],
  [{ ...product, product_name: 'é'.repeat(32_769) }, 'product_name', 'text of at most 65,536 bytes'],
  [{ ...product, skus: 'https://example.test/' }, 'skus', 'JSON in the string'],
  [{ ...product, skus: 5 }, 'skus', 'a JSON array or object, got 5'],
  [{ ...product, skus: '5' }, 'skus', 'a JSON array or object, got 5'],
  [{ ...product, skus: ['x'.repeat(1_048_577)] }, 'skus', 'JSON of at most 1,048,576 bytes'],
  [{ ...product, skus: JSON.stringify(['x'.repeat(1_048_577)]) }, 'skus', 'JSON of at most 1,048,576 bytes'],
  [{ ...product, skus: JSON.parse('['.repeat(65) + ']'.repeat(65)) }, 'skus', 'nested at most 64 deep'],
  [{ ...video, products: {} }, 'products', 'an array of {product_id, …}, got an object'],
  [{ ...video, products: [null] }, 'products', 'entry 1: expected an object with a product_id'],
  [{ ...video, products: [{}] }, 'products', 'entry 1: product_id is required, but missing'],
  [{ ...video, products: [{ product_id: '5' }, { product_id: 6 }] }, 'products', 'entry 2: product_id: expected an id'],
  [
    { ...video, products: [{ product_id: '5', total_video_sale_cnt: -1 }] },
    'products',
    'total_video_sale_cnt: expected',
  ],
  [{ ...video, products: '[{"product_id":5}]' }, 'products', 'entry 1: product_id: expected an id'],
  [
    { ...video, products: Array.from({ length: 1001 }, () => ({ product_id: '5' })) },
    'products',
    'at most 1,000 products',
  ],
];

/** A line that is no record at all, and words of the reason. */
const badLines: readonly (readonly [line: Buffer, words: string])[] = [
  [Buffer.from('{"kind":"product",'), 'expected JSON: '],
  [Buffer.from('{"kind":"shop","shop_name":"a\u0001b"}'), 'expected JSON: Bad control character'],
  [Buffer.from('[1,2]'), 'expected one JSON object per line'],
  [Buffer.from('"text"'), 'expected one JSON object per line'],
  [Buffer.from('null'), 'expected one JSON object per line'],
  [Buffer.from([...Buffer.from('{"kind":"shop","shop_name":"'), 0xff, 0xfe, ...Buffer.from('"}')]), 'expected UTF-8'],
  [Buffer.alloc(30_000_000, 'x'), 'expected a line of at most 8,388,608 bytes'],
  [Buffer.from('['.repeat(100_000)), 'expected JSON of at most 100 levels'],
];

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
afterAll(() => fixture.remove());

describe('a bad line is reported with its line number, field, reason and value, and the good ones go in', () => {
  test('every field that breaks its limits', async () => {
    await fixture.empty();
    const summary = await fixture.take(ndjson(badRecords.flatMap(([record]) => [full.shop, record])));
    expect(summary.records).toEqual({ shop: badRecords.length });
    expect(summary.rejected).toBe(badRecords.length);
    expect(rejectsIn(summary).map(({ line, field }) => [line, field])).toEqual(
      badRecords.map(([, field], index) => [2 * index + 2, field]),
    );
    const reasons = rejectsIn(summary).map(({ reason }) => reason);
    for (const [index, [, , words]] of badRecords.entries()) expect(reasons[index]).toContain(words);
    for (const kind of ['product', 'creator', 'video', 'live', 'fx']) expect(await fixture.landed(kind)).toEqual([]);
  });

  test('every line that is no record', async () => {
    await fixture.empty();
    const good = Buffer.from(ndjson([full.shop]));
    const body = Buffer.concat(badLines.flatMap(([line]) => [good, line, Buffer.from('\n')]));
    const summary = await fixture.take(body);
    expect(summary.records).toEqual({ shop: badLines.length });
    const rejects = rejectsIn(summary);
    expect(rejects.map(({ line, field }) => [line, field])).toEqual(badLines.map((_, index) => [2 * index + 2, '']));
    for (const [index, [, words]] of badLines.entries()) expect(rejects[index]?.reason).toContain(words);
  });

  test('values and lines are cut short in the report', async () => {
    const summary = await fixture.take(
      ndjson([
        { ...product, product_name: far },
        { ...product, kind: far },
      ]),
    );
    for (const { value, reason } of rejectsIn(summary)) {
      expect(value.length).toBeLessThanOrEqual(201);
      expect(reason.length).toBeLessThanOrEqual(201);
    }
  });

  test('the summary shows the first ten, the report all', async () => {
    const summary = await fixture.take('x\n'.repeat(25));
    expect(summary.rejected).toBe(25);
    expect(summary.firstRejects.map((reject) => reject.line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rejectsIn(summary).length).toBe(25);
  });

  test('past 100,000 they are counted only', async () => {
    const summary = await fixture.take('x\n'.repeat(100_001));
    expect(summary.rejected).toBe(100_001);
    expect(rejectsIn(summary).length).toBe(100_000);
  });
});

test.each([
  ['total_sale_cnt', '1e400', 'got 1e400'],
  ['total_sale_cnt', '-1e999', 'got -1e999'],
  ['min_price', '1E+400', 'got 1E+400'],
  ['product_id', '12345678901234567890', 'got 12345678901234567000'],
  ['skus', '1e400', 'got 1e400'],
])('a number is reported as it was given: %s %s', async (field, given, words) => {
  const [reject] = rejectsIn(await fixture.take(`{"kind":"product","${field}": ${given} }`));
  expect(reject).toMatchObject({ field, reason: expect.stringContaining(words), value: given });
});

test('a number inside a field is reported as it was given', async () => {
  const links = '[{"product_id":"1","total_video_sale_cnt":1e400}]';
  const [reject] = rejectsIn(await fixture.take(`{"kind":"video","video_desc":"1e500","products":${links}}`));
  expect(reject).toMatchObject({ reason: expect.stringMatching(/got 1e400$/), value: links });
});

test('no report contains lone surrogates', async () => {
  const summary = await fixture.take('{"kind":"\\ud800"}\n{"kind":"shop","\\ud800":1,"region":"\\udc00"}\n"\\ud800');
  expect(summary).toMatchObject({ rejected: 3, unknownFields: { 'shop.\ufffd': 1 } });
  const texts = [
    ...Object.keys(summary.unknownFields),
    ...rejectsIn(summary).flatMap((reject) => Object.values(reject)),
  ];
  for (const text of texts) expect(Buffer.from(String(text)).toString()).toBe(String(text));
});

describe('a day beyond the clock of this machine says that the clock may be wrong', () => {
  test.each([
    [{ ...product, observed_at: '2026-08-22T12:00:00Z' }],
    [{ ...video, create_time: Date.UTC(2026, 7, 22) / 1000 }],
    [{ ...least.fx, date: '2026-08-23' }],
  ])('%j', async (record) => {
    const [reject] = rejectsIn(await fixture.take(ndjson([record])));
    expect(reject?.reason).toMatch(/if it is right, the clock of this machine \(2026-08-20T12:00:00.000Z\) is wrong$/);
  });

  test('a year that no clock would miss, and days long ago, do not', async () => {
    for (const day of ['2100-01-01', '1999-12-31']) {
      const [reject] = rejectsIn(await fixture.take(ndjson([{ ...product, observed_at: `${day}T00:00:00Z` }])));
      expect(reject?.reason).not.toContain('clock');
    }
  });
});

describe('what is no error', () => {
  test('names that look misspelt are met with what was meant, inside products and SKUs too', async () => {
    const products = [{ product_id: '5', total_video_sales_cnt: 1, crawler: 2 }];
    const skus = [{ sku_id: '1', realPrice: {}, real_price: { price_str: 'x', currency: 'USD', price_vall: 3 } }];
    const summary = await fixture.take(
      ndjson([
        { ...product, totl_sale_cnt: 1, skus },
        { ...product, totl_sale_cnt: 1, skus: JSON.stringify({ 1: skus[0] }) },
        { ...video, products },
        { ...video, products: JSON.stringify(products) },
        { ...full.product, crawler: 1 },
      ]),
    );
    expect(summary.unknownFields).toEqual({
      'product.totl_sale_cnt': 2,
      'product.skus[].realPrice': 2,
      'product.skus[].real_price.price_vall': 2,
      'video.products[].total_video_sales_cnt': 2,
      'video.products[].crawler': 2,
      'product.crawler': 1,
    });
    expect(summary.meantFields).toEqual({
      'product.totl_sale_cnt': 'total_sale_cnt',
      'product.skus[].realPrice': 'real_price',
      'product.skus[].real_price.price_vall': 'price_val',
      'video.products[].total_video_sales_cnt': 'total_video_sale_cnt',
    });
  });

  test('fields that are not known are counted by kind and name', async () => {
    await fixture.empty();
    const more = { crawler: 'v2', 'odd name': null, batch: 9 };
    const summary = await fixture.take(
      ndjson([
        { ...full.shop, ...more },
        { ...full.shop, crawler: 1 },
        { ...least.fx, crawler: 1 },
      ]),
    );
    expect(summary.rejected).toBe(0);
    expect(summary.unknownFields).toEqual({ 'shop.crawler': 2, 'shop.odd name': 1, 'shop.batch': 1, 'fx.crawler': 1 });
    expect(await fixture.engine.rows('SELECT DISTINCT batch FROM landing_shop')).toEqual([{ batch: summary.batch }]);
  });

  test('blank lines, a byte order mark, CRLF and a last line without an end', async () => {
    await fixture.empty();
    const line = JSON.stringify(full.shop);
    const summary = await fixture.take(`\ufeff${line}\r\n\r\n  \t \n \t${line} \n${line}`);
    expect(summary).toMatchObject({ records: { shop: 3 }, rejected: 0 });
    expect(rejectsIn(await fixture.take(`${line}\r\n\r\n\nx`))).toMatchObject([{ line: 4 }]);
  });

  test('an empty file', async () => {
    const summary = await fixture.take('');
    expect(summary).toMatchObject({ records: {}, rejected: 0, bytes: 0, firstRejects: [] });
    expect(summary.rejectsFile).toBeUndefined();
  });
});

test('files of rejects are kept of the last 50 batches', async () => {
  const summaries: { batch: number }[] = [];
  for (let times = 0; times < 52; times++) summaries.push(await fixture.take('x\n'));
  const last = summaries.at(-1)?.batch ?? 0;
  const names = readdirSync(join(fixture.directory, 'rejects'));
  expect(names).toHaveLength(50);
  expect(names).not.toContain(`batch-${last - 50}.ndjson`);
  expect(names).toContain(`batch-${last - 49}.ndjson`);
});
