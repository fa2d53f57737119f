import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { endMs } from '../../../../../test/running/end-ms.ts';
import { type AdminServer, expectError, publishedServer } from './admin-server.ts';

let server: AdminServer;
beforeAll(async () => {
  server = await publishedServer();
});
afterAll(() => server.remove());

const statement = 'SELECT product_id, total_sale_1d_cnt AS sold FROM products';

async function asText(body: object): Promise<Response> {
  return fetch(new URL('/admin/v1/sql', server.url), {
    method: 'POST',
    headers: { authorization: 'Bearer a-token-of-the-tests', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

it('answers a statement with its columns and rows', async () => {
  const { status, json } = await server.call('POST', '/admin/v1/sql', { body: { sql: statement } });
  expect({ status, data: json.data }).toEqual({
    status: 200,
    data: {
      version: 1,
      asOf: '2026-11-20',
      columns: [
        { name: 'product_id', type: 'UInt64' },
        { name: 'sold', type: 'Int64' },
      ],
      rows: [['77', '10']],
    },
  });
});

it.each([
  ['csv', 'text/csv; charset=utf-8', '"product_id","sold"\n77,10\n'],
  ['ndjson', 'application/x-ndjson', '{"product_id":"77","sold":"10"}\n'],
])('answers with a file of format %s', async (format, type, text) => {
  const response = await asText({ sql: statement, format });
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('x-dataset-version')).toBe('1');
  expect(response.headers.get('x-dataset-as-of')).toBe('2026-11-20');
  expect(await response.text()).toBe(text);
});

it('answers with Parquet', async () => {
  const response = await asText({ sql: statement, format: 'parquet' });
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('PAR1');
});

it('refuses what is no SELECT over the views, and bodies that are not as documented', async () => {
  const of = (body: unknown) => server.call('POST', '/admin/v1/sql', { body });
  expectError(
    await of({ sql: 'DROP TABLE products' }),
    400,
    'The statement was not run: expected a SELECT, got "DROP TABLE products"',
  );
  expectError(await of({ sql: 'SELECT * FROM system.one' }), 400, /table system.one: name one of the views/);
  expectError(await of({}), 400, /sql/);
  expectError(await of({ sql: statement, format: 'xlsx' }), 400, /format/);
});

it('keeps what was asked, and how it ended, in the audit log', async () => {
  await server.call('POST', '/admin/v1/sql', { body: { sql: 'SELECT 1', format: 'json' } });
  await asText({ sql: 'SELECT 2', format: 'csv' });
  const { json } = await server.call('GET', '/admin/v1/audit?limit=2');
  expect(json.data).toMatchObject([
    { action: 'sql', outcome: 'done', request: { sql: 'SELECT 2', format: 'csv' }, detail: { version: 1 } },
    { action: 'sql', outcome: 'done', request: { sql: 'SELECT 1', format: 'json' }, detail: { version: 1 } },
  ]);
});

it('stops a statement whose client leaves', async () => {
  const leaving = new AbortController();
  const endless = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1';
  const left = fetch(new URL('/admin/v1/sql', server.url), {
    method: 'POST',
    headers: { authorization: 'Bearer a-token-of-the-tests', 'content-type': 'application/json' },
    body: JSON.stringify({ sql: endless }),
    signal: leaving.signal,
  });
  left.catch(() => {});
  await vi.waitUntil(async () => (await running()) > 0, { timeout: endMs });
  leaving.abort();
  const last = async () =>
    (await server.call('GET', '/admin/v1/audit?limit=1')).json.data as readonly { outcome: string }[];
  await vi.waitUntil(async () => (await last())[0]?.outcome === 'failed', { timeout: endMs });
  expect(await last()).toMatchObject([
    { action: 'sql', request: { sql: endless.replace('1000000000000', '…') }, detail: { error: 'body-invalid' } },
  ]);
});

/** Statements of others that run. */
async function running(): Promise<number> {
  const statement = "SELECT 1 FROM system.processes WHERE startsWith(current_database, 'sql_')";
  return (await server.vitrine.engine.rows(statement)).length;
}
