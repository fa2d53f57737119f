import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../../src/catalogue/lists/product-list.ts';
import { type TestServer, testServer } from '../http/test-server.ts';
import { message, post, toolCall, toolResult } from './messages.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const greeting = (icons: unknown) =>
  message('initialize', {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'x', version: '1', icons },
  });
const members = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 1]));
const nested = (levels: number) =>
  `{"jsonrpc":"2.0","id":1,"method":"ping","params":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a body is refused before anything parses or validates it', () => {
  it.each([
    ['60,000 icons', JSON.stringify(greeting(Array(60_000).fill({})))],
    ['90,000 arguments', JSON.stringify(toolCall(productList.tool, members(90_000)))],
    ['200,000 levels', nested(200_000)],
  ])('for its length: %s', async (_, payload) => {
    const response = await post(test, payload);
    expect(response.statusCode).toBe(413);
    expect(response.json().message).toBe('Request body is too large: expected at most 65536 bytes');
  });

  it.each([
    ['1,001 icons', JSON.stringify(greeting(Array(1_001).fill({}))), /at most 1000 elements/],
    ['1,001 arguments', JSON.stringify(toolCall(productList.tool, members(1_001))), /at most 1000 elements/],
    ['33 levels', nested(32), /at most 32 levels/],
    ['30,000 levels', nested(30_000), /at most 32 levels/],
    ['30,000 levels that never close', '['.repeat(60_000), /at most 32 levels/],
  ])('for what it holds: %s', async (_, payload, expected) => {
    const response = await post(test, payload, { key: await test.newKey() });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({
      jsonrpc: '2.0',
      id: null,
      error: { code: -32600, message: expect.stringMatching(expected) },
    });
  });

  it('and one within the limits is not: brackets and commas in a text are no elements', async () => {
    expect((await post(test, nested(31))).statusCode).not.toBe(413);
    const payload = message('ping', { _meta: { text: '[{,"\\'.repeat(9_000) } });
    expect((await post(test, payload)).json()).toEqual({ jsonrpc: '2.0', id: 1, result: {} });
  });
});

describe('the text of an error has at most 300 characters', () => {
  it.each([
    ['of a validator', greeting(Array(300).fill({}))],
    ['that quotes a tool', toolCall('x'.repeat(50_000), {})],
    ['that quotes a resource', message('resources/read', { uri: 'x'.repeat(50_000) })],
    ['that quotes a method', message('x'.repeat(50_000))],
  ])('%s', async (_, payload) => {
    const { error } = (await post(test, payload, { key: await test.newKey() })).json();
    expect(error.message).toMatch(/./);
    expect(error.message.length).toBeLessThanOrEqual(301);
    expect(Object.keys(error)).toEqual(['code', 'message']);
  });
});

describe('without a key', () => {
  it.each([message('ping'), greeting([]), { jsonrpc: '2.0', method: 'notifications/initialized' }])(
    'whoever greets is answered: %j',
    async (payload) => {
      expect((await post(test, payload)).statusCode).toBeLessThan(300);
    },
  );

  it.each([
    message('tools/list'),
    message('resources/list'),
    message('resources/read', { uri: 'vitrine://openapi.json' }),
    message('x'),
    toolCall('x', {}),
    { jsonrpc: '2.0', id: 1, result: {} },
    { jsonrpc: '2.0', id: 1, method: 'notifications/initialized' },
    {},
  ])('any other message is refused: %j', async (payload) => {
    const response = await post(test, payload);
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({
      jsonrpc: '2.0',
      id: 'id' in payload ? 1 : null,
      error: { code: -32001, message: expect.stringMatching(/^apiKey is null/) },
    });
    // It is refused once, and nothing is done for it afterwards.
    expect(test.log.join('')).not.toContain('already sent');
  });

  it('a tool call is refused in the envelope', async () => {
    const { envelope } = toolResult(await post(test, toolCall(productList.tool, { region: 'US' })));
    expect(envelope).toMatchObject({ code: 401, data: null });
  });
});
