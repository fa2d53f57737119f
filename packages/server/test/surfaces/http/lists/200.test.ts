import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../../../src/catalogue/endpoint.ts';
import { productCreators } from '../../../../src/catalogue/lists/product-creators.ts';
import { rowsOf, store } from '../../../serving/rows.ts';
import { bearing, exampleUrl, type TestServer, testServer } from '../test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

/** A day of a trend is worked out, and is not alone; in a period without changes nothing is ranked. */
function dataOf({ kind, example }: Endpoint): unknown {
  if (kind === 'ranking') return [];
  return kind === 'trend' ? expect.arrayContaining([expect.any(Object)]) : [example.row];
}

describe('a right question', () => {
  it.each(catalogue)('to $path is answered with its rows in the envelope', async (endpoint) => {
    const response = await test.server.inject({
      url: exampleUrl(endpoint),
      headers: bearing(await test.newKey()),
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({
      code: 0,
      message: 'success',
      data: dataOf(endpoint),
      requestId: response.headers['x-request-id'],
    });
    expect(Object.keys(response.json())).toEqual(['code', 'message', 'data', 'requestId']);
  });

  it('about nobody is answered with no rows', async () => {
    const url = exampleUrl(productCreators, { product_id: '404' });
    const response = await test.server.inject({ url, headers: bearing(await test.newKey()) });
    expect(response.json()).toMatchObject({ code: 0, data: [] });
  });

  it('has several rows in order, and the next page the rest', async () => {
    const ids = Array.from({ length: 12 }, (_, i) => ({ product_id: '7', user_id: String(i), total_followers_cnt: 1 }));
    await store(test.engine, productCreators, 1, rowsOf(productCreators, ids));
    const headers = bearing(await test.newKey());
    const usersOn = async (page_num: string) => {
      const response = await test.server.inject({
        url: exampleUrl(productCreators, { product_id: '7', page_num }),
        headers,
      });
      return response.json<{ data: { user_id: string }[] }>().data.map(({ user_id }) => user_id);
    };
    expect(await usersOn('1')).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(await usersOn('2')).toEqual(['10', '11']);
    expect(await usersOn('3')).toEqual([]);
  });

  it('is taken with the scheme of the key in any case', async () => {
    const { key } = await test.newKey();
    for (const authorization of [`bearer ${key}`, `BEARER  ${key}`]) {
      const response = await test.server.inject({ url: exampleUrl(productCreators), headers: { authorization } });
      expect(response.statusCode).toBe(200);
    }
  });

  it('ignores request ids that callers make up', async () => {
    const headers = { ...bearing(await test.newKey()), 'x-request-id': 'mine', 'request-id': 'mine' };
    const response = await test.server.inject({ url: exampleUrl(productCreators), headers });
    expect(response.headers['x-request-id']).not.toBe('mine');
  });
});

describe('a success', () => {
  it('costs one credit, whether it has rows or not', async () => {
    const key = await test.newKey({ credits: 5 });
    for (const product_id of ['1729400000000000001', '404']) {
      await test.server.inject({ url: exampleUrl(productCreators, { product_id }), headers: bearing(key) });
    }
    expect(await test.creditsOf(key)).toBe(3);
  });

  it('is from the version that is current when it is asked for', async () => {
    const headers = bearing(await test.newKey());
    await store(test.engine, productCreators, 2, rowsOf(productCreators, [{ nick_name: 'renamed' }]));
    test.dataset = { version: 2, asOf: '2026-11-21' };
    const response = await test.server.inject({ url: exampleUrl(productCreators), headers });
    test.dataset = { version: 1, asOf: '2026-11-20' };
    expect(response.json()).toMatchObject({ data: [{ nick_name: 'renamed' }] });
  });
});
