import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
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
import type { Engine } from '../../src/warehouse/engine/engine.ts';
import { adminToken, tokenGate } from '../surfaces/admin/token-gate.ts';
import { type IngestFixture, withInsert } from './ingest-fixture.ts';
import { type IngestServer, ingestServer, shops } from './ingest-server.ts';

let server: IngestServer;
let fixture: IngestFixture;
beforeAll(async () => {
  server = await ingestServer();
  ({ fixture } = server);
});
beforeEach(() => fixture.empty());
afterAll(() => server.remove());

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
  const port = Number(new URL(server.url).port);
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
