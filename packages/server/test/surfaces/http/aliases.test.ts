import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aliasedIds, aliasesOf } from '../../../src/catalogue/aliases.ts';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from './test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const aliased = catalogue.flatMap((endpoint) =>
  aliasesOf(endpoint).map((path) => ({ endpoint, path, url: exampleUrl({ ...endpoint, path }) })),
);

describe('the table of aliases', () => {
  it('names endpoints that there are, and no path twice', () => {
    expect(aliasedIds.filter((id) => !catalogue.some((endpoint) => endpoint.id === id))).toEqual([]);
    const paths = [...catalogue.map(({ path }) => path), ...catalogue.flatMap(aliasesOf)];
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('has the paths that clients of EchoTik call', () => {
    expect(aliased.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/api/v3/echotik/product/list',
        '/api/v3/echotik/product/influencer/list',
        '/api/v3/echotik/product/video/list',
        '/api/v3/echotik/influencer/product/list',
        '/api/v3/echotik/seller/video/list',
        '/api/v3/echotik/batch/cover/download',
      ]),
    );
  });
});

describe.each(aliased)('$path', ({ endpoint, path, url }) => {
  it('has the rows, the tag and the price of the endpoint’s own path', async () => {
    const key = await test.newKey({ credits: 5 });
    const own = await test.server.inject({ url: exampleUrl(endpoint), headers: bearing(key) });
    const other = await test.server.inject({ url, headers: bearing(key) });
    expect(other.statusCode).toBe(200);
    expect(other.json<{ data: unknown }>().data).toEqual(own.json<{ data: unknown }>().data);
    expect(other.headers.etag).toBe(own.headers.etag);
    expect(await test.creditsOf(key)).toBe(3);
  });

  it('is recorded, logged and scoped as the endpoint', async () => {
    await test.usage.flush();
    await test.engine.command('TRUNCATE TABLE usage_record');
    const key = await test.newKey({ scopes: [endpoint.id] });
    await test.server.inject({ url, headers: bearing(key) });
    await test.usage.flush();
    const records = await test.engine.rows('SELECT endpoint, key_id, status, credits FROM usage_record');
    expect(records).toEqual([{ endpoint: endpoint.id, key_id: key.id, status: 200, credits: 1 }]);
    const logged = test.log.map((line) => JSON.parse(line) as Record<string, unknown>).at(-1);
    expect(logged).toMatchObject({ endpoint: endpoint.id, path, status: 200 });
    const others = await test.newKey({ scopes: catalogue.map(({ id }) => id).filter((id) => id !== endpoint.id) });
    expectError(await test.server.inject({ url, headers: bearing(others) }), 403, /may not call/);
  });

  it('asks for a key', async () => {
    expectError(await test.server.inject({ url }), 401, /^apiKey is null/);
  });
});
