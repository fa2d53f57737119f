import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { bearing, exampleUrl, type Headers, type TestServer, testServer } from './test-server.ts';

const app = 'https://app.example';
const url = exampleUrl(productList);
let test: TestServer;

function serving(corsOrigins: readonly string[]): void {
  beforeAll(async () => {
    test = await testServer({ corsOrigins });
  });
  afterAll(() => test.remove());
}

async function asked(origin: string) {
  return test.server.inject({ url, headers: { ...bearing(await test.newKey()), origin } });
}

function preflight(origin: string, path = url) {
  const headers: Headers = { origin, 'access-control-request-method': 'GET' };
  return test.server.inject({ method: 'OPTIONS', url: path, headers });
}

async function expectRefused(origin: string): Promise<void> {
  expect((await asked(origin)).headers).not.toHaveProperty('access-control-allow-origin');
  const refused = await preflight(origin);
  expect(refused.statusCode).toBe(405);
  expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
}

describe('where no origin is named', () => {
  serving([]);

  it('a page of another one may not call', () => expectRefused(app));
});

describe('where an origin is named', () => {
  serving([app]);

  it.each(['https://other.example', 'https://app.example.evil.example', 'http://app.example', 'null'])(
    'a page of %s may not call',
    expectRefused,
  );

  it('its pages may call and read the headers, also of errors', async () => {
    const response = await asked(app);
    expect(response.statusCode).toBe(200);
    expect(response.headers['access-control-allow-origin']).toBe(app);
    expect(response.headers.vary).toContain('Origin');
    expect(response.headers['access-control-expose-headers']).toContain('X-Ignored-Parameters');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
    const keyless = await test.server.inject({ url, headers: { origin: app } });
    expect([keyless.statusCode, keyless.headers['access-control-allow-origin']]).toEqual([401, app]);
  });

  it('what depends on more than the origin says all of it', async () => {
    const headers = { origin: app, 'accept-encoding': 'gzip' };
    const { headers: ofDocs } = await test.server.inject({ url: '/docs', headers });
    expect(String(ofDocs.vary).split(', ').sort()).toEqual(['Accept', 'Accept-Encoding', 'Origin']);
  });

  it('its pages may ask first, without a key', async () => {
    const response = await preflight(app);
    expect([response.statusCode, response.body]).toEqual([204, '']);
    expect(response.headers['access-control-allow-headers']).toContain('Authorization');
  });
});

describe('where any origin may call', () => {
  serving(['*']);

  it('every page may', async () => {
    expect((await preflight('https://whoever.example')).headers['access-control-allow-origin']).toBe('*');
  });

  it.each(['/admin/v1/keys', '/console/v1/session'])('but not the routes of operators: %s', async (path) => {
    expect((await preflight(app, path)).headers).not.toHaveProperty('access-control-allow-origin');
  });
});
