import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, exported } from '../../../src/catalogue/catalogue.ts';
import { productCreators } from '../../../src/catalogue/lists/product-creators.ts';
import { ApiError, errors } from '../../../src/kernel/errors.ts';
import type { HttpServer } from '../../../src/surfaces/http/server.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from './test-server.ts';

async function sample(server: HttpServer): Promise<void> {
  server.get('/sample/known', async () => {
    throw new ApiError(errors.resourceUnknown, { kind: 'thing', id: '7' });
  });
  server.get('/sample/unknown', async () => {
    throw new Error('do not tell');
  });
  server.post('/sample/body', async (request) => request.body);
}

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ extensions: [sample] });
});
afterAll(() => test.remove());

describe('/openapi.json', () => {
  it('describes every endpoint of the catalogue, with its parameters and its row', async () => {
    const response = await test.server.inject({ url: '/openapi.json' });
    const document = response.json();
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
    const exports = exported.map(({ id }) => `/v1/export/${id}`);
    const account = ['/v1/account/balance', '/v1/account/usage'];
    expect(Object.keys(document.paths)).toEqual([...catalogue.map(({ path }) => path), ...exports, ...account]);
    for (const endpoint of catalogue) {
      const { get } = document.paths[endpoint.path];
      expect(get.operationId).toBe(endpoint.tool);
      expect(get.parameters).toMatchObject(
        endpoint.parameters.map(({ name, required }) => ({ name, required, in: 'query' })),
      );
      const { schema } = get.responses['200'].content['application/json'];
      expect(schema.properties.data.items.required).toEqual(
        endpoint.row.filter(({ onlyOf }) => onlyOf === undefined).map(({ name }) => name),
      );
    }
  });

  it('refers to nothing that is not in it', async () => {
    const { body } = await test.server.inject({ url: '/openapi.json' });
    const references = [...body.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path.split('/'));
    expect(references.length).toBeGreaterThan(0);
    for (const path of references) {
      const found = path.reduce<unknown>((node, step) => (node as Record<string, unknown>)?.[step], JSON.parse(body));
      expect([path, found]).toEqual([path, expect.anything()]);
    }
  });
});

describe('probes', () => {
  it('say that the server lives, and what it serves', async () => {
    expect((await test.server.inject({ url: '/healthz' })).json()).toMatchObject({ code: 0, data: { status: 'ok' } });
    const ready = await test.server.inject({ url: '/readyz' });
    expect(ready.json()).toMatchObject({ code: 0, data: { status: 'ready', datasetVersion: 1, asOf: '2026-11-20' } });
  });

  it('answer HEAD too', async () => {
    expect((await test.server.inject({ method: 'HEAD', url: '/healthz' })).statusCode).toBe(200);
  });
});

describe('/metrics', () => {
  it('counts requests by endpoint and status, and names no path that a caller made up', async () => {
    await test.server.inject({ url: exampleUrl(productCreators), headers: bearing(await test.newKey()) });
    await test.server.inject({ url: exampleUrl(productCreators) });
    await test.server.inject({ url: '/made-up' });
    const { body } = await test.server.inject({ url: '/metrics' });
    expect(body).toContain('vitrine_http_requests_total{endpoint="product-creators",status="200"} 1');
    expect(body).toContain('vitrine_http_requests_total{endpoint="product-creators",status="401"} 1');
    expect(body).toContain('vitrine_http_requests_total{endpoint="unknown",status="404"} 1');
    expect(body).toMatch(/vitrine_http_request_duration_seconds_count\{endpoint="product-creators",status="200"\} 1/);
    expect(body).toContain('vitrine_dataset_version 1');
    expect(body).toContain('process_cpu_seconds_total');
    expect(body).not.toContain('made-up');
  });
});

describe('the log', () => {
  it('has one line of each request under its id, and never a key', async () => {
    const key = await test.newKey();
    const response = await test.server.inject({
      url: `${exampleUrl(productCreators)}&x=${key.key}`,
      headers: bearing(key),
    });
    const requestId = response.headers['x-request-id'];
    const lines = test.log.map((line) => JSON.parse(line)).filter((line) => line.requestId === requestId);
    expect(lines).toMatchObject([{ endpoint: 'product-creators', status: 200, path: productCreators.path }]);
    expect(test.log.join('')).not.toContain(key.key);
  });
});

describe('routes of other surfaces', () => {
  it('have their errors in the same envelope', async () => {
    expectError(await test.server.inject({ url: '/sample/known' }), 404, 'No such thing: 7');
    expectError(await test.server.inject({ url: '/sample/unknown' }), 500, 'Internal server error');
  });

  it.each([
    ['broken JSON', 'application/json', '{', 400, /^Invalid request body: /],
    ['a type nobody reads', 'application/x-unheard-of', 'x', 400, /^Invalid request body: /],
    ['too many elements', 'application/json', `[${'0,'.repeat(10_000)}0]`, 400, /at most 10000 elements$/],
    ['too many levels', 'application/json', '['.repeat(200_000), 400, /at most 32 levels$/],
    ['more than is allowed', 'application/json', `"${'x'.repeat(2 ** 20)}"`, 413, /at most 1048576 bytes$/],
  ])('refuse a body of %s', async (_, type, payload, status, message) => {
    const headers = { 'content-type': type };
    expectError(await test.server.inject({ method: 'POST', url: '/sample/body', headers, payload }), status, message);
  });
});
