import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, lists } from '../../../packages/server/src/catalogue/catalogue.ts';
import { type ClientEnvelope, type FamilyServer, familyServer } from './family-server.ts';

/**
 * Agent clients of the contract: {origin}/tiktok/mcp, a Bearer key, plain JSON, no session; some post a tool call and
 * nothing before.
 */
let server: FamilyServer;
beforeAll(async () => {
  server = await familyServer();
});
afterAll(() => server.remove());

interface Reply {
  readonly id: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
}

async function send(method: string, params: object): Promise<{ readonly headers: Headers; readonly reply: Reply }> {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 'a-1', method, params });
  const response = await fetch(`${server.origin}/tiktok/mcp`, { method: 'POST', headers, body });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  return { headers: response.headers, reply: (await response.json()) as Reply };
}

async function call(
  name: string,
  given: object,
): Promise<{ readonly isError: boolean; readonly envelope: ClientEnvelope }> {
  const { reply } = await send('tools/call', { name, arguments: given });
  const { content, isError } = reply.result as { content: { type: string; text: string }[]; isError?: boolean };
  expect(content).toEqual([{ type: 'text', text: expect.any(String) }]);
  return { isError: isError === true, envelope: JSON.parse(content[0]?.text ?? '') as ClientEnvelope };
}

it('a greeting in the revision that official clients ask for is answered in it, without a session', async () => {
  const clientInfo = { name: 'client', version: '1' };
  const asked = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
  const { headers, reply } = await send('initialize', asked);
  expect(reply).toMatchObject({ id: 'a-1', result: { protocolVersion: '2025-11-25', capabilities: { tools: {} } } });
  expect(headers.get('mcp-session-id')).toBeNull();
});

it('tools show their page parameters, what they need, and that there are no others', async () => {
  const { reply } = await send('tools/list', {});
  const tools = reply.result?.['tools'] as { name: string; inputSchema: { properties: object } }[];
  expect(tools.map(({ name }) => name)).toEqual(catalogue.map(({ tool }) => tool));
  for (const { tool } of lists) {
    const schema = tools.find(({ name }) => name === tool)?.inputSchema;
    expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(['page_num', 'page_size']));
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  }
});

describe.each(lists)('a bare call of $tool', ({ tool, parameters, example }) => {
  const asked = parameters.filter(({ name, use }) => use.as === 'key' && Object.hasOwn(example.query, name));
  const whose = Object.fromEntries(asked.map(({ name }) => [name, example.query[name]]));

  it('is answered with the envelope as one text, with numbers given as text too', async () => {
    const { isError, envelope } = await call(tool, { ...whose, page_num: '2', page_size: '5' });
    expect([isError, envelope.code, envelope.data?.length]).toEqual([false, 0, 5]);
  });

  it('with a name that it does not have is an error that an agent can mend', async () => {
    const { isError, envelope } = await call(tool, { ...whose, pagesize: 5 });
    expect([isError, envelope.code]).toEqual([true, 400]);
    expect(envelope.message).toBe('Unknown parameter: pagesize: did you mean page_size?');
  });
});

it('agents find each endpoint by its path in /llms.txt', async () => {
  const text = await (await fetch(`${server.origin}/llms.txt`)).text();
  const lines = text.split('\n');
  for (const { title, path } of catalogue)
    expect(lines.find((line) => line.startsWith(`- [${title}]`))).toContain(`GET ${path}`);
});
