import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AdminGate } from '../../src/access/admin-keys/admin-gate.ts';
import type { Batches } from '../../src/ingest/batches.ts';
import { ApiError, errors } from '../../src/kernel/errors.ts';
import { ingestRoute } from '../../src/surfaces/admin/ingest-route.ts';
import { handleErrors } from '../../src/surfaces/http/error-handling.ts';
import type { HttpServer } from '../../src/surfaces/http/server.ts';
import type { Engine } from '../../src/warehouse/engine/engine.ts';
import { adminToken, tokenGate } from '../surfaces/admin/token-gate.ts';
import { type IngestFixture, ndjson, openIngestFixture, withInsert } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

let fixture: IngestFixture;
let server: HttpServer;
let url: string;
beforeAll(async () => {
  fixture = await openIngestFixture();
  server = fastify({ bodyLimit: 1024, genReqId: () => 'request-1' });
  handleErrors(server);
  server.register(async (scope) => ingestRoute({ ...fixture.dependencies, adminGate: tokenGate })(scope));
  url = `${await server.listen({ port: 0 })}/admin/v1/ingest`;
});
beforeEach(() => fixture.empty());
afterAll(async () => {
  await server.close();
  await fixture.remove();
});

interface Sent {
  readonly query?: string;
  readonly type?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(
  body: NonNullable<RequestInit['body']>,
  { query = '', type = 'application/x-ndjson', token = adminToken, headers }: Sent = {},
) {
  const all = { Authorization: `Bearer ${token}`, 'Content-Type': type, ...headers };
  const response = await fetch(url + query, { method: 'POST', body, headers: all, duplex: 'half' } as RequestInit);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const shops = ndjson(Array.from({ length: 2000 }, (_, index) => ({ ...full.shop, seller_id: String(index + 1) })));

describe('a body is taken in and answered with the summary', () => {
  test('NDJSON far beyond the limit of other routes', async () => {
    const { status, body } = await send(`${shops}x\n`);
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
    const { body } = await send(`${shops}x\n`, { query: '?source=monday.ndjson' });
    expect(body['data']).toMatchObject({ source: 'monday.ndjson' });
    const refused = await send('x\n', { query: '?source=monday.ndjson&strict=1' });
    expect(refused.body['message']).toContain('monday.ndjson has 1 invalid line; ');
  });

  test.each([
    ['data%2Fmonday.csv', 'source: expected a file name without / and \\'],
    ['..%5Cmonday.csv', 'source: expected a file name without / and \\'],
    ['a%0Ab', 'source: expected a text without control characters'],
    ['a'.repeat(101), 'source: expected 1 to 100 characters, got 101'],
  ])('but not under %s', async (source, message) => {
    const { status, body } = await send(shops, { query: `?source=${source}` });
    expect([status, body['message']]).toEqual([400, expect.stringContaining(message)]);
    expect(await fixture.landed('shop')).toEqual([]);
  });

  test('gzip', async () => {
    const { body } = await send(gzipSync(shops), { headers: { 'Content-Encoding': 'gzip' } });
    expect(body['data']).toMatchObject({ records: { shop: 2000 } });
  });

  test('CSV', async () => {
    const csv = 'seller_id,observed_at,region\n5,2026-08-12T15:30:57Z,US\n';
    const { body } = await send(csv, { query: '?kind=shop', type: 'text/csv; charset=utf-8' });
    expect(body['data']).toMatchObject({ records: { shop: 1 } });
    const other = await send(csv, { query: '?kind=shop&format=csv', type: 'application/x-www-form-urlencoded' });
    expect(other.body['data']).toMatchObject({ records: { shop: 1 } });
  });

  test('Parquet, streamed from a file', async () => {
    await send(shops);
    const path = join(fixture.directory, 'shops.parquet');
    await fixture.engine.command(
      `INSERT INTO FUNCTION file('${path}', 'Parquet') SELECT * EXCEPT (batch, origin) FROM landing_shop`,
    );
    await fixture.empty();
    const type = 'application/vnd.apache.parquet';
    const { body } = await send(createReadStream(path) as unknown as ReadableStream, { query: '?kind=shop', type });
    expect(body['data']).toMatchObject({ records: { shop: 2000 }, rejected: 0 });
  });
});

test('a body of which every line is rejected is a 422 with the summary', async () => {
  const { status, body } = await send(ndjson([{ ...least.shop, region: 'us' }, {}]));
  expect([status, body['code']]).toEqual([422, 422]);
  expect(body['message']).toContain('nothing was ingested: every line was rejected; the first is line 1: region: ');
  expect(body['data']).toMatchObject({ records: {}, rejected: 2, firstRejects: [{ line: 1 }, { line: 2 }] });
});

test('a body without lines is no failure', async () => {
  const { status, body } = await send('\n');
  expect([status, body['code']]).toEqual([200, 0]);
});

describe('when the client is gone, nothing more is taken in and the batch has failed', () => {
  /** A route whose first insert waits until the connection it came over is closed. */
  async function routeThatLoses() {
    const losing = fastify();
    let lost: Promise<unknown> = Promise.resolve();
    losing.server.on('connection', (socket) => {
      lost = once(socket, 'close');
    });
    const engine: Engine = {
      ...withInsert(fixture.engine, () => {}),
      insert: async (...row) => {
        client?.destroy();
        await lost;
        await fixture.engine.insert(...row);
      },
    };
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const batches: Batches = {
      ...fixture.batches,
      finish: (...how) => fixture.batches.finish(...how).finally(finish),
    };
    const chunkLimits = { rowsMax: 10, bytesMax: 1e6 };
    const parts = { ...fixture.dependencies, engine, batches, chunkLimits, adminGate: tokenGate };
    losing.register(async (scope) => ingestRoute(parts)(scope));
    return { url: await losing.listen({ port: 0 }), finished, close: () => losing.close() };
  }

  let client: Socket | undefined;

  test.each([
    ['after it sent everything', shops.repeat(10), 0],
    ['half-way through its body', shops.repeat(10), 1000],
  ])('%s', async (_what, text, missing) => {
    const route = await routeThatLoses();
    const body = gzipSync(text);
    client = connect(Number(new URL(route.url).port), '127.0.0.1');
    const headers = [
      'POST /admin/v1/ingest HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${adminToken}`,
      'Content-Type: application/x-ndjson',
      'Content-Encoding: gzip',
      `Content-Length: ${body.length + missing}`,
    ];
    client.write(`${headers.join('\r\n')}\r\n\r\n`);
    client.write(body);
    await once(client, 'close');
    await route.finished;
    await route.close();
    const [batch] = await fixture.batches.list({ limit: 1 });
    expect(batch).toMatchObject({ status: 'failed', error: expect.stringContaining('records were ingested') });
    expect(batch?.records?.['shop'] ?? 0).toBeLessThan(20_000);
  });
});

test.each(['a client that closes its side', 'a chunk that is none'])('%s half-way ends the batch', async (what) => {
  const port = Number(new URL(url).port);
  const client = connect(port, '127.0.0.1');
  const headers = [
    `Authorization: Bearer ${adminToken}`,
    'Content-Type: application/x-ndjson',
    'Transfer-Encoding: chunked',
  ];
  client.write(`POST /admin/v1/ingest HTTP/1.1\r\nHost: x\r\n${headers.join('\r\n')}\r\n\r\n4\r\n{"ki`);
  await expect.poll(async () => (await fixture.batches.list({ limit: 1 }))[0]?.status).toBe('open');
  if (what.startsWith('a client')) client.end();
  else client.write('\r\nzz\r\n');
  expect(await text(client)).toContain('HTTP/1.1 400 ');
  await expect.poll(async () => (await fixture.batches.list({ limit: 1 }))[0]?.status).toBe('failed');
});

test('an upload whose sender may send no more by its end is refused', async () => {
  let isAllowed = true;
  const gate: AdminGate = {
    admit: async () => {
      if (isAllowed) return 'adm_leaver';
      throw new ApiError(errors.adminTokenInvalid, {});
    },
  };
  const guarded = fastify();
  handleErrors(guarded);
  guarded.register(async (scope) => ingestRoute({ ...fixture.dependencies, adminGate: gate })(scope));
  const body = new PassThrough();
  body.write(shops.slice(0, 100));
  const sending = fetch(`${await guarded.listen({ port: 0 })}/admin/v1/ingest`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(body) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  await expect.poll(async () => (await fixture.batches.list({ limit: 1 }))[0]?.status).toBe('open');
  isAllowed = false;
  body.end(shops.slice(100));
  expect((await sending).status).toBe(401);
  expect((await fixture.batches.list({ limit: 1 }))[0]).toMatchObject({ status: 'failed' });
  await guarded.close();
});

test('a client that goes while it is let in opens no batch', async () => {
  const before = await fixture.batches.list({ limit: 1 });
  const slow = fastify();
  handleErrors(slow);
  let arrived = (_socket: Socket) => {};
  const arrival = new Promise<Socket>((resolve) => {
    arrived = resolve;
  });
  slow.addHook('preHandler', async ({ raw }) => {
    arrived(raw.socket);
    await new Promise((resolve) => raw.socket.once('close', resolve));
  });
  const ended = new Promise<unknown>((resolve) => {
    slow.addHook('onSend', async (_request, _reply, payload) => resolve(JSON.parse(String(payload))));
  });
  slow.register(async (scope) => ingestRoute({ ...fixture.dependencies, adminGate: tokenGate })(scope));
  const port = Number(new URL(await slow.listen({ port: 0 })).port);
  const client = connect(port, '127.0.0.1');
  const headers = [`Authorization: Bearer ${adminToken}`, 'Content-Type: application/x-ndjson', 'Content-Length: 9'];
  client.write(`POST /admin/v1/ingest HTTP/1.1\r\nHost: x\r\n${headers.join('\r\n')}\r\n\r\n`);
  await arrival;
  client.resetAndDestroy();
  expect(await ended).toMatchObject({ code: 400, message: expect.stringContaining('got a part') });
  expect(await fixture.batches.list({ limit: 1 })).toEqual(before);
  await slow.close();
});

describe('what is refused', () => {
  test('a wrong token, a missing one, and a key', async () => {
    for (const token of ['', 'wrong', `${adminToken}x`]) {
      const { status, body } = await send(shops, { token });
      expect([status, body['code'], body['data']]).toEqual([401, 401, null]);
    }
    expect(await fixture.landed('shop')).toEqual([]);
  });

  test.each<readonly [what: string, body: string | Buffer, sent: Sent, words: string]>([
    ['a type that is none of ours', shops, { type: 'image/png' }, 'expected Content-Type application/x-ndjson'],
    ['a format that is none', shops, { query: '?format=xml' }, 'format: expected ndjson, csv, parquet, got xml'],
    ['a kind that is none', shops, { query: '?kind=ghost' }, 'no such kind: expected one of product'],
    ['a kind given twice', shops, { query: '?kind=shop&kind=fx' }, 'Repeated parameter: kind'],
    ['strict that is neither yes nor no', shops, { query: '?strict=maybe' }, 'strict: expected 0 or 1, got maybe'],
    ['CSV of no kind', 'a,b\n', { type: 'text/csv' }, 'specify the kind'],
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
    const answer = await send(body, sent);
    expect([answer.status, answer.body['code'], answer.body['data']]).toEqual([400, 400, null]);
    expect(answer.body['message']).toContain(words);
  });
});
