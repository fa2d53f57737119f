import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';
import { message, post } from '../mcp/messages.ts';
import { deferred } from './held-reader.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from './test-server.ts';

const limits = { requestsMax: 6, keylessRequestsMax: 3, keyRequestsMax: 2 };

let mayAnswer = deferred();
let waiting = 0;
let test: TestServer;
let key: CreatedKey;

/** Resolves with what was asked, once it may. */
async function wait<Value>(value: () => Value | Promise<Value>): Promise<Value> {
  waiting++;
  await mayAnswer.promise;
  return value();
}

async function sample(server: HttpServer): Promise<void> {
  server.get('/sample/slow', () => wait(() => ({ slow: true })));
  server.get('/console/v1/sample', async () => ({ console: true }));
  server.get('/console/v1/login', { config: { isLogin: true } }, async () => ({ console: true }));
}

beforeAll(async () => {
  test = await testServer({
    limits,
    extensions: [sample],
    wrapReader: (reader) => ({ page: (...question) => wait(() => reader.page(...question)) }),
  });
});
beforeEach(async () => {
  mayAnswer = deferred();
  waiting = 0;
  key = await test.newKey();
});
afterAll(() => test.remove());

const url = exampleUrl(productList);
const call = (by = key) => test.server.inject({ url, headers: bearing(by) });
const slow = () => test.server.inject('/sample/slow');
const whileWaiting = (count: number) => expect.poll(() => waiting).toBe(count);
const statuses = async (asked: readonly ReturnType<typeof call>[]) =>
  (await Promise.all(asked)).map((r) => r.statusCode);

describe('requests without a key', () => {
  it('have slots of their own: callers are served while those are taken', async () => {
    const asked = Array.from({ length: limits.keylessRequestsMax }, slow);
    await whileWaiting(limits.keylessRequestsMax);
    for (const path of ['/sample/slow', '/docs', '/openapi.json', '/llms.txt', '/console/v1/login']) {
      const refused = await test.server.inject(path);
      expectError(refused, 503, /overloaded/);
      expect(refused.headers['retry-after']).toBe('1');
    }
    expect((await post(test, message('ping'))).statusCode).toBe(503);
    expect((await post(test, message('tools/list'), { key })).statusCode).toBe(200);
    expect((await test.server.inject('/console/v1/sample')).statusCode).toBe(200);
    const paid = call();
    await whileWaiting(limits.keylessRequestsMax + 1);
    expect((await test.server.inject('/healthz')).statusCode).toBe(200);
    mayAnswer.resolve();
    expect((await paid).statusCode).toBe(200);
    expect(await statuses(asked)).toEqual([200, 200, 200]);
  });

  it('have none of the slots of callers, also where a key is asked for', async () => {
    const asked = Array.from({ length: limits.keylessRequestsMax }, slow);
    await whileWaiting(limits.keylessRequestsMax);
    expect((await test.server.inject({ url })).statusCode).toBe(503);
    mayAnswer.resolve();
    await Promise.all(asked);
    expect((await test.server.inject({ url })).statusCode).toBe(401);
  });

  it('are served while callers have taken all of theirs', async () => {
    const keys = [key, await test.newKey(), await test.newKey()];
    const asked = keys.flatMap((by) => [call(by), call(by)]);
    await whileWaiting(limits.requestsMax);
    expectError(await call(await test.newKey()), 503, /overloaded/);
    expect((await test.server.inject('/docs')).statusCode).toBe(200);
    mayAnswer.resolve();
    expect(await statuses(asked)).toEqual(Array(limits.requestsMax).fill(200));
  });
});

describe('a key', () => {
  it('has so many requests under way and no more; further ones cost nothing and others are served', async () => {
    const asked = [call(), call()];
    await whileWaiting(limits.keyRequestsMax);
    const refused = await call();
    expectError(refused, 429, 'Too many concurrent requests: this key may have 2 in flight');
    expect(refused.headers['retry-after']).toBe('1');
    const other = call(await test.newKey());
    await whileWaiting(limits.keyRequestsMax + 1);
    mayAnswer.resolve();
    expect(await statuses([...asked, other])).toEqual([200, 200, 200]);
    expect((await call()).statusCode).toBe(200);
  });

  it('that is refused for another reason holds no slot afterwards', async () => {
    mayAnswer.resolve();
    for (let i = 0; i < 5; i++)
      expect((await test.server.inject({ url: productList.path, headers: bearing(key) })).statusCode).toBe(400);
    expect((await call()).statusCode).toBe(200);
  });
});

describe('/metrics', () => {
  it('tells how many requests of each sort are under way, without the scrape', async () => {
    const asked = [call(), slow()];
    await whileWaiting(2);
    const { body } = await test.server.inject('/metrics');
    const gauge = (budget: string) =>
      new RegExp(`^vitrine_http_requests_in_flight\\{budget="${budget}"\\} (\\d+)$`, 'm').exec(body)?.[1];
    expect(['callers', 'keyless', 'operator'].map(gauge)).toEqual(['1', '1', '0']);
    mayAnswer.resolve();
    await Promise.all(asked);
  });
});
