import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../../src/catalogue/endpoints/product-list.ts';
import { bearing, exampleUrl, type Headers, type TestServer, testServer } from './test-server.ts';

const app = 'https://app.example';
let closed: TestServer;
let open: TestServer;
let any: TestServer;
beforeAll(async () => {
  [closed, open, any] = await Promise.all([
    testServer(),
    testServer({ corsOrigins: [app] }),
    testServer({ corsOrigins: ['*'] }),
  ]);
});
afterAll(() => Promise.all([closed, open, any].map((test) => test.remove())));

const url = exampleUrl(productList);

async function asked(test: TestServer, origin: string) {
  return test.server.inject({ url, headers: { ...bearing(await test.newKey()), origin } });
}

function preflight(test: TestServer, origin: string, path = url) {
  const headers: Headers = { origin, 'access-control-request-method': 'GET' };
  return test.server.inject({ method: 'OPTIONS', url: path, headers });
}

describe('a page of another origin', () => {
  it('may not call unless it is named', async () => {
    for (const [test, origin] of [
      [closed, app],
      [open, 'https://other.example'],
      [open, 'https://app.example.evil.example'],
    ] as const) {
      expect((await asked(test, origin)).headers).not.toHaveProperty('access-control-allow-origin');
      const refused = await preflight(test, origin);
      expect(refused.statusCode).toBe(405);
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('that is named may call and read the headers, also of errors', async () => {
    const response = await asked(open, app);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': app,
      vary: expect.stringContaining('Origin'),
    });
    expect(response.headers['access-control-expose-headers']).toContain('X-Ignored-Parameters');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
    const keyless = await open.server.inject({ url, headers: { origin: app } });
    expect([keyless.statusCode, keyless.headers['access-control-allow-origin']]).toEqual([401, app]);
  });

  it('that is named may ask first, without a key', async () => {
    const response = await preflight(open, app);
    expect([response.statusCode, response.body]).toEqual([204, '']);
    expect(response.headers['access-control-allow-headers']).toContain('Authorization');
    expect((await preflight(any, 'https://whoever.example')).headers['access-control-allow-origin']).toBe('*');
  });

  it('never gets at the routes of operators', async () => {
    expect((await preflight(any, app, '/admin/v1/keys')).headers).not.toHaveProperty('access-control-allow-origin');
  });
});
