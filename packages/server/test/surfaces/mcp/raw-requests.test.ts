import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, lists } from '../../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../../src/catalogue/endpoint.ts';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { bearing, exampleUrl, type TestServer, testServer } from '../http/test-server.ts';
import { message, post, toolCall, toolResult } from './messages.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const json = 'application/json; charset=utf-8';
const clientInfo = { name: 'agent', version: '1' };
const question = { region: 'US', fields: 'all' };

describe.each(['/mcp', '/tiktok/mcp'])('%s', (url) => {
  it.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])(
    'agrees on revision %s, in plain JSON and without a session',
    async (protocolVersion) => {
      const hello = message('initialize', { protocolVersion, capabilities: {}, clientInfo });
      const response = await post(test, hello, { url });
      expect(response.statusCode).toBe(200);
      expect(response.headers['content-type']).toBe(json);
      expect(response.headers).not.toHaveProperty('mcp-session-id');
      const serverInfo = { name: 'vitrine', title: 'Vitrine', version: '1.2.3' };
      expect(response.json().result).toMatchObject({ protocolVersion, serverInfo, capabilities: { tools: {} } });
    },
  );

  it('takes the notification that follows', async () => {
    const response = await post(test, { jsonrpc: '2.0', method: 'notifications/initialized' }, { url });
    expect([response.statusCode, response.body]).toEqual([202, '']);
  });

  it('answers a tool call that nothing came before', async () => {
    const key = await test.newKey({ credits: 1 });
    const { isError, envelope } = toolResult(await post(test, toolCall(productList.tool, question), { key, url }));
    expect(isError).toBe(false);
    expect(envelope).toMatchObject({ code: 0, message: 'success', data: [productList.example.row] });
    expect(await test.creditsOf(key)).toBe(0);
  });

  it.each(['GET', 'DELETE', 'PUT'] as const)('has no streams and sessions for %s', async (method) => {
    const response = await test.server.inject({ method, url });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
  });
});

describe('a message', () => {
  it.each([
    {},
    { accept: 'application/json' },
    { accept: '*/*' },
    { accept: 'application/json, text/event-stream' },
    { 'mcp-protocol-version': '2025-11-25' },
    { 'mcp-session-id': 'left over from elsewhere' },
  ])('is answered with JSON whatever headers come with it: %j', async (headers) => {
    const response = await post(test, message('ping'), { headers });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, json]);
    expect(response.json()).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
  });

  it('of the revision without handshakes is answered too', async () => {
    const about = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': clientInfo,
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const key = await test.newKey();
    const call = message('tools/call', { name: productList.tool, arguments: question, _meta: about });
    const headers = {
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': productList.tool,
    };
    const { envelope } = toolResult(await post(test, call, { key, headers }));
    expect(envelope).toMatchObject({ code: 0, data: [productList.example.row] });
  });

  it.each([
    ['{"jsonrpc":', 400, -32700],
    ['', 400, -32700],
    [JSON.stringify([message('ping')]), 400, -32600],
    ['"hello"', 400, -32600],
    ['null', 400, -32600],
    [JSON.stringify(message('tools/sell')), 200, -32601],
    [JSON.stringify(toolCall('sell', {})), 200, -32602],
    [JSON.stringify(message('resources/read', { uri: 'file:///etc/passwd' })), 200, -32602],
  ])('that cannot be understood is refused as the protocol says: %s', async (payload, status, code) => {
    const response = await post(test, payload, { key: await test.newKey() });
    expect([response.statusCode, response.json().error.code]).toEqual([status, code]);
  });
});

describe('tools/list', () => {
  it('is free and has a tool for each endpoint', async () => {
    const key = await test.newKey({ credits: 1 });
    const { result } = (await post(test, message('tools/list'), { key })).json();
    expect(await test.creditsOf(key)).toBe(1);
    expect(result.tools.map((tool: { name: string }) => tool.name)).toEqual(catalogue.map(({ tool }) => tool));
  });

  it.each(lists)('shows every parameter of $tool, with the page it begins at', async ({ tool, parameters }) => {
    const { result } = (await post(test, message('tools/list'), { key: await test.newKey() })).json();
    const { inputSchema, annotations } = result.tools.find(({ name }: { name: string }) => name === tool);
    expect(Object.keys(inputSchema.properties)).toEqual(parameters.map(({ name }) => name));
    expect(inputSchema.properties.page_num).toMatchObject({ type: 'integer', default: 1 });
    expect(inputSchema.properties.page_size).toMatchObject({ type: 'integer', default: 10, maximum: 10 });
    const needed = parameters.filter(({ required, use }) => required && use.as === 'key');
    expect(inputSchema.required).toEqual(needed.map(({ name }) => name));
    expect(annotations.readOnlyHint).toBe(true);
  });
});

describe.each(catalogue)('$tool', (endpoint) => {
  it('answers with the bytes of the HTTP route but for the request id', async () => {
    const key = await test.newKey();
    const http = await test.server.inject({ url: exampleUrl(endpoint), headers: bearing(key) });
    const answer = await post(test, toolCall(endpoint.tool, endpoint.example.query), { key });
    const withoutId = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    expect(withoutId(answer.json().result.content[0].text)).toBe(withoutId(http.body));
    expect(toolResult(answer).envelope.requestId).toBe(answer.headers['x-request-id']);
  });

  it.runIf(endpoint.kind === 'list')(
    'takes numbers as text and empty arguments, and names the parameter that is wrong',
    async () => {
      const key = await test.newKey({ credits: 1 });
      const asked = async (given: object) => toolResult(await post(test, toolCall(endpoint.tool, given), { key }));
      const odd = {
        ...endpoint.example.query,
        page_num: '',
        page_size: null,
        [emptiable(endpoint)]: '',
      };
      expect((await asked(odd)).envelope.code).toBe(0);
      const wrong = await asked({ ...endpoint.example.query, page_size: 11 });
      expect(wrong).toMatchObject({ isError: true, envelope: { code: 400, data: null } });
      expect(wrong.envelope.message).toContain('page_size: expected a whole number from 1 to 10, got "11"');
    },
  );
});

describe('a page', () => {
  it('is followed by where the next rows are, unless it is the last one, or the client is one of the contract', async () => {
    const key = await test.newKey();
    const hint = async (page: object, url = '/mcp') => {
      const given = { ...productList.example.query, ...page };
      return toolResult(await post(test, toolCall(productList.tool, given), { key, url })).hint;
    };
    expect(await hint({ page_size: 1 })).toBe('There may be more rows: page_num=2.');
    expect(await hint({ page_size: 10 })).toBeUndefined();
    expect(await hint({ page_size: 1, page_num: 2 })).toBeUndefined();
    expect(await hint({ page_size: 1 }, '/tiktok/mcp')).toBeUndefined();
  });
});

/** A parameter that the example does without. */
function emptiable({ parameters, example }: Pick<Endpoint, 'parameters' | 'example'>): string {
  return parameters.find(({ name, required }) => !required && !Object.hasOwn(example.query, name))?.name ?? 'x';
}

describe('resources', () => {
  it('are listed and can be read', async () => {
    const key = await test.newKey();
    const { resources } = (await post(test, message('resources/list'), { key })).json().result;
    expect(resources.length).toBeGreaterThan(0);
    for (const { uri, mimeType } of resources) {
      const { contents } = (await post(test, message('resources/read', { uri }), { key })).json().result;
      expect(contents).toEqual([{ uri, mimeType, text: expect.any(String) }]);
    }
  });
});
