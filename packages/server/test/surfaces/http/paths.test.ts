import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import { expectError, type TestServer, testServer } from './test-server.ts';

let test: TestServer;
beforeAll(async () => {
  const extensions = [
    async (server: TestServer['server']) => {
      server.post('/admin/things/:id', async () => ({}));
      server.delete('/admin/things/:id', async () => ({}));
    },
  ];
  test = await testServer({ extensions });
});
afterAll(() => test.remove());

describe('a path that is not there', () => {
  it.each([
    '/',
    '/v1',
    '/v1/tiktok/product/list/analytics/',
    '/V1/tiktok/product/list/analytics',
    '/v1/tiktok/product/list%2Fanalytics',
    '//v1/tiktok/product/list/analytics',
    '/v1/tiktok/../../etc/passwd',
    '/%00',
    '/%zz',
    '/%F0%9F',
    '/日本',
    '/v1/tiktok/product/list/analytics;x=1',
  ])('%s is a 404', async (url) => {
    expectError(await test.server.inject({ url }), 404, /^No such path: \//);
  });

  it('is named without its query, and cut short', async () => {
    expectError(
      await test.server.inject({ url: '/nothing?secret=1' }),
      404,
      'No such path: /nothing. See /docs for the list of paths',
    );
    expectError(
      await test.server.inject({ url: `/${'x'.repeat(3000)}` }),
      404,
      `No such path: /${'x'.repeat(99)}…. See /docs for the list of paths`,
    );
  });

  it.each([
    ['/v1/tiktok/product/list', '/v1/tiktok/product/list/analytics'],
    ['/v1/tiktok/products/list/analytics', '/v1/tiktok/product/list/analytics'],
    ['/v1/tiktok/shop/videos/analytics/', '/v1/tiktok/shop/videos/analytics'],
    ['/openapi.jsn', '/openapi.json'],
  ])('%s names the path that was meant', async (url, meant) => {
    const message = `No such path: ${url}. Did you mean ${meant}? See /docs for the list of paths`;
    expectError(await test.server.inject({ url }), 404, message);
  });

  it('is a 404 for every method, whatever else is wrong with the request', async () => {
    const headers = { 'content-type': 'application/json' };
    expectError(
      await test.server.inject({ method: 'POST', url: '/nothing', headers, payload: '{' }),
      404,
      /^No such path/,
    );
    expectError(await test.server.inject({ method: 'DELETE', url: '/nothing' }), 404, /^No such path/);
  });
});

describe('a path that is there', () => {
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'] as const;

  it.each(catalogue)('refuses other methods than GET at $path', async ({ path }) => {
    for (const method of methods) {
      const response = await test.server.inject({ method, url: path });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET']);
    }
    const response = await test.server.inject({ method: 'POST', url: path, payload: '{' });
    expectError(response, 405, `Method POST is not allowed on ${path}: expected GET`);
  });

  it('names all the methods that it has', async () => {
    expect((await test.server.inject({ method: 'POST', url: '/healthz' })).headers.allow).toBe('GET, HEAD');
    const response = await test.server.inject({ method: 'GET', url: '/admin/things/7' });
    expectError(response, 405, 'Method GET is not allowed on /admin/things/7: expected POST, DELETE');
  });
});
