import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, exported } from '../../../src/catalogue/catalogue.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { ignoredParameters, knownParameters } from '../../../src/catalogue/unknown-parameters.ts';
import { exportScope } from '../../../src/surfaces/export/export-scope.ts';
import { post, toolCall, toolResult } from '../mcp/messages.ts';
import {
  bearing,
  errorAbout,
  exampleUrl,
  expectError,
  type Headers,
  type TestServer,
  testServer,
} from './test-server.ts';

let test: TestServer;
let headers: Headers;
beforeAll(async () => {
  test = await testServer();
  headers = bearing(await test.newKey({ scopes: [...catalogue.map(({ id }) => id), exportScope] }));
});
afterAll(() => test.remove());

const get = (url: string, others: Headers = {}) => test.server.inject({ url, headers: { ...headers, ...others } });

describe('a parameter that a route does not have is ignored and named', () => {
  it.each(catalogue)('at $path', async (endpoint) => {
    const right = await get(exampleUrl(endpoint));
    expect(right.headers).not.toHaveProperty('x-ignored-parameters');
    const response = await get(exampleUrl(endpoint, { brand: '1', is_new: '' }));
    expect(response.statusCode).toBe(200);
    expect(response.json<{ data: unknown }>().data).toEqual(right.json<{ data: unknown }>().data);
    expect(response.headers['x-ignored-parameters']).toBe('brand, is_new');
    expect(response.headers.etag).toBe(right.headers.etag);
  });

  it('with the nearest name that there is', async () => {
    const url = exampleUrl(productList, { min_totl_sale_cnt: '5', keywords: 'x', is_new: '1' });
    expect((await get(url)).headers['x-ignored-parameters']).toBe(
      'min_totl_sale_cnt;nearest=min_total_sale_cnt, keywords;nearest=keyword, is_new',
    );
  });

  it('on errors and on a 304 too', async () => {
    const missing = await get(`${productList.path}?region=US&page_num=1&pagesize=10`);
    expectError(missing, 400, 'Missing required parameter: page_size');
    expect(missing.headers['x-ignored-parameters']).toBe('pagesize;nearest=page_size');
    const url = exampleUrl(productList, { x: '1' });
    const kept = await get(url, { 'if-none-match': String((await get(url)).headers.etag) });
    expect([kept.statusCode, kept.headers['x-ignored-parameters']]).toEqual([304, 'x']);
  });

  it.each(exported)(
    'but refused in the export of $id, where a filter that was ignored would cost a whole list',
    async ({ id, parameters, example }) => {
      const asked = parameters.filter(
        ({ name, required }) => (required || name in example.query) && !name.startsWith('page_'),
      );
      const whole = new URLSearchParams(asked.map(({ name }): [string, string] => [name, String(example.query[name])]));
      const url = `/v1/export/${id}?${whole}`;
      expect((await get(`${url}&format=csv&limit=1`)).headers).not.toHaveProperty('x-ignored-parameters');
      expectError(await get(`${url}&fromat=csv`), 400, 'Unknown parameter: fromat: did you mean format?');
      expectError(await get(`${url}&page_num=1`), 400, /^Unknown parameter: page_num/);
    },
  );

  it('about one’s account', async () => {
    expect((await get('/v1/account/usage?by=day&too=1')).headers['x-ignored-parameters']).toBe('too;nearest=to');
    expect((await get('/v1/account/balance?key_id=1')).headers['x-ignored-parameters']).toBe('key_id');
  });

  it('whatever its name is, as a header that can be sent', () => {
    const known = knownParameters(productList);
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary', maxLength: 200 }), fc.string()), (raw) => {
        const named = ignoredParameters(known, raw) ?? '';
        expect(named).toMatch(/^[\x21-\x7e ]*$/);
        expect(named.length).toBeLessThan(10_000);
      }),
    );
  });
});

describe('an argument that an MCP tool does not have', () => {
  it.each<[object, string]>([
    [{ region: 'US', keywords: 'x' }, 'Unknown parameter: keywords: did you mean keyword?'],
    [{ region: 'US', is_new: null }, 'Unknown parameter: is_new: there is none of that name'],
  ])('is refused, free of charge: %j', async (given, message) => {
    const key = await test.newKey({ credits: 1 });
    const { isError, envelope } = toolResult(await post(test, toolCall(productList.tool, given), { key }));
    expect([isError, envelope]).toEqual([
      true,
      { code: 400, message, data: null, requestId: expect.any(String), error: errorAbout },
    ]);
    expect(await test.creditsOf(key)).toBe(1);
  });

  it('is refused by the schema too', async () => {
    const key = await test.newKey();
    const listed = await post(test, { jsonrpc: '2.0', id: 1, method: 'tools/list' }, { key });
    const { tools } = listed.json<{ result: { tools: { inputSchema: object }[] } }>().result;
    expect(tools).toHaveLength(catalogue.length);
    for (const { inputSchema } of tools) expect(inputSchema).toMatchObject({ additionalProperties: false });
  });
});
