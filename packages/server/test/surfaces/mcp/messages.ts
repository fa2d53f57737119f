import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { CreatedKey } from '../../../src/access/keys/keys.ts';
import { bearing, type TestServer } from '../http/test-server.ts';

/** Posts one message the way curl would: a content type, a key, and nothing of the protocol's own headers. */
export function post(
  { server }: TestServer,
  payload: string | object,
  { key, url = '/tiktok/mcp', headers = {} }: { key?: CreatedKey } & Pick<InjectOptions, 'url' | 'headers'> = {},
): Promise<LightMyRequestResponse> {
  const sent = { 'content-type': 'application/json', ...(key === undefined ? {} : bearing(key)), ...headers };
  return server.inject({ method: 'POST', url, payload, headers: sent });
}

/** A request of the protocol. */
export function message(method: string, params: object = {}, id: number | string = 1) {
  return { jsonrpc: '2.0', id, method, params };
}

/** A tool call and nothing before it. */
export function toolCall(name: string, given: object) {
  return message('tools/call', { name, arguments: given });
}

interface ToolResult {
  readonly isError: boolean;
  readonly envelope: {
    readonly code: number;
    readonly message: string;
    readonly data: unknown;
    readonly requestId: string;
  };
  readonly hint: string | undefined;
}

/** What a tool answered: holds that it is a text that is JSON, and behind it nothing or a hint. */
export function toolResult(response: LightMyRequestResponse): ToolResult {
  expect(response.headers['content-type']).toMatch(/^application\/json/);
  const { result } = response.json();
  const [envelope, hint, ...others] = result.content as readonly { readonly text: string }[];
  for (const content of result.content) expect(content).toEqual({ type: 'text', text: expect.any(String) });
  expect(others).toEqual([]);
  return { isError: result.isError, envelope: JSON.parse(envelope?.text ?? ''), hint: hint?.text };
}
