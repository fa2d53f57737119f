import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { productVideos } from '../../src/catalogue/lists/product-videos.ts';
import { checkQuery } from '../../src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import type { Reader } from '../../src/serving/reader.ts';
import { parsed, type Row, rowsOf, store } from './rows.ts';
import { type TemporaryEngine, temporaryEngine } from './temporary-engine.ts';

let place: TemporaryEngine;
let reader: Reader;
let version = 0;

beforeAll(async () => {
  place = await temporaryEngine();
  reader = new ClickHouseReader(place.engine);
});
afterAll(() => place.remove());

const firstPage = checkQuery(productList, { region: 'US', page_num: '1', page_size: '10' });

async function served(difference: Row): Promise<string> {
  await store(place.engine, productList, ++version, rowsOf(productList, [difference]));
  return (await reader.page(productList, firstPage, version)).rows.toString();
}

describe('the bytes of a row', () => {
  it('have every field, in the order of the contract', async () => {
    const row = JSON.parse(await served({})) as Row;
    expect(Object.keys(row)).toEqual(productList.row.map(({ name }) => name));
    expect(row).toEqual(productList.example.row);
  });

  it.each([
    ['total_sale_cnt', '9223372036854775807', '"total_sale_cnt":9223372036854775807,'],
    ['total_sale_gmv_amt', '1234567890123456789.01', '"total_sale_gmv_amt":1234567890123456789.01,'],
    ['spu_avg_price', '14.90', '"spu_avg_price":14.9,'],
    ['min_price', '14', '"min_price":14,'],
    ['min_price', '0', '"min_price":0,'],
    ['product_commission_rate', '0.0525', '"product_commission_rate":0.0525,'],
    ['product_id', '18446744073709551615', '"product_id":"18446744073709551615",'],
    ['category_l3_id', '0', '"category_l3_id":"0",'],
    ['off_mark', '-1', '"off_mark":-1,'],
  ])('write %s %s as %s', async (name, value, expected) => {
    expect(await served({ [name]: value })).toContain(expected);
  });

  it.each([
    ['control characters', 'a\u0000b\u0001c\u001fd\te\nf\r'],
    ['quotes and backslashes', '"\\"/\\u0041'],
    ['line separators of JavaScript', '\u2028\u2029'],
    ['emoji and accents', '\u{1F440} é 日本語'],
  ])('keep %s of a text', async (_, text) => {
    const bytes = await served({ product_name: text });
    expect(bytes).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(bytes)).toMatchObject({ product_name: text });
  });

  it('leave slashes as they are', async () => {
    expect(await served({ discount: 'a/b' })).toContain('"discount":"a/b"');
  });

  it('are UTF-8 even where the source was not', async () => {
    const columns = '(version, region, product_id, product_name)';
    await place.engine.command(`INSERT INTO serving_product_list ${columns} VALUES (9000, 'US', 1, unhex('61FF62'))`);
    const { rows } = await reader.page(productList, firstPage, 9000);
    expect(Buffer.from(rows.toString())).toEqual(rows);
    expect(rows.toString()).toContain('"product_name":"a�b"');
  });

  it('do not depend on the other rows of the page', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => ({ product_id: String(i + 1), total_sale_cnt: i }));
    await store(place.engine, productList, ++version, rowsOf(productList, ids));
    const alone = checkQuery(productList, { region: 'US', page_num: '1', page_size: '1' });
    const together = await reader.page(productList, firstPage, version);
    expect(together.rows.toString()).toMatch((await reader.page(productList, alone, version)).rows.toString());
    expect(together.count).toBe(10);
  });
});

describe('a page', () => {
  it('is empty, not an error, when nothing matches', async () => {
    const unknown = checkQuery(productVideos, { product_id: '404', page_num: '1', page_size: '10' });
    expect(await reader.page(productVideos, unknown, 1)).toEqual({ rows: Buffer.alloc(0), count: 0 });
  });

  it('holds rows of the version it was asked for only', async () => {
    await store(place.engine, productList, 7001, rowsOf(productList, [{ product_name: 'old' }]));
    await store(place.engine, productList, 7002, rowsOf(productList, [{ product_name: 'new' }]));
    expect(parsed(await reader.page(productList, firstPage, 7001))).toMatchObject([{ product_name: 'old' }]);
    expect(parsed(await reader.page(productList, firstPage, 7002))).toMatchObject([{ product_name: 'new' }]);
  });
});
