import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productCreators } from '../../../../src/catalogue/lists/product-creators.ts';
import { productVideos } from '../../../../src/catalogue/lists/product-videos.ts';
import { bearing, exampleUrl, type Headers, type TestServer, testServer } from '../test-server.ts';

let test: TestServer;
let headers: Headers;
beforeAll(async () => {
  test = await testServer();
  headers = bearing(await test.newKey());
});
afterAll(() => test.remove());

const url = exampleUrl(productCreators);

async function tagOf(address: string): Promise<string> {
  return String((await test.server.inject({ url: address, headers })).headers.etag);
}

describe('an answer the caller has kept', () => {
  it('is confirmed without a body, without a credit, and to a key that has none left', async () => {
    const key = await test.newKey({ credits: 1 });
    const first = await test.server.inject({ url, headers: bearing(key) });
    for (let again = 0; again < 3; again++) {
      const kept = { ...bearing(key), 'if-none-match': String(first.headers.etag) };
      const response = await test.server.inject({ url, headers: kept });
      expect([response.statusCode, response.body]).toEqual([304, '']);
      expect(response.headers.etag).toBe(first.headers.etag);
      expect(response.headers['x-request-id']).toBeDefined();
    }
    expect(await test.creditsOf(key)).toBe(0);
  });

  it.each([
    ['among others', (tag: string) => `"other", ${tag}`],
    ['by its strong form', (tag: string) => tag.replace('W/', '')],
    ['by a star', () => '*'],
  ])('is recognised %s', async (_, write) => {
    const response = await test.server.inject({
      url,
      headers: { ...headers, 'if-none-match': write(await tagOf(url)) },
    });
    expect(response.statusCode).toBe(304);
  });

  it('is sent anew when a new version is current', async () => {
    const tag = await tagOf(url);
    test.dataset = { version: 2, asOf: '2026-11-21' };
    const response = await test.server.inject({ url, headers: { ...headers, 'if-none-match': tag } });
    test.dataset = { version: 1, asOf: '2026-11-20' };
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).not.toBe(tag);
  });

  it('is sent anew by a server whose version of that number was published at another time', async () => {
    const tag = await tagOf(url);
    test.dataset = { version: 1, asOf: '2026-11-20', builtAt: 1_764_000_000_000 };
    const response = await test.server.inject({ url, headers: { ...headers, 'if-none-match': tag } });
    test.dataset = { version: 1, asOf: '2026-11-20' };
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).not.toBe(tag);
  });

  it('is not confirmed to a caller without a key, nor for a wrong question', async () => {
    const kept = { 'if-none-match': '*' };
    expect((await test.server.inject({ url, headers: kept })).statusCode).toBe(401);
    const wrong = exampleUrl(productCreators, { page_num: '0' });
    expect((await test.server.inject({ url: wrong, headers: { ...headers, ...kept } })).statusCode).toBe(400);
  });
});

describe('the tag of an answer', () => {
  it('is the same for the same question, however it is written', async () => {
    const tag = await tagOf(url);
    expect(await tagOf(`${url}&sort_type=1&utm_source=x&product_influencer_sort_field=`)).toBe(tag);
    expect(await tagOf(exampleUrl(productCreators, { page_num: '01' }))).toBe(tag);
  });

  it('differs between questions and between endpoints', async () => {
    const tags = await Promise.all([
      tagOf(url),
      tagOf(exampleUrl(productCreators, { page_num: '2' })),
      tagOf(exampleUrl(productCreators, { page_size: '9' })),
      tagOf(exampleUrl(productCreators, { sort_type: '0' })),
      tagOf(exampleUrl(productCreators, { product_influencer_sort_field: '2' })),
      tagOf(exampleUrl(productCreators, { product_id: '2' })),
      tagOf(exampleUrl(productVideos, { product_video_sort_field: undefined })),
    ]);
    expect(new Set(tags).size).toBe(tags.length);
  });
});
