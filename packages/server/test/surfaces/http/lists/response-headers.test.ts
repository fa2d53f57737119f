import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productCreators } from '../../../../src/catalogue/lists/product-creators.ts';
import { videoDownloadUrl } from '../../../../src/catalogue/lookups/video-download-url.ts';
import { rowsOf, store } from '../../../serving/rows.ts';
import { bearing, exampleUrl, type TestServer, testServer } from '../test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
  const creators = Array.from({ length: 13 }, (_, i) => ({ product_id: '9', user_id: String(1_000 + i) }));
  await store(test.engine, productCreators, 1, rowsOf(productCreators, creators));
});
afterAll(() => test.remove());

async function told(page: number, wanted: Parameters<TestServer['newKey']>[0] = {}, product = '9') {
  const url = exampleUrl(productCreators, { product_id: product, page_num: String(page), page_size: '10' });
  const { headers } = await test.server.inject({ url, headers: bearing(await test.newKey(wanted)) });
  return {
    credits: headers['x-credits-remaining'],
    asOf: headers['x-dataset-as-of'],
    total: headers['x-total-count'],
  };
}

describe('a page says', () => {
  it('which day it is of, and how many credits are left after it', async () => {
    expect(await told(1, { credits: 5 })).toMatchObject({ asOf: '2026-11-20', credits: '4' });
    expect(await told(1, { credits: 1 })).toMatchObject({ credits: '0' });
  });

  it.each([{}, { mode: 'test' } as const])('no credits of a key that has no limit: %j', async (wanted) => {
    expect(await told(1, wanted)).toMatchObject({ credits: undefined });
  });

  it('how many rows there are in all where that needs no counting', async () => {
    expect(await told(2)).toMatchObject({ total: '13' });
    expect(await told(1, {}, '404')).toMatchObject({ total: '0' });
    expect(await told(1)).toMatchObject({ total: undefined });
    expect(await told(3)).toMatchObject({ total: undefined });
  });

  it('of a lookup, which reads what is known now, no day', async () => {
    const { headers } = await test.server.inject({
      url: exampleUrl(videoDownloadUrl),
      headers: bearing(await test.newKey({ credits: 2 })),
    });
    expect(headers).toMatchObject({ 'x-credits-remaining': '1', 'x-total-count': '1' });
    expect(headers['x-dataset-as-of']).toBeUndefined();
  });
});

describe('an error says', () => {
  it('its name and the page about it, which is there', async () => {
    const { error } = (await test.server.inject({ url: exampleUrl(productCreators) })).json();
    expect(error).toEqual({ id: 'key-missing', doc_url: '/docs/errors/key-missing' });
    expect((await test.server.inject({ url: error.doc_url })).statusCode).toBe(200);
  });
});
