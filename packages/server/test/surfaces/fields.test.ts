import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedKey } from '../../src/access/keys/keys.ts';
import { catalogue } from '../../src/catalogue/catalogue.ts';
import { type Endpoint, requestedFields } from '../../src/catalogue/endpoint.ts';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { productVideos } from '../../src/catalogue/lists/product-videos.ts';
import { shopProducts } from '../../src/catalogue/lists/shop-products.ts';
import { productDetail } from '../catalogue/product-detail.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from './http/test-server.ts';
import { message, post, toolCall, toolResult } from './mcp/messages.ts';

const endpoints = [...catalogue, productDetail];
const withRows = endpoints.filter(({ parameters }) => parameters.some(({ use }) => use.as === 'fields'));

let test: TestServer;
let key: CreatedKey;
beforeAll(async () => {
  test = await testServer({ endpoints });
  key = await test.newKey();
});
afterAll(() => test.remove());

function get(endpoint: Endpoint, fields?: string, headers = {}) {
  return test.server.inject({ url: exampleUrl(endpoint, { fields }), headers: { ...bearing(key), ...headers } });
}

const withoutId = (body: string) => body.replace(/"requestId":"[^"]+"/, '');

/** The fields of the example's row, in the order of the row. */
function cut({ row, example }: Endpoint, names: readonly string[]) {
  const chosen = row.map(({ name }) => name).filter((name) => names.includes(name));
  return Object.fromEntries(chosen.map((name) => [name, example.row[name]]));
}

it('every list and detail has the parameter', () => {
  expect(withRows).toEqual(endpoints.filter(({ kind }) => kind !== 'lookup'));
});

describe.each(withRows)('fields of $id', (endpoint) => {
  it('are all of them by either word and by all names, with the same bytes and tag as without', async () => {
    const whole = await get(endpoint);
    for (const fields of ['all', '*', '', endpoint.row.map(({ name }) => name).join(',')]) {
      const { body, headers } = await get(endpoint, fields);
      expect([withoutId(body), headers.etag]).toEqual([withoutId(whole.body), whole.headers.etag]);
    }
  });

  it('that are unknown are named, beside what there is', async () => {
    const known = [...endpoint.row, ...requestedFields(endpoint)].map(({ name }) => name).join(', ');
    const expected = `expected all, or comma-separated fields out of ${known}, got "nme", "x"`;
    expectError(await get(endpoint, `nme,${endpoint.rowId},x`), 400, `Invalid parameter: fields: ${expected}`);
  });
});

// The days of a trend and the places of a ranking are worked out, and not the row of the example.
const withExample = withRows.filter(({ kind }) => kind !== 'trend' && kind !== 'ranking');

describe.each(withExample)('fields of $id', (endpoint) => {
  it('are those asked for, with their values, in the order of the row', async () => {
    const names = [...endpoint.columns].reverse();
    const { body } = await get(endpoint, names.join(', '));
    expect(JSON.stringify(JSON.parse(body).data)).toBe(JSON.stringify([cut(endpoint, names)]));
  });

  it('over MCP are the few that matter where the door is ours, and all where clients of the contract call', async () => {
    const asked = async (url: string, given: object) =>
      toolResult(await post(test, toolCall(endpoint.tool, { ...endpoint.example.query, ...given }), { key, url }))
        .envelope;
    expect(await asked('/mcp', {})).toMatchObject({ data: [cut(endpoint, endpoint.columns)] });
    expect((await asked('/mcp', { fields: 'all' })).data).toEqual([endpoint.example.row]);
    expect((await asked('/mcp', { fields: [endpoint.rowId] })).data).toEqual([cut(endpoint, [endpoint.rowId])]);
    expect((await asked('/tiktok/mcp', {})).data).toEqual([endpoint.example.row]);
    expect((await asked('/tiktok/mcp', { fields: endpoint.rowId })).data).toEqual([cut(endpoint, [endpoint.rowId])]);
  });
});

const withEstimates = withExample.filter((endpoint) => requestedFields(endpoint).length > 0);

describe.each(withEstimates)('how sure the estimates of $id are', (endpoint) => {
  const whole = endpoint.row.map(({ name }) => name);
  const besides = requestedFields(endpoint).map(({ name }) => name);
  const rowOf = async (asked: Readonly<Record<string, string>>) => {
    const { body } = await test.server.inject({ url: exampleUrl(endpoint, asked), headers: bearing(key) });
    return Object.keys(JSON.parse(body).data[0]);
  };

  it('is said when it is asked for, after all other fields, and not otherwise', async () => {
    expect(await rowOf({})).toEqual(whole);
    expect(await rowOf({ sure: '0' })).toEqual(whole);
    expect(await rowOf({ sure: '1' })).toEqual([...whole, ...besides]);
    expect(await rowOf({ fields: `all,${besides.join(',')}` })).toEqual([...whole, ...besides]);
  });

  it('is said of the fields that are asked for', async () => {
    const [first = ''] = besides;
    const of = first.replace(/_low$/, '');
    const sure = besides.filter((name) => name.startsWith(`${of}_`));
    expect(await rowOf({ fields: `${endpoint.rowId},${of}`, sure: '1' })).toEqual([
      ...whole.filter((name) => name === endpoint.rowId || name === of),
      ...sure,
    ]);
    expect(await rowOf({ fields: first })).toEqual([first]);
  });
});

it('over MCP, a tool names the fields that say how sure estimates are', async () => {
  const { result } = (await post(test, message('tools/list'), { key, url: '/mcp' })).json();
  for (const endpoint of withEstimates) {
    const tool = result.tools.find(({ name }: { name: string }) => name === endpoint.tool);
    for (const { name } of requestedFields(endpoint))
      expect(tool.inputSchema.properties.fields.description).toContain(name);
  }
});

it('over MCP, how sure estimates are is said as well', async () => {
  const asked = toolCall(productVideos.tool, { ...productVideos.example.query, sure: 1 });
  const { envelope } = toolResult(await post(test, asked, { key, url: '/mcp' }));
  expect(envelope).toMatchObject({ data: [{ total_video_sale_cnt_high: expect.any(Number) }] });
});

it.each([
  'product_id',
  ' region , product_id',
  'all',
  '*',
  'region,all',
  'region,',
  'x',
  'region;x',
  ',region',
  'product_id region',
])('the pattern in /openapi.json takes what the server does: "%s"', async (given) => {
  const { paths } = (await test.server.inject({ url: '/openapi.json' })).json();
  const { schema } = paths[productList.path].get.parameters.find(({ name }: { name: string }) => name === 'fields');
  const isTaken = (await get(productList, given)).statusCode === 200;
  expect(new RegExp(schema.pattern, 'u').test(given)).toBe(isTaken);
});

it('an answer of a few fields has a tag of its own, which is not that of others', async () => {
  const tags = await Promise.all(
    [undefined, 'product_id', 'region', 'product_id,region'].map(
      async (fields) => (await get(productList, fields)).headers.etag,
    ),
  );
  expect(new Set(tags).size).toBe(4);
  const again = await get(productList, ' region,product_id,region', { 'if-none-match': String(tags[3]) });
  expect(again.statusCode).toBe(304);
});

it('agents learn from the tool which fields there are, each window once, and how to have all', async () => {
  const { result } = (await post(test, message('tools/list'), { key, url: '/mcp' })).json();
  const tool = result.tools.find(({ name }: { name: string }) => name === productList.tool);
  const { fields } = tool.inputSchema.properties;
  expect(fields).toMatchObject({ type: 'string', default: productList.columns.join(',') });
  expect(fields.description).toContain('comma-separated, or "all"');
  expect(fields.description).toContain('total_sale_Nd_cnt');
  expect(fields.description.length).toBeLessThan(1_500);
});

it.each(['ndjson', 'csv', 'parquet'])('exports as %s have the chosen fields too', async (format) => {
  const query = `seller_id=${shopProducts.example.query['seller_id']}&fields=region,product_id&format=${format}`;
  const response = await test.server.inject({ url: `/v1/export/shop-products?${query}`, headers: bearing(key) });
  expect(response.statusCode).toBe(200);
  const { product_id, region } = shopProducts.example.row;
  const text = response.rawPayload.toString('latin1');
  if (format === 'ndjson') expect(response.body).toBe(`${JSON.stringify({ product_id, region })}\n`);
  if (format === 'csv') expect(response.body).toBe(`product_id,region\r\n${product_id},${region}\r\n`);
  if (format === 'parquet') expect([text.includes('product_id'), text.includes('seller_id')]).toEqual([true, false]);
});
