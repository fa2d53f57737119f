import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kinds } from '../../src/ingest/kinds/index.ts';
import { type IngestFixture, ndjson, openIngestFixture, type Row, seen } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const productHead = '{"kind":"product","observed_at":"2026-08-12T15:30:57.651Z","product_id":"5","region":"US"';
const videoHead = '{"kind":"video","observed_at":"2026-08-12T15:30:57.651Z","video_id":"5","user_id":"6"';

function product(rest: string): string {
  return `${productHead},${rest}}\n`;
}

function video(rest: string): string {
  return `${videoHead},${rest}}\n`;
}

/** The one row that a line becomes. */
async function landedAs(kind: string, line: string): Promise<Row> {
  const summary = await fixture.take(line);
  expect(summary).toMatchObject({ records: { [kind]: 1 }, rejected: 0 });
  return seen((await fixture.landed(kind))[0]);
}

describe('every good record lands with the values JSON gives it, also where the engine alone reads it otherwise', () => {
  test.each([
    ['a whole number with a point', '"total_sale_cnt":12.0', { total_sale_cnt: '12' }],
    ['a whole number with an exponent', '"total_sale_cnt":1e3', { total_sale_cnt: '1000' }],
    ['a whole number in a string', '"total_sale_cnt":"12"', { total_sale_cnt: '12' }],
    ['a whole number with a point in a string', '"total_sale_cnt":"12.0"', { total_sale_cnt: '12' }],
    ['a negative zero', '"total_sale_cnt":-0', { total_sale_cnt: '0' }],
    ['the largest count', '"total_views_cnt":900000000000', { total_views_cnt: '900000000000' }],
    ['a name twice: the last one counts', '"off_mark":1,"off_mark":2', { off_mark: '2' }],
    ['a name twice, once in escapes', '"off_mark":1,"off\\u005fmark":2', { off_mark: '2' }],
    ['a name in escapes', '"off\\u005fmark":2', { off_mark: '2' }],
    ['a high surrogate alone', '"product_name":"a\\ud800b"', { product_name: 'a\ufffdb' }],
    ['a low surrogate alone', '"product_name":"a\\udc00b"', { product_name: 'a\ufffdb' }],
    ['a pair of surrogates', '"product_name":"a\\ud83d\\ude00b"', { product_name: 'a😀b' }],
    ['a surrogate alone in a field that is not known', '"\\ud800":"\\ud800","off_mark":1', { off_mark: '1' }],
    ['control characters in escapes', '"product_name":"a\\u0001\\u0000\\tb"', { product_name: 'a\u0001\u0000\tb' }],
    ['a batch of its own', '"batch":77,"off_mark":1', { off_mark: '1' }],
    ['flags as words', '"is_s_shop":true,"free_shipping":"false"', { is_s_shop: 1, free_shipping: 0 }],
    ['a price in a string', '"total_sale_gmv_amt":"12.5"', { total_sale_gmv_amt: 12.5 }],
    ['a price with an exponent', '"total_sale_gmv_amt":1.5e3', { total_sale_gmv_amt: 1500 }],
    ['more decimals than are kept', '"total_sale_gmv_amt":0.12349', { total_sale_gmv_amt: 0.1234 }],
    ['JSON in a string', '"skus":"{\\"a\\" : 1}"', { skus: '{"a" : 1}' }],
    ['JSON with a name twice', '"sale_props":{"a":1,"a":2}', { sale_props: '{"a":1,"a":2}' }],
    ['a surrogate alone inside JSON', '"sale_props":["\\ud800"]', { sale_props: '["\\ufffd"]' }],
    ['a surrogate alone inside JSON in a string', '"sale_props":"[\\"\\\\udc00\\"]"', { sale_props: '["\\ufffd"]' }],
    ['a pair of surrogates inside JSON', '"sale_props":["\\ud83d\\ude00"]', { sale_props: '["\\ud83d\\ude00"]' }],
    ['a backslash before what looks like one', '"sale_props":["\\\\ud800"]', { sale_props: '["\\\\ud800"]' }],
    [
      'digits and names twice in JSON beside what has to be written anew',
      '"sale_props": {"a" : 12345678901234567890, "a":1e400},"batch":7',
      { sale_props: '{"a" : 12345678901234567890, "a":1e400}' },
    ],
    ['an empty string for JSON', '"skus":"","off_mark":1', { off_mark: '1' }],
    ['null in a string for JSON', '"skus":"null","off_mark":1', { off_mark: '1' }],
    ['nulls', '"product_name":null,"skus":null,"total_sale_cnt":null,"off_mark":1', { off_mark: '1' }],
    [
      'a field that is not known, nested deep',
      `"x":${'['.repeat(98)}${']'.repeat(98)},"off_mark":1`,
      { off_mark: '1' },
    ],
  ])('%s', async (_what, rest, expected) => {
    const known = { product_id: '5', observed_at: '2026-08-12 15:30:57.651', region: 'US' };
    expect(await landedAs('product', product(rest))).toEqual({ ...known, ...expected });
  });

  const noSales = { total_video_sale_cnt: null, total_video_sale_gmv_amt: null };

  test.each([
    ['in a string', '"products":"[{\\"product_id\\":\\"7\\"}]"', [{ product_id: '7', ...noSales }]],
    ['an empty string', '"products":""', []],
    ['null', '"products":null', []],
    ['a name in escapes', '"products":[{"product\\u005fid":"7"}]', [{ product_id: '7', ...noSales }]],
    ['a name twice', '"products":[{"product_id":"8","product_id":"7"}]', [{ product_id: '7', ...noSales }]],
    [
      'a count with a point',
      '"products":[{"product_id":"7","total_video_sale_cnt":12.0}]',
      [{ product_id: '7', ...noSales, total_video_sale_cnt: '12' }],
    ],
    [
      'a count with a point in a string',
      '"products":[{"product_id":"7","total_video_sale_cnt":"12.0"}]',
      [{ product_id: '7', ...noSales, total_video_sale_cnt: '12' }],
    ],
    [
      'fields that are not known',
      '"products":[{"x":[{}],"product_id":"7","total_video_sale_cnt":null}]',
      [{ product_id: '7', ...noSales }],
    ],
  ])('products of a video: %s', async (_what, rest, products) => {
    expect((await landedAs('video', video(rest)))['products']).toEqual(products);
  });

  test.each([
    ['2026-08-12T15:30Z', '2026-08-12 15:30:00.000'],
    ['2026-08-12T15:30:57Z', '2026-08-12 15:30:57.000'],
    ['2026-08-12 15:30:57.5+00:00', '2026-08-12 15:30:57.500'],
    ['2026-08-12T15:30:57.123456789+07:00', '2026-08-12 08:30:57.123'],
    ['2026-08-12T15:30:57.9999-03:30', '2026-08-12 19:00:57.999'],
    ['2026-01-01T00:30:00+14:00', '2025-12-31 10:30:00.000'],
    ['2024-02-29T00:00:00Z', '2024-02-29 00:00:00.000'],
    ['2000-01-01T00:00:00Z', '2000-01-01 00:00:00.000'],
    ['2026-08-21T12:00:00Z', '2026-08-21 12:00:00.000'],
  ])('the moment %s', async (observedAt, expected) => {
    const row = await landedAs('shop', ndjson([{ ...least.shop, observed_at: observedAt }]));
    expect(row['observed_at']).toBe(expected);
  });

  test('every field of every kind', async () => {
    const summary = await fixture.take(ndjson(Object.values(full)));
    expect(summary).toMatchObject({ rejected: 0, unknownFields: {} });
    for (const [kind, { kind: _kind, observed_at: _moment, ...fields }] of Object.entries(full)) {
      const [row] = await fixture.landed(kind);
      const kept = Object.entries(fields).filter(([name]) => kinds.get(kind)?.landed.has(name));
      for (const [name, value] of kept) expect([name, normal(row?.[name])]).toEqual([name, normal(value)]);
    }
  });

  test('a rate without a moment holds from midnight of its date', async () => {
    expect((await landedAs('fx', ndjson([least.fx])))['observed_at']).toBe('2026-08-12 00:00:00.000');
  });

  test('a history of three hundred months in one chunk', async () => {
    const months = Array.from({ length: 300 }, (_, month) => new Date(Date.UTC(2000, month, 3)).toISOString());
    await fixture.take(ndjson(months.map((observedAt) => ({ ...least.product, observed_at: observedAt }))));
    expect((await fixture.landed('product')).length).toBe(300);
  });
});

/** Numbers, JSON and products as they are, however the engine writes them. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, normal(inner)]])),
    );
  }
  return typeof value === 'string' && /^[[{\d]/.test(value) ? reparsed(value) : String(value);
}

function reparsed(text: string): unknown {
  return /^[[{]/.test(text) ? normal(JSON.parse(text)) : text;
}
