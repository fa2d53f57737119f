import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { endMs } from '../../../../../test/running/end-ms.ts';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { lists } from '../../../src/catalogue/catalogue.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import type { Reader } from '../../../src/serving/reader.ts';
import { type Row, rowsOf, store } from '../../serving/rows.ts';
import { deferred } from '../http/held-reader.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../http/test-server.ts';

const rowCount = 1_237;
const price = 124;
const texts = ['plain', 'a,b', 'say "no"', 'line\nend', '=1+1', '漢字 🙂', '},{"avatar":"x"', ''];

/** Creators of a product, many with as many followers. */
const creators: readonly Row[] = Array.from({ length: rowCount }, (_, i) => ({
  product_id: '9',
  user_id: String(1_000 + i),
  nick_name: texts[i % texts.length] ?? '',
  total_followers_cnt: i % 100,
  total_digg_cnt: '9007199254740993',
}));

let test: TestServer;
let url: string;
let directory: string;
/** Pages that were read, and what happens before the next one is. */
let pagesRead = 0;
let beforePage: (number: number) => Promise<void> = async () => {};
let beforeCount: () => Promise<void> = async () => {};

function watched(reader: Reader): Reader {
  return {
    async page(source, query, ...rest) {
      if (query.pageSize > 10) await beforePage(++pagesRead);
      return reader.page(source, query, ...rest);
    },
  };
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-export-'));
  test = await testServer({ wrapReader: watched, beforeCount: () => beforeCount() });
  await store(test.engine, productCreators, 1, rowsOf(productCreators, creators));
  const wide = Array.from({ length: 3_000 }, (_, i) => ({
    product_id: '10',
    user_id: String(i),
    nick_name: 'x'.repeat(20_000),
  }));
  await store(test.engine, productCreators, 1, rowsOf(productCreators, wide));
  url = await test.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await test.remove();
  rmSync(directory, { recursive: true, force: true });
});
afterEach(() => {
  pagesRead = 0;
  beforePage = async () => {};
  beforeCount = async () => {};
  test.dataset = { version: 1, asOf: '2026-11-20' };
});

const path = (query = '', product = '9') => `/v1/export/product-creators?product_id=${product}${query}`;

function ask(key: CreatedKey, query = '', headers = {}) {
  return test.server.inject({ url: path(query), headers: { ...bearing(key), ...headers } });
}

/** Rows of lines of JSON. */
function rowsIn(body: string): readonly Row[] {
  return body === ''
    ? []
    : body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Row);
}

/** What has arrived of a stream that breaks off. */
async function untilBroken(key: CreatedKey): Promise<readonly Row[]> {
  const response = await fetch(url + path(), { headers: bearing(key) });
  expect(response.status).toBe(200);
  let text = '';
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true });
  })();
  await expect(reading).rejects.toThrow();
  return rowsIn(text.slice(0, text.lastIndexOf('\n') + 1));
}

describe('an export', () => {
  it('has every row of the list once, in the order of the endpoint and with its bytes', async () => {
    const key = await test.newKey();
    const { body, headers } = await ask(key, '&product_influencer_sort_field=1&sort_type=0');
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
    const expected = rowsIn((await ask(key)).body.replaceAll('9007199254740993', '"9007199254740993"'));
    const response = await ask(key, `&format=${format}`);
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
    ['', 'text/html', 'application/x-ndjson'],
    ['', 'constructor, __proto__', 'application/x-ndjson'],
    ['&format=ndjson', 'text/csv', 'application/x-ndjson'],
  ])('%s with Accept: %s is %s', async (query, accept, contentType) => {
    const { headers } = await ask(await test.newKey(), `${query}&limit=1`, { accept });
    expect(headers['content-type']).toBe(contentType);
  });

  it.each([
    ['format=xml', /^Invalid parameter: format: expected one of ndjson, csv, parquet, got "xml"$/],
    ['format=csv&format=parquet', /^Repeated parameter: format: expected once, got 2 times$/],
    ['limit=0', /^Invalid parameter: limit: expected a whole number from 1 to 999999999999, got "0"$/],
    ['limit=many', /^Invalid parameter: limit/],
    ['sort_type=7', /^Invalid parameter: sort_type/],
  ])('refuses %s', async (query, message) => {
    const key = await test.newKey({ credits: 500 });
    expectError(await ask(key, `&${query}`), 400, message);
    expect(await test.creditsOf(key)).toBe(500);
  });

  it('is refused before the first publish', async () => {
    test.dataset = undefined;
    expectError(await ask(await test.newKey()), 503, 'No dataset is published yet');
  });

  it('wants a key with the scope export and that of the list', async () => {
    const message = /^This key may not call/;
    expectError(await ask(await test.newKey({ scopes: ['product-creators'] })), 403, message);
    expectError(await ask(await test.newKey({ scopes: ['export'] })), 403, message);
    expectError(await test.server.inject({ url: path() }), 401, /apiKey is null/);
    expect((await ask(await test.newKey({ scopes: ['export', 'product-creators'] }))).statusCode).toBe(200);
  });
});

describe('the price of an export', () => {
  it.each([
    ['', rowCount, price],
    ['&limit=25', 25, 3],
    ['&limit=200', 200, 20],
    ['&limit=201', 201, 21],
    ['&limit=5000', rowCount, price],
    ['&limit=1', 1, 1],
  ])('with %s is a credit for each ten rows begun', async (query, rows, credits) => {
    const key = await test.newKey({ credits: 200 });
    expect(rowsIn((await ask(key, query)).body)).toHaveLength(rows);
    expect(await test.creditsOf(key)).toBe(200 - credits);
  });

  const nowhere = path('', '404');

  it('is one credit for no rows: that there are none is a figure too', async () => {
    const key = await test.newKey({ credits: 3 });
    const empty = await fetch(url + nowhere, { headers: bearing(key) });
    expect([empty.status, await empty.text(), empty.headers.get('x-export-credits')]).toEqual([200, '', '1']);
    expect(await test.creditsOf(key)).toBe(2);
    await test.usage.flush();
    const sql = 'SELECT credits FROM usage_record WHERE key_id = {id:String}';
    expect(await test.engine.rows(sql, { id: key.id })).toEqual([{ credits: 1 }]);
  });

  it('is nothing for a test key', async () => {
    const key = await test.newKey({ mode: 'test' });
    expect(rowsIn((await ask(key)).body)).toHaveLength(rowCount);
    expect((await test.server.inject({ url: nowhere, headers: bearing(key) })).statusCode).toBe(200);
  });

  it('is not told to a key with nothing: all questions have the same answer, published or not', async () => {
    const key = await test.newKey({ credits: 0 });
    const message = `apiKey quota is not enough: a call costs 1 credit and key ${key.id} has none left`;
    expectError(await ask(key), 402, message);
    expectError(await ask(key, '&limit=1'), 402, message);
    expectError(await test.server.inject({ url: nowhere, headers: bearing(key) }), 402, message);
    test.dataset = undefined;
    expectError(await ask(key), 402, message);
  });

  it('is asked for before anything is sent, and refused as a whole when there is not enough, without saying how much', async () => {
    const key = await test.newKey({ credits: price - 1 });
    const message = `apiKey quota is not enough: this costs more than the ${price - 1} credits that key ${key.id} has left`;
    expectError(await ask(key), 402, message);
    expect(await test.creditsOf(key)).toBe(price - 1);
    expect(pagesRead).toBe(0);
  });

  it.each([path('&limit=10'), path('', '404')])(
    'is refused as such when others spend the last credit before %s is paid',
    async (url) => {
      const key = await test.newKey({ credits: 1 });
      const spend = () => test.server.inject({ url: exampleUrl(productCreators), headers: bearing(key) });
      beforePage = async () => void (await spend());
      beforeCount = async () => {
        if (url.includes('404')) await spend();
      };
      expectError(await test.server.inject({ url, headers: bearing(key) }), 402, /a call costs 1 credit/);
      expect(await test.creditsOf(key)).toBe(0);
    },
  );

  it('is paid before rows leave: when others spend the credits meanwhile, the stream breaks off after what was paid', async () => {
    const key = await test.newKey({ credits: price });
    beforePage = async (number) => {
      if (number !== 3) return;
      const call = () => test.server.inject({ url: exampleUrl(productCreators), headers: bearing(key) });
      await Promise.all(Array.from({ length: 70 }, call));
    };
    expect((await untilBroken(key)).length).toBeLessThanOrEqual((price - 70) * 10);
    expect(await test.creditsOf(key)).toBe(0);
  });

  it('is recorded with what was sent', async () => {
    const key = await test.newKey({ credits: 200 });
    const { rawPayload } = await ask(key, '&limit=1000');
    await test.usage.flush();
    const [record] = await test.engine.rows(
      'SELECT endpoint, status, credits, rows, bytes, dataset_version FROM usage_record WHERE key_id = {id:String}',
      { id: key.id },
    );
    expect(record).toEqual({
      endpoint: 'export-product-creators',
      status: 200,
      credits: 100,
      rows: 1_000,
      bytes: String(rawPayload.length),
      dataset_version: 1,
    });
  });
});

describe('while an export runs', () => {
  it('another version may be published: all rows are of the one it began with', async () => {
    await store(test.engine, productCreators, 2, rowsOf(productCreators, [{ product_id: '9', user_id: '1' }]));
    beforePage = async () => {
      test.dataset = { version: 2, asOf: '2026-11-21' };
    };
    expect(rowsIn((await ask(await test.newKey())).body)).toHaveLength(rowCount);
  });

  it('its version may be removed: the stream breaks off, and what is not sent is not paid', async () => {
    await store(test.engine, productCreators, 3, rowsOf(productCreators, creators));
    test.dataset = { version: 3, asOf: '2026-11-21' };
    const key = await test.newKey({ credits: 200 });
    beforePage = async (number) => {
      if (number === 2) await test.engine.command('ALTER TABLE serving_product_creators DROP PARTITION 3');
    };
    expect((await untilBroken(key)).length).toBeLessThanOrEqual(200);
    expect(await test.creditsOf(key)).toBe(180);
  });

  it('its key may be revoked: the stream breaks off', async () => {
    const key = await test.newKey({ credits: 200 });
    beforePage = async () => {
      await test.keys.revoke(key.id);
    };
    expect((await untilBroken(key)).length).toBeLessThanOrEqual(200);
    expect(await test.creditsOf(key)).toBe(180);
  });

  /** Sends the request and reads nothing of the answer. */
  function stalled(key: CreatedKey, format = 'ndjson'): Socket {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.write(
      `GET ${path(`&format=${format}`, '10')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.key}\r\n\r\n`,
    );
    return socket;
  }

  it.each(['ndjson', 'csv'])(
    'a client that reads %s slowly is waited for, and one that goes away is not served or charged any more',
    async (format) => {
      const key = await test.newKey({ credits: 300 });
      const client = stalled(key, format);
      await vi.waitUntil(() => pagesRead > 0, { timeout: endMs });
      for (let i = 0; i < 100; i++) await ask(await test.newKey(), '&limit=10');
      const exportPages = pagesRead - 100;
      expect(exportPages).toBeLessThan(8);
      client.destroy();
      const recorded = async () => {
        await test.usage.flush();
        const sql = 'SELECT status, credits FROM usage_record WHERE key_id = {id:String}';
        return (await test.engine.rows<{ status: number; credits: number }>(sql, { id: key.id }))[0];
      };
      await vi.waitUntil(recorded, { timeout: endMs, interval: 50 });
      const left = Number(await test.creditsOf(key));
      expect(await recorded()).toEqual({ status: 200, credits: 300 - left });
      expect(300 - left).toBeLessThanOrEqual(180);
      expect(pagesRead - 100).toBeLessThan(10);
    },
  );

  it('no more than eight others may; a ninth is told to come back', async () => {
    const key = await test.newKey();
    const clients = Array.from({ length: 8 }, () => stalled(key));
    await vi.waitUntil(() => pagesRead >= 8, { timeout: endMs });
    const ninth = await ask(key, '&limit=1');
    expectError(ninth, 503, /overloaded/);
    expect(ninth.headers['retry-after']).toBe('30');
    for (const client of clients) client.destroy();
    await vi.waitUntil(async () => (await ask(key, '&limit=1')).statusCode === 200, { timeout: endMs, interval: 50 });
  });

  it('its connection may be lost while it waits behind others there: it is over all the same', async () => {
    const key = await test.newKey();
    const { hostname, port } = new URL(url);
    const head = `GET ${path('&format=csv', '10')} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key.key}\r\n\r\n`;
    // Twice: after one round, a single free place would do.
    for (let round = 0; round < 2; round++) {
      const released = deferred();
      let reading = 0;
      beforePage = () => {
        reading++;
        return released.promise;
      };
      const client = connect(Number(port), hostname).pause();
      client.write(head.repeat(8));
      await vi.waitUntil(() => reading >= 8, { timeout: endMs });
      client.destroy();
      released.resolve();
      beforePage = async () => {};
      await vi.waitUntil(async () => (await ask(key, '&limit=1')).statusCode === 200, {
        timeout: endMs,
        interval: 50,
      });
    }
  });

  it('the server may close: the stream breaks off and holds nothing up', async () => {
    const client = stalled(await test.newKey());
    await vi.waitUntil(() => pagesRead > 0, { timeout: endMs });
    const closed = new Promise((resolve) => client.once('close', resolve));
    await test.server.close();
    client.resume();
    await closed;
  });
});
