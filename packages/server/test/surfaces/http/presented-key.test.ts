import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../../src/access/keys/key-format.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { exampleUrl, expectError, type Headers, type TestServer, testServer } from './test-server.ts';

let test: TestServer;
let key: string;
beforeAll(async () => {
  test = await testServer();
  ({ key } = await test.newKey());
});
afterAll(() => test.remove());

const url = exampleUrl(productCreators);

function basic(userName: string, password: string): Headers {
  return { authorization: `Basic ${Buffer.from(`${userName}:${password}`).toString('base64')}` };
}

describe('a key is taken', () => {
  it.each<[string, () => Headers]>([
    ['as Bearer token', () => ({ authorization: `Bearer ${key}` })],
    ['as password of Basic', () => basic('somebody@example.com', key)],
    ['as password of Basic without a user name', () => basic('', key)],
    ['as user name of Basic', () => basic(key, '')],
    ['as user name of Basic beside a password', () => basic(key, 'secret:with:colons')],
    [
      'with the scheme in any case',
      () => ({ authorization: String(basic('', key)['authorization']).replace('B', 'b') }),
    ],
    ['as X-API-Key', () => ({ 'x-api-key': key })],
    ['as X-API-Key beside an Authorization of another kind', () => ({ 'x-api-key': key, authorization: 'Digest x' })],
  ])('%s', async (_, headers) => {
    expect((await test.server.inject({ url, headers: headers() })).statusCode).toBe(200);
    const account = await test.server.inject({ url: '/v1/account/balance', headers: headers() });
    expect(account.statusCode).toBe(200);
  });
});

describe('a key that does not work is refused with the reason', () => {
  it.each<[string, () => Headers, RegExp]>([
    ['a mistyped password', () => basic('me', `${key}x`), /is not a valid key/],
    ['a mistyped user name', () => basic(`${key}x`, ''), /is not a valid key/],
    ['a user name and password of another service', () => basic('me', 'hunter2'), /is not a valid key/],
    ['an unknown X-API-Key', () => ({ 'x-api-key': newKey() }), /unknown to this server/],
    [
      'a Bearer token, whatever else is there',
      () => ({ authorization: 'Bearer x', 'x-api-key': key }),
      /is not a valid key/,
    ],
  ])('%s', async (_, headers, message) => {
    const response = await test.server.inject({ url, headers: headers() });
    expectError(response, 401, message);
    expect(response.body).not.toContain(key);
    expect(response.body).not.toContain('hunter2');
  });

  it.each(['Basic', 'Basic !', `Basic ${Buffer.from('nocolon').toString('base64')}`, 'Basic Og=='])(
    'and "%s" presents none',
    async (authorization) => {
      expectError(await test.server.inject({ url, headers: { authorization } }), 401, /^apiKey is null$/);
    },
  );
});
