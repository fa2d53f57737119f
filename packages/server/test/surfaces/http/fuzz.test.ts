import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import { bearing, type Headers, type TestServer, testServer } from './test-server.ts';

let test: TestServer;
let headers: Headers;
beforeAll(async () => {
  test = await testServer();
  headers = bearing(await test.newKey());
});
afterAll(() => test.remove());

const pathCharacter = fc.constantFrom(...'/v1%0zéa.;:*?#[]{}|\\^~`"<> \t+-_='.split(''), '%00', '%2f', '..', '日');
const value = fc.oneof(
  fc.constantFrom(
    '1',
    '10',
    'US',
    '20260131',
    '%00',
    '%zz',
    '%ff',
    '[]',
    'null',
    '1e309',
    '-0',
    '18446744073709551616',
  ),
  fc.webQueryParameters(),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))),
  fc.integer({ min: 1, max: 5000 }).map((length) => '9'.repeat(length)),
);

function isEnvelope(body: string, status: number): boolean {
  const { code, message, data, requestId } = JSON.parse(body);
  const fits = status === 200 ? code === 0 && Array.isArray(data) : code === status && data === null;
  return fits && typeof message === 'string' && typeof requestId === 'string';
}

describe('no query string', () => {
  it.each(catalogue)('at $path gets anything but 200 or 400, in the envelope', async (endpoint) => {
    const names = fc.constantFrom(...endpoint.parameters.map(({ name }) => name), '__proto__', 'a[b]', '', '&', '=');
    const pairs = fc.array(fc.tuple(names, value), { maxLength: 6 });
    const base = new URLSearchParams(endpoint.example.query);
    await fc.assert(
      fc.asyncProperty(pairs, fc.boolean(), async (wild, whole) => {
        const parts = [...(whole ? [String(base)] : []), ...wild.map(([name, text]) => `${name}=${text}`)];
        const response = await test.server.inject({ url: `${endpoint.path}?${parts.join('&')}`, headers });
        expect([200, 400]).toContain(response.statusCode);
        expect(isEnvelope(response.body, response.statusCode)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('no path', () => {
  it('gets anything but a 404, in the envelope', async () => {
    const paths = fc.array(pathCharacter, { maxLength: 20 }).map((characters) => `/x${characters.join('')}`);
    await fc.assert(
      fc.asyncProperty(paths, async (url) => {
        const response = await test.server.inject({ url, headers });
        expect(response.statusCode).toBe(404);
        expect(isEnvelope(response.body, 404)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('no Authorization header', () => {
  it('gets anything but a 401, unless it is a key', async () => {
    const sent = fc.string({ unit: 'binary-ascii', maxLength: 60 }).map((text) => text.replace(/\p{Cc}/gu, ''));
    const [endpoint] = catalogue;
    await fc.assert(
      fc.asyncProperty(sent, fc.constantFrom('', 'Bearer ', 'Bearer sk_live_'), async (text, start) => {
        const authorization = start + text;
        const response = await test.server.inject({ url: endpoint?.path ?? '', headers: { authorization } });
        expect(response.statusCode).toBe(401);
        expect(isEnvelope(response.body, 401)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
