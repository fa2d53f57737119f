import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';
import { deferred } from './held-reader.ts';
import { bearing, exampleUrl, type TestServer, testServer } from './test-server.ts';

const requestsMax = 20;
/** More than there are slots of any kind. */
const many = requestsMax * 2;

let mayRead = deferred();
let reading = 0;
let test: TestServer;
let key: CreatedKey;
let port = 0;

async function sample(server: HttpServer): Promise<void> {
  server.post('/sample/body', async (request) => request.body);
  server.post('/sample/torn', async ({ raw }) => {
    // As Node does when the connection is lost while a body is read.
    const torn = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    raw.destroy(torn);
    throw torn;
  });
}

beforeAll(async () => {
  test = await testServer({
    limits: { requestsMax, keylessRequestsMax: requestsMax, keyRequestsMax: requestsMax },
    extensions: [sample],
    wrapReader: (reader) => ({
      page: async (...question) => {
        reading++;
        await mayRead.promise;
        return reader.page(...question);
      },
    }),
  });
  await test.server.listen({ host: '127.0.0.1', port: 0 });
  port = (test.server.server.address() as AddressInfo).port;
});
beforeEach(async () => {
  mayRead = deferred();
  reading = 0;
  key = await test.newKey({ credits: 1_000 });
});
afterAll(() => test.remove());

const url = exampleUrl(productList);
const call = () => `GET ${url} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key.key}\r\n\r\n`;
const halfBody =
  'POST /sample/body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a';

/** Writes to a connection of its own. Resolves once the server has its first request. */
async function sending(bytes: string): Promise<{ client: Socket; serverSide: Socket }> {
  const begun = once(test.server.server, 'request');
  const client = connect(port, '127.0.0.1');
  client.on('error', () => {});
  client.write(bytes);
  const [{ socket: serverSide }] = await begun;
  return { client, serverSide };
}

async function lose({ client, serverSide }: Awaited<ReturnType<typeof sending>>): Promise<void> {
  const lost = new Promise((resolve) => serverSide.once('close', resolve));
  client.resetAndDestroy();
  await lost;
}

/** How many requests hold a slot, by what `/metrics` says. */
async function underWay(): Promise<number> {
  const { body } = await test.server.inject('/metrics');
  const gauges = [...body.matchAll(/^vitrine_http_requests_in_flight\{budget="(?:callers|keyless)"\} (\d+)$/gm)];
  expect(gauges).toHaveLength(2);
  return gauges.reduce((sum, [, count]) => sum + Number(count), 0);
}

async function recordsOf({ id }: CreatedKey) {
  await test.usage.flush();
  const sql =
    'SELECT toString(sum(credits)) AS credits, toString(count()) AS lines FROM usage_record WHERE key_id = {id:String}';
  return (await test.engine.rows<{ credits: string; lines: string }>(sql, { id }))[0];
}

const linesOfCalls = () => test.log.filter((line) => line.includes(`"endpoint":"${productList.id}"`)).length;

describe('a request whose body is not here yet', () => {
  it('holds no slot, however many there are, and none once its client is gone', async () => {
    const halves: Awaited<ReturnType<typeof sending>>[] = [];
    for (let i = 0; i < many; i++) halves.push(await sending(halfBody));
    mayRead.resolve();
    expect((await test.server.inject({ url, headers: bearing(key) })).statusCode).toBe(200);
    expect((await test.server.inject('/docs')).statusCode).toBe(200);
    for (const half of halves) await lose(half);
    expect(await underWay()).toBe(0);
    expect((await test.server.inject('/docs')).statusCode).toBe(200);
  });

  it('leaves a line in the log when its client goes', async () => {
    const before = test.log.length;
    await lose(await sending(halfBody));
    await expect.poll(() => test.log.slice(before).join('')).toContain('/sample/body');
  });

  it('is no failure of the server when its client goes, nor of the database, whose errors have the same code', async () => {
    const before = test.log.length;
    const { client } = await sending('POST /sample/torn HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n');
    await once(client, 'close');
    await expect.poll(() => test.log.slice(before).join('')).toContain('"path":"/sample/torn","status":400');
    expect(test.log.slice(before).join('')).not.toMatch(/"level":[56]0|accounts-away/);
  });
});

describe('a connection that is lost with requests that wait on it', () => {
  it('gives every slot back once their work is done, and each charge has its line in usage and log', async () => {
    const before = linesOfCalls();
    const connection = await sending(call().repeat(requestsMax));
    await expect.poll(() => reading).toBe(requestsMax);
    await lose(connection);
    // Their work goes on, so nobody takes their place.
    expect(await underWay()).toBe(requestsMax);
    mayRead.resolve();
    await expect.poll(underWay).toBe(0);
    expect(await test.creditsOf(key)).toBe(1_000 - requestsMax);
    expect(await recordsOf(key)).toEqual({ credits: String(requestsMax), lines: String(requestsMax) });
    expect(linesOfCalls() - before).toBe(requestsMax);
  });

  it('gives back what was ready but behind a slower one', async () => {
    const short = `GET /v1/account/balance HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${key.key}\r\n\r\n`;
    const connection = await sending(call() + short.repeat(requestsMax - 1));
    await expect.poll(underWay).toBe(requestsMax);
    await lose(connection);
    expect(await underWay()).toBe(1);
    mayRead.resolve();
    await expect.poll(underWay).toBe(0);
  });
});

describe('requests that follow each other on one connection without waiting', () => {
  it('are answered in their order, at most 32 of them under way: further ones are told to wait', async () => {
    mayRead.resolve();
    const { client } = await sending('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(32));
    let text = '';
    client.on('data', (data) => {
      text += data;
    });
    await expect.poll(() => text.match(/HTTP\/1\.1 200/g)?.length).toBe(32);
    client.destroy();

    mayRead = deferred();
    const { client: other } = await sending(call() + 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(40));
    let received = '';
    other.on('data', (data) => {
      received += data;
    });
    await expect.poll(() => reading).toBe(1);
    mayRead.resolve();
    const statuses = () => [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
    await expect.poll(() => statuses().length).toBe(41);
    expect(statuses()).toEqual([...Array(32).fill(200), ...Array(9).fill(429)]);
    expect(received).toMatch(
      /"code":429,"message":"Too many concurrent requests: this connection may have 32 in flight/,
    );
    expect(received).toMatch(/retry-after: 1\r\n/i);
    other.destroy();
  });
});
