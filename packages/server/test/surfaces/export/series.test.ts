import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endMs } from '../../../../../test/running/end-ms.ts';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { trends } from '../../../src/catalogue/catalogue.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { productTrends } from '../../../src/catalogue/trends/product-trends.ts';
import { stateDatabase } from '../../../src/warehouse/publish/state-database.ts';
import { type Row, rowsOf, store } from '../../serving/rows.ts';
import { deferred } from '../http/held-reader.ts';
import { bearing, exampleUrl, expectError, type TestServer } from '../http/test-server.ts';
import { type ExportServer, exportServer, rowsIn } from './export-server.ts';

/** Products of a market, each known on twenty days: more than are read at a time. */
const products = 450;
const days = 20;
const range = { start_date: '2026-11-01', end_date: '2026-11-20' };
const price = (products * days) / 10;

const directory = mkdtempSync(join(tmpdir(), 'vitrine-series-'));
let exporting: ExportServer;
let test: TestServer;
beforeAll(async () => {
  exporting = await exportServer();
  ({ test } = exporting);
  const ids = Array.from({ length: products }, (_, i) => String(1_000 + i));
  const rows = ids.map((product_id) => ({
    ...{ product_id, region: 'VN', currency: 'VND', first_crawl_dt: 20261101 },
    ...{ total_sale_cnt: 50, total_sale_gmv_amt: 99.5 },
  }));
  await store(test.engine, productList, 1, rowsOf(productList, rows));
  const sold = ids.map((product_id) => ({ product_id, day: '2026-11-10', version: 1, units: 3, gmv: 1250 }));
  const lines = sold.map((row) => JSON.stringify(row)).join('\n');
  await test.engine.insert(`${stateDatabase(1)}.product_trend`, Buffer.from(lines));
});
afterAll(async () => {
  await exporting.remove();
  rmSync(directory, { recursive: true, force: true });
});
afterEach(() => exporting.reset());

function pathOf(parameters: Readonly<Record<string, string>> = {}, id = productTrends.id): string {
  return `/v1/export/${id}?${new URLSearchParams({ region: 'VN', ...range, ...parameters })}`;
}

function ask(key: CreatedKey, parameters: Readonly<Record<string, string>> = {}, id = productTrends.id) {
  return test.server.inject({ url: pathOf(parameters, id), headers: bearing(key) });
}

/** A page of the trend of a product, as it stands in its response. */
async function daysOf(key: CreatedKey, product_id: string, page_num: string): Promise<string> {
  const url = exampleUrl(productTrends, { product_id, ...range, page_num });
  const { body } = await test.server.inject({ url, headers: bearing(key) });
  return body.slice(body.indexOf('[') + 1, body.lastIndexOf(']'));
}

describe('an export of a trend', () => {
  it('has the days of every product of the region, by ID and day, with the bytes of the endpoint', async () => {
    const key = await test.newKey();
    const { body, headers } = await ask(key);
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="product-trends-v1.ndjson"',
      'x-export-rows': String(products * days),
      'x-export-credits': String(price),
      'x-dataset-version': '1',
      'x-dataset-as-of': '2026-11-20',
    });
    const rows = rowsIn(body);
    expect(rows).toHaveLength(products * days);
    const places = rows.map(({ product_id, dt }) => `${product_id} ${dt}`);
    expect(places).toEqual([...new Set(places)].sort());
    const lines = body.split('\n');
    for (const [place, id] of [
      [0, '1000'],
      [449, '1449'],
    ] as const) {
      const pages = [await daysOf(key, id, '1'), await daysOf(key, id, '2')];
      expect(lines.slice(place * days, (place + 1) * days).join(',')).toBe(pages.join(','));
    }
    expect(rows[9]).toMatchObject({ dt: '2026-11-10', total_sale_1d_cnt: 3, total_sale_gmv_1d_amt: 12.5 });
    expect(rows[8]).toMatchObject({ total_sale_cnt: 47, total_sale_gmv_amt: 87 });
  });

  it.each([
    ['csv', 'CSVWithNames'],
    ['parquet', 'Parquet'],
  ])('as %s is read by others, value by value', async (format, engineFormat) => {
    const key = await test.newKey();
    const expected = rowsIn((await ask(key)).body);
    const file = join(directory, `days.${format}`);
    writeFileSync(file, (await ask(key, { format })).rawPayload);
    const columns = productTrends.row.map(({ name }) => `toString(${name}) AS ${name}`).join(', ');
    const structure = productTrends.row.map(({ name }) => `${name} String`).join(', ');
    const source = `file({file:String}, '${engineFormat}'${format === 'csv' ? `, '${structure}'` : ''})`;
    const rows = await test.engine.rows<Row>(`SELECT ${columns} FROM ${source}`, { file });
    const asText = (row: Row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
    expect(rows.map(asText)).toEqual(expected.map(asText));
  });

  it.each(trends)('is there for $id', async ({ id, of, example }) => {
    const { body, headers } = await ask(
      await test.newKey(),
      { region: 'us', start_date: '2026-02-01', end_date: '2026-02-03', fields: `dt,${of.rowId}` },
      id,
    );
    expect(headers).not.toHaveProperty('x-ignored-parameters');
    const known = { [of.rowId]: example.row[of.rowId] };
    expect(rowsIn(body)).toEqual(['01', '02', '03'].map((day) => ({ dt: `2026-02-${day}`, ...known })));
  });

  it('has only the fields asked for', async () => {
    const { body } = await ask(await test.newKey(), { fields: 'total_sale_1d_cnt,product_id', limit: '1' });
    expect(body).toBe('{"product_id":"1000","total_sale_1d_cnt":0}\n');
  });

  it('wants a key with the scope export and that of the trend', async () => {
    for (const scopes of [['product-trends'], ['export'], ['export', 'product-list']])
      expectError(await ask(await test.newKey({ scopes })), 403, /^This key may not call/);
    expect((await ask(await test.newKey({ scopes: ['export', 'product-trends'] }))).statusCode).toBe(200);
  });

  it.each([
    [{ region: '' }, /^Missing required parameter: region$/],
    [{ start_date: '' }, /^Missing required parameter: start_date$/],
    [{ end_date: '' }, /^Missing required parameter: end_date$/],
    [{ start_date: '2026-11-21' }, /start_date: expected at most end_date/],
    [{ start_date: '2026-05-01' }, /start_date: expected a date at most 179 days before end_date/],
    [{ fields: 'nme' }, /^Invalid parameter: fields/],
    [{ limit: '0' }, /^Invalid parameter: limit/],
    [{ format: 'xml' }, /^Invalid parameter: format/],
    [{ product_id: '1000' }, /^Unknown parameter: product_id: there is none of that name/],
    [{ page_num: '1' }, /^Unknown parameter: page_num/],
    [{ end_dat: '2026-11-01' }, /^Unknown parameter: end_dat: did you mean end_date\?/],
  ])('refuses %o, which costs nothing', async (parameters, message) => {
    const key = await test.newKey({ credits: price });
    expectError(await ask(key, parameters), 400, message);
    expect(await test.creditsOf(key)).toBe(price);
  });
});

describe('the price of the days of a region', () => {
  it.each([
    [{}, products * days, price],
    [{ limit: '25' }, 25, 3],
    [{ end_date: '2026-11-01' }, products, products / 10],
    // The days that are known end with the as-of day.
    [{ start_date: '2026-11-20', end_date: '2027-02-01' }, products, products / 10],
  ])('with %o is a credit for each ten rows begun', async (parameters, rows, credits) => {
    const key = await test.newKey({ credits: price });
    expect(rowsIn((await ask(key, parameters)).body)).toHaveLength(rows);
    expect(await test.creditsOf(key)).toBe(price - credits);
  });

  it.each([
    { region: 'ZZ' },
    { start_date: '2026-10-01', end_date: '2026-10-31' },
    { start_date: '2026-12-01', end_date: '2026-12-31' },
  ])('of %o, which has no rows, is one credit', async (parameters) => {
    const key = await test.newKey({ credits: 3 });
    const { body, headers, statusCode } = await ask(key, parameters);
    expect([statusCode, body, headers['x-export-rows'], headers['x-export-credits']]).toEqual([200, '', '0', '1']);
    expect(await test.creditsOf(key)).toBe(2);
  });

  it('is refused before a row is read when there is not enough', async () => {
    const key = await test.newKey({ credits: price - 1 });
    expectError(await ask(key), 402, /this costs more than the 899 credits/);
    expect([await test.creditsOf(key), exporting.pagesRead]).toEqual([price - 1, 0]);
  });

  it('is no more than what was read when the client goes away', async () => {
    const key = await test.newKey({ credits: price });
    const gone = deferred();
    exporting.beforePage = (number) => (number === 2 ? gone.promise : Promise.resolve());
    const abort = new AbortController();
    const response = await fetch(exporting.url + pathOf(), { headers: bearing(key), signal: abort.signal });
    await vi.waitUntil(() => exporting.pagesRead === 2, { timeout: endMs });
    abort.abort();
    await expect(response.text()).rejects.toThrow();
    gone.resolve();
    const recorded = async () => {
      await test.usage.flush();
      const sql = 'SELECT endpoint, credits FROM usage_record WHERE key_id = {id:String}';
      return (await test.engine.rows<{ endpoint: string; credits: number }>(sql, { id: key.id }))[0];
    };
    await vi.waitUntil(recorded, { timeout: endMs, interval: 50 });
    const paid = price - Number(await test.creditsOf(key));
    expect(await recorded()).toEqual({ endpoint: 'export-product-trends', credits: paid });
    // The rows of the products that were read, and one more step.
    expect(paid).toBeLessThanOrEqual((200 * days + 200) / 10);
  });
});

describe('the days of a region, when a version', () => {
  it('was published without the list, are refused', async () => {
    test.dataset = { version: 1, asOf: '2026-11-20', lists: new Set(['shop-list']) };
    const key = await test.newKey({ credits: price });
    expectError(await ask(key), 503, /product-list/);
    expect(await test.creditsOf(key)).toBe(price);
  });

  it('was published by a release that did not keep them, are refused, and cost nothing', async () => {
    await test.engine.command(`DROP TABLE ${stateDatabase(1)}.shop_trend`);
    const key = await test.newKey({ credits: price });
    const { error } = (await ask(key, {}, 'shop-trends')).json<{ error: { id: string } }>();
    expect([error.id, await test.creditsOf(key)]).toEqual(['list-not-published', price]);
  });

  it('is removed, break off, and what is not sent is not paid', async () => {
    const key = await test.newKey({ credits: price });
    exporting.beforePage = async (number) => {
      if (number === 2) await test.engine.command(`ALTER TABLE ${productList.table} DROP PARTITION 1`);
    };
    const response = await fetch(exporting.url + pathOf(), { headers: bearing(key) });
    await expect(response.text()).rejects.toThrow();
    expect(await test.creditsOf(key)).toBe(price - (200 * days) / 10);
  });
});
