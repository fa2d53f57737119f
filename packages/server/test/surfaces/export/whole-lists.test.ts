import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../../src/catalogue/catalogue.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { tableIn } from '../../ingest/containers/tables-in.ts';
import type { Row } from '../../serving/rows.ts';
import { bearing, exampleUrl, expectError, type TestServer } from '../http/test-server.ts';
import { creators, type ExportServer, exportPathOf, exportServer, price, rowCount, rowsIn } from './export-server.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-export-'));
let exporting: ExportServer;
let test: TestServer;
beforeAll(async () => {
  exporting = await exportServer();
  ({ test } = exporting);
});
afterAll(async () => {
  await exporting.remove();
  rmSync(directory, { recursive: true, force: true });
});
afterEach(() => exporting.reset());

describe('an export', () => {
  it('says how sure estimates are when it is asked to', async () => {
    const { body } = await exporting.ask(await test.newKey(), '&sure=1&limit=3');
    expect(rowsIn(body)).toMatchObject([0, 0, 0].map((sale) => ({ per_product_ifl_sale_cnt_high: sale })));
  });

  it('has every row of the list once, in the order of the endpoint and with its bytes', async () => {
    const key = await test.newKey();
    const { body, headers } = await exporting.ask(key, '&product_influencer_sort_field=1&sort_type=0');
    const ids = rowsIn(body).map(({ user_id }) => user_id);
    const expected = [...creators].sort(
      (a, b) =>
        Number(a['total_followers_cnt']) - Number(b['total_followers_cnt']) ||
        Number(a['user_id']) - Number(b['user_id']),
    );
    expect(ids).toEqual(expected.map(({ user_id }) => user_id));
    expect(headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="product-creators-v1.ndjson"',
      'x-export-rows': String(rowCount),
      'x-export-credits': String(price),
      'x-dataset-version': '1',
      'cache-control': 'private, no-store',
    });
    const page = await test.server.inject({
      url: exampleUrl(productCreators, {
        product_id: '9',
        page_num: '124',
        sort_type: '0',
        product_influencer_sort_field: '1',
      }),
      headers: bearing(key),
    });
    const data = page.body.slice(page.body.indexOf('[') + 1, page.body.lastIndexOf(']'));
    expect(body.trimEnd().split('\n').slice(-7).join(',')).toBe(data);
  });

  it.each([
    ['csv', 'CSVWithNames', 'text/csv; charset=utf-8; header=present'],
    ['parquet', 'Parquet', 'application/vnd.apache.parquet'],
  ])('as %s is read by others, value by value', async (format, engineFormat, contentType) => {
    const key = await test.newKey();
    const expected = rowsIn((await exporting.ask(key)).body.replaceAll('9007199254740993', '"9007199254740993"'));
    const response = await exporting.ask(key, `&format=${format}`);
    expect(response.headers['content-type']).toBe(contentType);
    const file = join(directory, `creators.${format}`);
    writeFileSync(file, response.rawPayload);
    const columns = productCreators.row.map(({ name }) => `toString(${name}) AS ${name}`).join(', ');
    const structure = productCreators.row.map(({ name }) => `${name} String`).join(', ');
    const source =
      format === 'csv'
        ? `file({file:String}, '${engineFormat}', '${structure}')`
        : `file({file:String}, '${engineFormat}')`;
    const rows = await test.engine.rows<Row>(`SELECT ${columns} FROM ${source}`, { file });
    const asText = (row: Row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
    expect(rows.map(asText)).toEqual(expected.map(asText));
  });

  it('as xlsx is read by the reader of files, value by value', async () => {
    const key = await test.newKey();
    const expected = rowsIn((await exporting.ask(key)).body.replaceAll('9007199254740993', '"9007199254740993"'));
    const response = await exporting.ask(key, '&format=xlsx');
    expect(response.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="product-creators-v1.xlsx"',
    });
    const { columns, rows } = await tableIn(response.rawPayload);
    expect(columns).toEqual(productCreators.row.map(({ name }) => name));
    expect(rows.map(({ values }) => values)).toEqual(expected.map(asCells));
  });

  it.each(lists)('is there for $id, with its filters', async (list) => {
    const key = await test.newKey();
    const { page_num, page_size, ...query } = list.example.query;
    const response = await test.server.inject({
      url: `/v1/export/${list.id}?${new URLSearchParams(query)}`,
      headers: bearing(key),
    });
    expect(rowsIn(response.body)).toContainEqual(list.example.row);
  });

  it.each([
    ['&format=csv', '*/*', 'text/csv; charset=utf-8; header=present'],
    ['', 'text/html, text/csv;q=0.5', 'text/csv; charset=utf-8; header=present'],
    ['', 'application/vnd.apache.parquet', 'application/vnd.apache.parquet'],
    [
      '',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['', 'text/html', 'application/x-ndjson'],
    ['', 'constructor, __proto__', 'application/x-ndjson'],
    ['&format=ndjson', 'text/csv', 'application/x-ndjson'],
  ])('%s with Accept: %s is %s', async (query, accept, contentType) => {
    const { headers } = await exporting.ask(await test.newKey(), `${query}&limit=1`, { accept });
    expect(headers['content-type']).toBe(contentType);
  });

  it.each([
    ['format=xml', /^Invalid parameter: format: expected one of ndjson, csv, parquet, xlsx, got "xml"$/],
    ['format=csv&format=parquet', /^Repeated parameter: format: expected once, got 2 times$/],
    ['limit=0', /^Invalid parameter: limit: expected a whole number from 1 to 999999999999, got "0"$/],
    ['limit=many', /^Invalid parameter: limit/],
    ['sort_type=7', /^Invalid parameter: sort_type/],
  ])('refuses %s', async (query, message) => {
    const key = await test.newKey({ credits: 500 });
    expectError(await exporting.ask(key, `&${query}`), 400, message);
    expect(await test.creditsOf(key)).toBe(500);
  });

  it('is refused before the first publish', async () => {
    test.dataset = undefined;
    expectError(await exporting.ask(await test.newKey()), 503, 'No dataset is published yet');
  });

  it('wants a key with the scope export and that of the list', async () => {
    const message = /^This key may not call/;
    expectError(await exporting.ask(await test.newKey({ scopes: ['product-creators'] })), 403, message);
    expectError(await exporting.ask(await test.newKey({ scopes: ['export'] })), 403, message);
    expectError(await test.server.inject({ url: exportPathOf() }), 401, /apiKey is null/);
    expect((await exporting.ask(await test.newKey({ scopes: ['export', 'product-creators'] }))).statusCode).toBe(200);
  });
});

/** What cells hold: days as dates, nothing where a text is empty or a day unknown. */
function asCells(row: Row): Row {
  const kinds = new Map(productCreators.row.map(({ name, kind }) => [name, kind]));
  const cell = (name: string, value: Row[string]) =>
    kinds.get(name) === 'day' ? String(value).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : value;
  return Object.fromEntries(
    Object.entries(row)
      .map(([name, value]) => [name, cell(name, value)] as const)
      .filter(([, value]) => value !== '' && value !== '0'),
  ) as Row;
}
