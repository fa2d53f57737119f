import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../src/catalogue/endpoints/product-list.ts';
import { BoundedReader } from '../../src/serving/bounded-reader.ts';
import type { Reader } from '../../src/serving/reader.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../surfaces/http/test-server.ts';

const never: Reader = { page: () => new Promise(() => {}) };
let stopped: Reader = never;

const question = { conditions: [], sort: { field: 'total_sale_cnt', descending: true }, pageNum: 1, pageSize: 1 };

let test: TestServer;
beforeAll(async () => {
  const reader: Reader = { page: (...question) => stopped.page(...question) };
  test = await testServer({ wrapReader: () => new BoundedReader(reader, 100) });
});
afterAll(() => test.remove());

describe('an answer that takes too long', () => {
  it('is given up: the caller is told when to come back, and pays nothing', async () => {
    const key = await test.newKey({ credits: 1 });
    const response = await test.server.inject({ url: exampleUrl(productList), headers: bearing(key) });
    expectError(response, 503, 'The answer took longer than 0.1 s and was given up');
    expect(response.headers['retry-after']).toBe('5');
    expect(await test.creditsOf(key)).toBe(1);
  });

  it('is so too when the engine gave it up', async () => {
    const slow = 'SELECT sleepEachRow(0.05) FROM numbers(100) SETTINGS max_block_size = 1, max_execution_time = 0.01';
    stopped = { page: async () => ({ rows: await test.engine.bytes(slow), count: 0 }) };
    const reader = new BoundedReader(stopped, 60_000);
    await expect(reader.page(productList, question, 1)).rejects.toThrow(
      'The answer took longer than 60 s and was given up',
    );
  });
});
