import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { BoundedReader } from '../../src/serving/bounded-reader.ts';
import type { Reader } from '../../src/serving/reader.ts';
import { deferred } from '../surfaces/http/held-reader.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../surfaces/http/test-server.ts';

const never: Reader = { page: () => new Promise(() => {}) };
let stopped: Reader = never;

const question = { key: [], filters: [], sort: { field: 'total_sale_cnt', descending: true }, pageNum: 1, pageSize: 1 };

let test: TestServer;
beforeAll(async () => {
  const reader: Reader = { page: (...question) => stopped.page(...question) };
  test = await testServer({ wrapReader: () => new BoundedReader(reader, { pageMsMax: 100, pagesAtOnceMax: 4 }) });
});
afterAll(() => test.remove());

describe('an answer that takes too long', () => {
  it('is given up: the caller is told when to come back, and pays nothing', async () => {
    const key = await test.newKey({ credits: 1 });
    const response = await test.server.inject({ url: exampleUrl(productList), headers: bearing(key) });
    expectError(response, 503, 'The request took longer than 0.1 s and was cancelled');
    expect(response.headers['retry-after']).toBe('5');
    expect(await test.creditsOf(key)).toBe(1);
  });

  it('is so too when the engine gave it up', async () => {
    const slow = 'SELECT sleepEachRow(0.05) FROM numbers(100) SETTINGS max_block_size = 1, max_execution_time = 0.01';
    stopped = { page: async () => ({ rows: await test.engine.bytes(slow), count: 0 }) };
    const reader = new BoundedReader(stopped, { pageMsMax: 60_000, pagesAtOnceMax: 4 });
    await expect(reader.page(productList, question, 1)).rejects.toThrow(
      'The request took longer than 60 s and was cancelled',
    );
  });
});

describe('a slow engine', () => {
  const page = { rows: Buffer.from(''), count: 0 };

  it('is asked for a few pages at a time, in the order they were wanted', async () => {
    const asked: number[] = [];
    const mayAnswer = deferred();
    const slow: Reader = {
      page: async (_source, _query, version) => {
        asked.push(version);
        await mayAnswer.promise;
        return page;
      },
    };
    const reader = new BoundedReader(slow, { pageMsMax: 60_000, pagesAtOnceMax: 2 });
    const pages = [1, 2, 3, 4, 5].map((version) => reader.page(productList, question, version));
    expect(asked).toEqual([1, 2]);
    mayAnswer.resolve();
    expect(await Promise.all(pages)).toEqual(Array(5).fill(page));
    expect(asked).toEqual([1, 2, 3, 4, 5]);
  });

  it('is not asked for what was given up meanwhile', async () => {
    const asked: number[] = [];
    const mayAnswer = deferred();
    const slow: Reader = {
      page: async (_source, _query, version) => {
        asked.push(version);
        if (version === 1) await mayAnswer.promise;
        return page;
      },
    };
    const reader = new BoundedReader(slow, { pageMsMax: 20, pagesAtOnceMax: 1 });
    const given = [1, 2, 3].map((version) => reader.page(productList, question, version));
    for (const each of given) await expect(each).rejects.toThrow('and was cancelled');
    mayAnswer.resolve();
    await expect.poll(() => reader.page(productList, question, 4).catch(() => undefined)).toEqual(page);
    expect(new Set(asked)).toEqual(new Set([1, 4]));
  });
});

describe('a reader that is closed', () => {
  it('finishes the page it reads, and gives up those that wait or come', async () => {
    const mayAnswer = deferred();
    const page = { rows: Buffer.from(''), count: 0 };
    const slow: Reader = { page: () => mayAnswer.promise.then(() => page) };
    const reader = new BoundedReader(slow, { pageMsMax: 60_000, pagesAtOnceMax: 1 });
    const [read, waiting] = [1, 2].map((version) => reader.page(productList, question, version));
    const closed = reader.close();
    await expect(waiting).rejects.toThrow('The server is shutting down');
    await expect(reader.page(productList, question, 3)).rejects.toThrow('The server is shutting down');
    mayAnswer.resolve();
    expect(await read).toEqual(page);
    await closed;
  });
});
