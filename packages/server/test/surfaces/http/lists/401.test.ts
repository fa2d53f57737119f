import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../../../src/access/keys/key-format.ts';
import { catalogue } from '../../../../src/catalogue/catalogue.ts';
import { productList } from '../../../../src/catalogue/lists/product-list.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const missing = 'apiKey is null';

describe('a caller without a right key', () => {
  it.each(catalogue)('is told how to send one at $path', async (endpoint) => {
    expectError(await test.server.inject({ url: exampleUrl(endpoint) }), 401, missing);
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic abc', `${newKey()}`, 'Bearer a b'])(
    'is asked for one when sending "%s"',
    async (sent) => {
      const response = await test.server.inject({ url: exampleUrl(productList), headers: { authorization: sent } });
      expectError(response, 401, missing);
    },
  );

  it('is told whether the key is mistyped or unknown, and never hears it again', async () => {
    const key = newKey();
    const sent = async (authorization: string) =>
      test.server.inject({ url: exampleUrl(productList), headers: { authorization } });
    expectError(await sent(`Bearer ${key}x`), 401, /is not a valid key/);
    const unknown = await sent(`Bearer ${key}`);
    expectError(unknown, 401, /is well formed but unknown to this server$/);
    expect(unknown.body).not.toContain(key);
  });

  it('is refused from the moment the key is revoked', async () => {
    const key = await test.newKey();
    await test.keys.revoke(key.id);
    const response = await test.server.inject({ url: exampleUrl(productList), headers: bearing(key) });
    expectError(response, 401, /was revoked at 2026-11-21T00:00:00.000Z$/);
  });

  it('learns nothing about parameters before that', async () => {
    expectError(await test.server.inject({ url: productList.path }), 401, missing);
  });

  it('cannot send it in the query', async () => {
    const { key } = await test.newKey();
    const response = await test.server.inject({ url: `${exampleUrl(productList)}&apiKey=${key}` });
    expectError(response, 401, missing);
  });
});
