import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import type { Reader } from '../../../src/serving/reader.ts';
import { type Deferred, deferred, held } from './held-reader.ts';
import { bearing, exampleUrl, type Headers, type TestServer, testServer } from './test-server.ts';

interface Row {
  readonly key_id: string;
  readonly endpoint: string;
  readonly status: number;
  readonly credits: number;
  readonly latency_us: string;
  readonly rows: number;
  readonly bytes: string;
  readonly dataset_version: number;
}

let broken = false;
let asked: Deferred | undefined;
let mayAnswer: Deferred = deferred();

function wrapReader(reader: Reader): Reader {
  return {
    page: (...question) => {
      if (broken) return Promise.reject(new Error('broken'));
      return (asked === undefined ? reader : held(reader, asked, mayAnswer)).page(...question);
    },
  };
}

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ wrapReader });
});
beforeEach(async () => {
  await recorded();
  await test.engine.command('TRUNCATE TABLE usage_record');
});
afterAll(() => test.remove());

/** All that is recorded so far. */
async function recorded(): Promise<readonly Row[]> {
  await test.usage.flush();
  return test.engine.rows<Row>('SELECT * FROM usage_record ORDER BY at, status');
}

const url = exampleUrl(productList);

/** Resolves when the next request is recorded. */
function nextRecord(): Promise<void> {
  const { promise, resolve } = deferred();
  const record = test.usage.record.bind(test.usage);
  test.usage.record = (noted) => {
    record(noted);
    resolve();
  };
  return promise;
}

describe('every request leaves one record', () => {
  const nobody = { key_id: '', credits: 0, rows: 0, dataset_version: 0 };

  async function recordOf(asked: { url: string; headers?: Headers; method?: 'POST' }) {
    const response = await test.server.inject(asked);
    const rows = await recorded();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: response.statusCode, bytes: String(response.rawPayload.length) });
    expect(Number(rows[0]?.latency_us)).toBeGreaterThan(0);
    return rows[0];
  }

  it('200: who, for what price, how much and from which version', async () => {
    const key = await test.newKey();
    expect(await recordOf({ url, headers: bearing(key) })).toMatchObject({
      key_id: key.id,
      endpoint: productList.id,
      status: 200,
      credits: 1,
      rows: 1,
      dataset_version: 1,
    });
  });

  it('304: who, free', async () => {
    const key = await test.newKey();
    const headers = { ...bearing(key), 'if-none-match': '*' };
    const wanted = { key_id: key.id, endpoint: productList.id, status: 304, credits: 0, rows: 0, dataset_version: 1 };
    expect(await recordOf({ url, headers })).toMatchObject(wanted);
  });

  it('400: who, free', async () => {
    const key = await test.newKey();
    const wanted = { ...nobody, key_id: key.id, endpoint: productList.id, status: 400 };
    expect(await recordOf({ url: productList.path, headers: bearing(key) })).toMatchObject(wanted);
  });

  it('401: nobody, but whose it was where the key was revoked', async () => {
    const unknown = { authorization: 'Bearer sk_live_nobody' };
    expect(await recordOf({ url, headers: unknown })).toMatchObject({
      ...nobody,
      endpoint: productList.id,
      status: 401,
    });
    const revoked = await test.newKey();
    await test.keys.revoke(revoked.id);
    await test.server.inject({ url, headers: bearing(revoked) });
    expect(await recorded()).toContainEqual(expect.objectContaining({ key_id: revoked.id, status: 401 }));
  });

  it('402: who, free', async () => {
    const key = await test.newKey({ credits: 0 });
    const wanted = { ...nobody, key_id: key.id, endpoint: productList.id, status: 402 };
    expect(await recordOf({ url, headers: bearing(key) })).toMatchObject(wanted);
  });

  it('404 and 405: under one name, whatever was written', async () => {
    const headers = bearing(await test.newKey());
    expect(await recordOf({ url: '/v1/x', headers })).toMatchObject({ ...nobody, endpoint: 'unknown', status: 404 });
    await test.server.inject({ url, method: 'POST' });
    expect(await recorded()).toContainEqual(expect.objectContaining({ endpoint: 'unknown', status: 405 }));
  });

  it('429: who, free', async () => {
    const key = await test.newKey({ qps: 1 });
    // The limits of these tests are counted over 600 seconds.
    for (let i = 0; i < 600; i++) await test.server.inject({ url: '/v1/account/balance', headers: bearing(key) });
    await test.engine.command('TRUNCATE TABLE usage_record');
    await test.server.inject({ url, headers: bearing(key) });
    expect(await recorded()).toContainEqual(
      expect.objectContaining({ ...nobody, key_id: key.id, endpoint: productList.id, status: 429 }),
    );
  });

  it('500: who, free', async () => {
    const key = await test.newKey();
    broken = true;
    const row = await recordOf({ url, headers: bearing(key) });
    broken = false;
    expect(row).toMatchObject({ key_id: key.id, endpoint: productList.id, status: 500, credits: 0, rows: 0 });
  });

  it('never the key', async () => {
    const key = await test.newKey();
    await test.server.inject({ url, headers: bearing(key) });
    await test.server.inject({ url: `/v1/${key.key}?key=${key.key}`, headers: bearing(key) });
    const text = JSON.stringify(await recorded());
    expect(text).toContain(key.id);
    expect(text).not.toContain(key.key.slice(8, 40));
  });

  it('also when its caller has gone before the answer: with the credit it cost', async () => {
    const key = await test.newKey({ credits: 5 });
    asked = deferred();
    mayAnswer = deferred();
    const address = await test.server.listen({ host: '127.0.0.1', port: 0 });
    const connected = once(test.server.server, 'connection');
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(`GET ${url} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.key}\r\n\r\n`);
    await asked.promise;
    const [serverSide] = await connected;
    const noted = nextRecord();
    const gone = new Promise((resolve) => serverSide.once('close', resolve));
    socket.resetAndDestroy();
    await gone;
    mayAnswer.resolve();
    asked = undefined;
    await noted;
    expect(await test.creditsOf(key)).toBe(4);
    expect(await recorded()).toMatchObject([{ key_id: key.id, endpoint: productList.id, credits: 1 }]);
  });
});
