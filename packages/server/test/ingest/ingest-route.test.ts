import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { adminToken } from '../surfaces/admin/token-gate.ts';
import { type IngestFixture, ndjson } from './ingest-fixture.ts';
import { type IngestServer, ingestServer, type Sent, shops } from './ingest-server.ts';
import { least } from './samples.ts';

let server: IngestServer;
let fixture: IngestFixture;
beforeAll(async () => {
  server = await ingestServer();
  ({ fixture } = server);
});
beforeEach(() => fixture.empty());
afterAll(() => server.remove());

describe('a body is taken in and answered with the summary', () => {
  test('NDJSON far beyond the limit of other routes', async () => {
    const { status, body } = await server.send(`${shops}x\n`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 0, message: 'success', requestId: 'request-1' });
    expect(body['data']).toMatchObject({
      source: 'http',
      records: { shop: 2000 },
      rejected: 1,
      firstRejects: [{ line: 2001 }],
    });
    expect((await fixture.landed('shop')).length).toBe(2000);
  });

  test('under the name that its file has', async () => {
    const { body } = await server.send(`${shops}x\n`, { query: '?source=monday.ndjson' });
    expect(body['data']).toMatchObject({ source: 'monday.ndjson' });
    const refused = await server.send('x\n', { query: '?source=monday.ndjson&strict=1' });
    expect(refused.body['message']).toContain('monday.ndjson has 1 invalid line; ');
  });

  test.each([
    ['data%2Fmonday.csv', 'source: expected a file name without / and \\'],
    ['..%5Cmonday.csv', 'source: expected a file name without / and \\'],
    ['a%0Ab', 'source: expected a text without control characters'],
    ['a'.repeat(101), 'source: expected 1 to 100 characters, got 101'],
  ])('but not under %s', async (source, message) => {
    const { status, body } = await server.send(shops, { query: `?source=${source}` });
    expect([status, body['message']]).toEqual([400, expect.stringContaining(message)]);
    expect(await fixture.landed('shop')).toEqual([]);
  });

  test('gzip', async () => {
    const { body } = await server.send(gzipSync(shops), { headers: { 'Content-Encoding': 'gzip' } });
    expect(body['data']).toMatchObject({ records: { shop: 2000 } });
  });

  test('CSV', async () => {
    const csv = 'seller_id,observed_at,region\n5,2026-08-12T15:30:57Z,US\n';
    const { body } = await server.send(csv, { query: '?kind=shop', type: 'text/csv; charset=utf-8' });
    expect(body['data']).toMatchObject({ records: { shop: 1 } });
    const other = await server.send(csv, { query: '?kind=shop&format=csv', type: 'application/x-www-form-urlencoded' });
    expect(other.body['data']).toMatchObject({ records: { shop: 1 } });
  });

  test('Parquet, streamed from a file', async () => {
    await server.send(shops);
    const path = join(fixture.directory, 'shops.parquet');
    await fixture.engine.command(
      `INSERT INTO FUNCTION file('${path}', 'Parquet') SELECT * EXCEPT (batch, origin) FROM landing_shop`,
    );
    await fixture.empty();
    const type = 'application/vnd.apache.parquet';
    const { body } = await server.send(createReadStream(path) as unknown as ReadableStream, {
      query: '?kind=shop',
      type,
    });
    expect(body['data']).toMatchObject({ records: { shop: 2000 }, rejected: 0 });
  });
});

test('a body of which every line is rejected is a 422 with the summary', async () => {
  const { status, body } = await server.send(ndjson([{ ...least.shop, region: 'us' }, {}]));
  expect([status, body['code']]).toEqual([422, 422]);
  expect(body['message']).toContain('nothing was ingested: every line was rejected; the first is line 1: region: ');
  expect(body['data']).toMatchObject({ records: {}, rejected: 2, firstRejects: [{ line: 1 }, { line: 2 }] });
});

test('a body without lines is no failure', async () => {
  const { status, body } = await server.send('\n');
  expect([status, body['code']]).toEqual([200, 0]);
});

describe('a file of a source', () => {
  test.each(['application/octet-stream', 'application/json', 'text/plain'])(
    'is told by its content when from is given, also as %s',
    async (type) => {
      const row = { product_id: '11', product_name: 'a', region: 'US', total_sale_cnt: 5, last_crawl_dt: 20260812 };
      const body = JSON.stringify({ code: 0, message: 'success', data: [row] }, null, 2);
      const { status, body: answer } = await server.send(body, { type, query: '?from=keyapi&dry_run=1' });
      expect([status, answer['data']]).toEqual([200, expect.objectContaining({ records: { product: 1 } })]);
    },
  );

  const rowWithoutRegion = { product_id: '11', product_name: 'a', total_sale_cnt: 5, last_crawl_dt: 20260812 };
  const answerOf = (row: object) => JSON.stringify({ code: 0, message: 'success', data: [row] });

  test('is asked for what it does not say, in the words of a query, and taken once it is told', async () => {
    const body = answerOf(rowWithoutRegion);
    const asked = await server.send(body, { query: '?from=keyapi' });
    expect(asked.status).toBe(400);
    expect(asked.body['message']).toContain('over HTTP region=');
    const told = await server.send(body, { query: '?from=keyapi&region=US' });
    expect([told.status, told.body['data']]).toEqual([200, expect.objectContaining({ records: { product: 1 } })]);
    expect(await fixture.landed('product')).toMatchObject([{ product_id: '11', region: 'US' }]);
  });

  test.each([
    ['region=usa', 'region: expected a country of two capital letters'],
    ['zone=Mars', 'zone: expected an IANA time zone'],
    ['currency=dollar', 'currency: expected a currency of three capital letters'],
    ['day=yesterday', 'day: expected a day as YYYY-MM-DD'],
    ['creator=a%20b', 'creator: expected a handle'],
    ['from=nowhere', 'from: expected '],
    ['from=', 'from: expected a value, got nothing'],
    ['regoin=TH', 'regoin: expected a parameter of this route: region, or one of '],
    ['from=keyapi&kind=product', 'kind: expected none beside from'],
    ['from=keyapi&format=parquet', 'format: expected none beside from'],
    ['dry_run=maybe', 'dry_run: expected 0 or 1, got maybe'],
  ])('is refused with %s', async (query, message) => {
    const { status, body } = await server.send(answerOf(rowWithoutRegion), { query: `?${query}` });
    expect([status, body['message']]).toEqual([400, expect.stringContaining(message)]);
    expect(await fixture.landed('product')).toEqual([]);
  });

  test('in a dry run says what would go in, and leaves nothing', async () => {
    const rows = answerOf({ ...rowWithoutRegion, region: 'US', product_commission_rate: 12 });
    const { status, body } = await server.send(rows, { query: '?from=keyapi&dry_run=1' });
    expect(status).toBe(200);
    expect(body['data']).toMatchObject({ from: 'keyapi', records: { product: 1 }, dryRun: true });
    expect(await fixture.landed('product')).toEqual([]);
  });
});

describe('what is refused', () => {
  test('a wrong token, a missing one, and a key', async () => {
    for (const token of ['', 'wrong', `${adminToken}x`]) {
      const { status, body } = await server.send(shops, { token });
      expect([status, body['code'], body['data']]).toEqual([401, 401, null]);
    }
    expect(await fixture.landed('shop')).toEqual([]);
  });

  test.each<readonly [what: string, body: string | Buffer, sent: Sent, words: string]>([
    ['a type that is none of ours', shops, { type: 'image/png' }, 'expected Content-Type application/x-ndjson'],
    ['a format that is none', shops, { query: '?format=xml' }, 'format: expected ndjson, csv, parquet, xlsx, got xml'],
    ['a kind that is none', shops, { query: '?kind=ghost' }, 'no such kind: expected one of product'],
    ['a kind given twice', shops, { query: '?kind=shop&kind=fx' }, 'Repeated parameter: kind'],
    ['strict that is neither yes nor no', shops, { query: '?strict=maybe' }, 'strict: expected 0 or 1, got maybe'],
    [
      'CSV of no kind',
      'a,b\n',
      { type: 'text/csv' },
      'or our own records (of CSV and XLSX with --kind, over HTTP kind=); it has a, b',
    ],
    [
      'an encoding that is not understood',
      shops,
      { headers: { 'Content-Encoding': 'br' } },
      'expected Content-Encoding gzip',
    ],
    [
      'gzip that is none',
      shops,
      { headers: { 'Content-Encoding': 'gzip' } },
      'http is not gzip: it begins with the bytes 7b22',
    ],
    [
      'gzip that is none, with megabytes to follow',
      shops.repeat(20),
      { headers: { 'Content-Encoding': 'gzip' } },
      'http is not gzip: it begins with the bytes 7b22',
    ],
    [
      'gzip that ends early',
      gzipSync(shops).subarray(0, -9),
      { headers: { 'Content-Encoding': 'gzip' } },
      'its gzip data ends early',
    ],
    [
      'a bad line under strict',
      `${shops}${ndjson([{ ...least.shop, region: 'us' }])}`,
      { query: '?strict=1' },
      'http has 1 invalid line; the first is line 2001: region: ',
    ],
  ])('%s', async (_what, body, sent, words) => {
    const answer = await server.send(body, sent);
    expect([answer.status, answer.body['code'], answer.body['data']]).toEqual([400, 400, null]);
    expect(answer.body['message']).toContain(words);
  });
});
