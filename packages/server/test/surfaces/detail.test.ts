import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../src/access/keys/keys.ts';
import { catalogue } from '../../src/catalogue/catalogue.ts';
import { canonical } from '../../src/catalogue/domains.ts';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { answerable } from '../../src/surfaces/lookups.ts';
import { productDetail } from '../catalogue/product-detail.ts';
import { rowsOf, store } from '../serving/rows.ts';
import { bearing, exampleUrl, expectError, type Headers, type TestServer, testServer } from './http/test-server.ts';
import { message, post, toolCall, toolResult } from './mcp/messages.ts';

const largest = '18446744073709551615';

let test: TestServer;
let key: CreatedKey;
beforeAll(async () => {
  test = await testServer({ endpoints: [...catalogue, productDetail] });
  key = await test.newKey();
  const products = ['3', largest, '5'].map((product_id, i) => ({ product_id, region: i === 1 ? 'VN' : 'US' }));
  await store(test.engine, productList, 1, rowsOf(productList, products));
});
afterAll(() => test.remove());

const urlOf = (product_ids: string) => exampleUrl(productDetail, { product_ids });

function get(product_ids: string, headers: Headers = {}, by = key) {
  return test.server.inject({ url: urlOf(product_ids), headers: { ...bearing(by), ...headers } });
}

const idsIn = (data: readonly { readonly product_id: string }[]) => data.map(({ product_id }) => product_id);

describe('a detail over HTTP', () => {
  it('has the rows of its ids in their order, from every market, each once', async () => {
    const { statusCode, headers, body } = await get(`5, ${largest},5`);
    expect(idsIn(JSON.parse(body).data)).toEqual(['5', largest]);
    expect([statusCode, headers['x-total-count'], headers['x-dataset-as-of']]).toEqual([200, '2', '2026-11-20']);
  });

  it('has the bytes of the list', async () => {
    const dataOf = (body: string) => /"data":\[(.*)\],"requestId"/.exec(body)?.[1];
    const inList = exampleUrl(productList, { region: 'VN', page_size: '1' });
    const { body } = await test.server.inject({ url: inList, headers: bearing(key) });
    expect(dataOf((await get(largest)).body)).toBe(dataOf(body));
    expect(dataOf(body)).toContain(largest);
  });

  it('leaves out ids that are unknown, and is empty when all are', async () => {
    expect(idsIn((await get('4,3')).json().data)).toEqual(['3']);
    const none = await get('4');
    expect([none.statusCode, none.json().data, none.headers['x-total-count']]).toEqual([200, [], '0']);
  });

  it('costs its price, however many ids it has and finds, and says what is left', async () => {
    const payer = await test.newKey({ credits: 7 });
    const left = [];
    for (const ids of ['3', `3,5,${largest}`, '4'])
      left.push((await get(ids, {}, payer)).headers['x-credits-remaining']);
    expect(left).toEqual(['5', '3', '1']);
    expectError(await get('3', {}, payer), 402, /a call costs 2 credits/);
    expect(await test.creditsOf(payer)).toBe(1);
  });

  it.each([
    ['no ids', undefined, 'Missing required parameter: product_ids'],
    ['nothing between commas', '3,,5', /product_ids: expected 1 to 3 comma-separated ids .* got "3,,5"/],
    ['more ids than it takes', '1,2,3,4', /product_ids: expected 1 to 3 comma-separated ids .* got "1,2,3,4"/],
    ['an id that is too large', '18446744073709551616', /product_ids: expected .* at most 18446744073709551615/],
  ])('refuses %s, free of charge', async (_, product_ids, said) => {
    const payer = await test.newKey({ credits: 2 });
    const url = exampleUrl(productDetail, { product_ids });
    expectError(await test.server.inject({ url, headers: bearing(payer) }), 400, said);
    expect(await test.creditsOf(payer)).toBe(2);
  });

  it('takes ids that are sent one by one, and ignores pages', async () => {
    const url = `${productDetail.path}?product_ids=5&product_ids=3&page_num=2`;
    const { headers, body } = await test.server.inject({ url, headers: bearing(key) });
    expect(idsIn(JSON.parse(body).data)).toEqual(['5', '3']);
    expect(headers['x-ignored-parameters']).toBe('page_num');
  });

  it('is not for keys of other endpoints', async () => {
    expectError(await get('3', {}, await test.newKey({ scopes: ['product-list'] })), 403, /test-product-detail/);
  });
});

describe('the tag of a detail', () => {
  const tagOf = async (ids: string) => String((await get(ids)).headers.etag);

  it('is the same for the same ids, and another for others and for another order', async () => {
    expect(await tagOf(' 3 , 5,03')).toBe(await tagOf('3,5'));
    const tags = await Promise.all(['3', '5', '3,5', '5,3', '35'].map(tagOf));
    expect(new Set(tags).size).toBe(tags.length);
  });

  it('confirms an answer that was kept, free of charge, until a new version is served', async () => {
    const payer = await test.newKey({ credits: 2 });
    const kept = { 'if-none-match': String((await get('3,5', {}, payer)).headers.etag) };
    const again = await get('3,5', kept, payer);
    expect([again.statusCode, again.body]).toEqual([304, '']);
    test.dataset = { version: 2, asOf: '2026-11-21' };
    const newer = await get('3,5', kept);
    test.dataset = { version: 1, asOf: '2026-11-20' };
    expect([newer.statusCode, newer.json().data]).toEqual([200, []]);
  });
});

describe('a detail of a list that the served version was built without', () => {
  it.each([{}, { 'if-none-match': '*' }])('is a 503 that names the list, free of charge: %o', async (headers) => {
    const payer = await test.newKey({ credits: 2 });
    test.dataset = { version: 1, asOf: '2026-11-20', lists: new Set(['shop-videos']) };
    const response = await get('3', headers, payer);
    test.dataset = { version: 1, asOf: '2026-11-20' };
    expectError(response, 503, /published before there was the list product-list$/);
    expect(await test.creditsOf(payer)).toBe(2);
  });
});

describe('a detail as an MCP tool', () => {
  it('is listed with its ids, which are required, and no pages', async () => {
    const { tools } = (await post(test, message('tools/list'), { key })).json().result;
    const tool = tools.find(({ name }: { name: string }) => name === 'test_product_detail');
    expect(Object.keys(tool.inputSchema.properties)).toEqual(['product_ids', 'fields']);
    expect(tool.inputSchema).toMatchObject({ required: ['product_ids'], additionalProperties: false });
    expect(tool.inputSchema.properties.product_ids.description).toContain('1 to 3 IDs, separated by commas');
    expect(tool.description).toContain('Costs 2 credits');
  });

  it.each([
    ['a text', '5,3'],
    ['a list', ['5', '3']],
  ])('takes ids as %s, for its price', async (_, product_ids) => {
    const payer = await test.newKey({ credits: 2 });
    const { isError, envelope } = toolResult(
      await post(test, toolCall(productDetail.tool, { product_ids }), { key: payer }),
    );
    expect([isError, envelope.code, await test.creditsOf(payer)]).toEqual([false, 0, 0]);
    expect(envelope.data).toEqual((await get('5,3')).json().data);
  });

  it('refuses pages', async () => {
    const { envelope } = toolResult(
      await post(test, toolCall(productDetail.tool, { product_ids: '3', page_num: 1 }), { key }),
    );
    expect(envelope).toMatchObject({ code: 400, message: expect.stringContaining('page_num') });
  });
});

describe('a detail in /openapi.json', () => {
  const operation = async () => {
    const { paths } = (await test.server.inject({ url: '/openapi.json' })).json();
    return { paths, detail: paths[productDetail.path].get };
  };

  it('has its ids, its rows, its price, its tag and the 304, and no export', async () => {
    const { paths, detail } = await operation();
    expect(detail).toMatchObject({
      operationId: 'test_product_detail',
      description: expect.stringContaining('Costs 2 credits'),
      parameters: [
        { name: 'product_ids', required: true },
        { name: 'fields', required: false },
      ],
      responses: { 200: { description: expect.stringMatching(/^The rows/), headers: { ETag: {} } }, 304: {} },
    });
    const { items } = detail.responses[200].content['application/json'].schema.properties.data;
    expect(Object.keys(items.properties)).toEqual(productList.row.map(({ name }) => name));
    expect(Object.keys(paths).filter((path) => path.includes('test-product-detail'))).toEqual([]);
  });

  it.each(['3', '3,5', ' 3 ,5', '1,2,3', '1,2,3,4', '3,,5', ',3', '3,', 'x', '3,x', '123456789012345678901'])(
    'has a pattern that takes what the server does: "%s"',
    async (given) => {
      const [{ schema }] = (await operation()).detail.parameters;
      expect(new RegExp(schema.pattern, 'u').test(given)).toBe(
        canonical({ kind: 'ids', countMax: 3 }, given) !== undefined,
      );
    },
  );
});

describe('a detail in the docs', () => {
  const textOf = async (url: string) => (await test.server.inject({ url })).body;

  it.each(['', '.md'])('has a page with its price, ids, rows and calls in every language (%s)', async (ending) => {
    const page = await textOf(`/docs/endpoints/test-product-detail${ending}`);
    for (const said of [
      'Products by ID',
      productDetail.path,
      '2 credits',
      'test_product_detail',
      'testProductDetail(',
      'vitrine get test-product-detail',
      '1 to 3 IDs, separated by commas',
      'total_sale_Nd_cnt',
      `product_ids=${productDetail.example.query['product_ids']}`,
    ])
      expect(page).toContain(said);
    expect(page).not.toMatch(/page_num|page_size|pages do not overlap/);
  });

  it('is found in llms.txt and by the search', async () => {
    expect(await textOf('/llms.txt')).toContain('/docs/endpoints/test-product-detail.md');
    expect(await textOf('/docs/assets/search.json')).toContain('/docs/endpoints/test-product-detail');
  });
});

describe('the endpoints that a server answers', () => {
  it('are its lists and details, and the lookups that something answers', () => {
    const answered = answerable([...catalogue, productDetail], { 'video-download-url': async () => [] });
    const rows = catalogue.filter(({ kind }) => kind !== 'lookup').map(({ id }) => id);
    expect(answered.map(({ id }) => id)).toEqual([...rows, 'video-download-url', productDetail.id]);
  });
});
