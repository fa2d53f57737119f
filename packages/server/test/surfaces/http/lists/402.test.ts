import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productVideos } from '../../../../src/catalogue/lists/product-videos.ts';
import type { Reader } from '../../../../src/serving/reader.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../test-server.ts';

let reads = 0;

function counting(reader: Reader): Reader {
  return {
    page: (...question) => {
      reads++;
      return reader.page(...question);
    },
  };
}

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ wrapReader: counting });
});
afterAll(() => test.remove());

const url = exampleUrl(productVideos);

describe('a key without credits', () => {
  it('is refused, and no work is done for it', async () => {
    const key = await test.newKey({ credits: 0 });
    const before = reads;
    const response = await test.server.inject({ url, headers: bearing(key) });
    const message = `apiKey quota is not enough: a call costs 1 credit and key ${key.id} has none left`;
    expectError(response, 402, message);
    expect(reads).toBe(before);
  });

  it('is served again once credits are granted', async () => {
    const key = await test.newKey({ credits: 0 });
    await test.keys.grant(key.id, 1);
    expect((await test.server.inject({ url, headers: bearing(key) })).statusCode).toBe(200);
    expect((await test.server.inject({ url, headers: bearing(key) })).statusCode).toBe(402);
  });
});

describe('calls at the same time', () => {
  it('succeed exactly as often as there are credits', async () => {
    const key = await test.newKey({ credits: 7 });
    const calls = Array.from({ length: 20 }, () => test.server.inject({ url, headers: bearing(key) }));
    const statuses = (await Promise.all(calls)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(7);
    expect(statuses.filter((status) => status === 402)).toHaveLength(13);
    expect(await test.creditsOf(key)).toBe(0);
  });
});
