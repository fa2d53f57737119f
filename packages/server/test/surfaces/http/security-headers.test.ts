import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { bearing, exampleUrl, type TestServer, testServer } from './test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const expected = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

describe('every answer tells browsers what not to do with it', () => {
  it.each([
    ['a page', 200, async () => ({ url: exampleUrl(productList), headers: bearing(await test.newKey()) })],
    ['an answer without a key', 401, async () => ({ url: exampleUrl(productList) })],
    ['a path that is not', 404, async () => ({ url: '/nothing' })],
    ['a probe', 200, async () => ({ url: '/healthz' })],
    ['the document', 200, async () => ({ url: '/openapi.json' })],
  ])('%s', async (_, status, request) => {
    const response = await test.server.inject(await request());
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject(expected);
  });

  it('and none says what the server is made of', async () => {
    const { headers } = await test.server.inject({ url: '/healthz' });
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(server|x-powered-by)$/)]),
    );
  });
});
