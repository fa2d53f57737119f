import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productLines } from './samples.ts';
import { program, type Running, serving, temporaryDirectory, vitrine, vitrineJson } from './vitrine.ts';

const directory = temporaryDirectory();
const place = ['--data', directory.path];
let server: Running;
let key: string;
beforeAll(async () => {
  await vitrine(['ingest', '-', ...place], { stdin: productLines('77') });
  await vitrine(['publish', ...place]);
  key = (await vitrineJson<{ key: string }>(['keys', 'create', '--name', 'agent', '--credits', '1', ...place])).key;
  server = await serving(directory.path);
});
afterAll(async () => {
  await server.stop();
  directory.remove();
});

async function connected(mode: 'auto' | 'legacy'): Promise<Client> {
  const client = new Client({ name: 'agent', version: '1' }, { versionNegotiation: { mode } });
  const environment = { PATH: process.env['PATH'] ?? '', VITRINE_KEY: key };
  const words = [program, 'mcp', ...place];
  await client.connect(new StdioClientTransport({ command: process.execPath, args: words, env: environment }));
  return client;
}

function textOf(result: Awaited<ReturnType<Client['callTool']>>): unknown {
  const [block] = result.content;
  return block?.type === 'text' ? JSON.parse(block.text) : block;
}

describe('vitrine mcp', () => {
  it('answers an agent on standard input and output with what the server on the directory answers, for the same credits', async () => {
    const client = await connected('auto');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('product_list_analytics');
    const call = { name: 'product_list_analytics', arguments: { region: 'us', sales_flag: '' } };
    const answer = await client.callTool(call);
    expect(textOf(answer)).toMatchObject({ code: 0, data: [{ product_id: '77', total_sale_cnt: 110 }] });
    const refused = await client.callTool(call);
    expect([refused.isError, textOf(refused)]).toEqual([true, expect.objectContaining({ code: 402 })]);
    await client.close();
  });

  it('answers what it was asked although its input has ended', async () => {
    const params = { name: 'product_videos_analytics', arguments: { product_id: 'none' } };
    const asked = (id: number) => `${JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params })}\n`;
    const ended = await vitrine(['mcp', ...place], { stdin: asked(1) + asked(2), environment: { VITRINE_KEY: key } });
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const answers = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id).sort()).toEqual([1, 2]);
    for (const { result } of answers) expect(JSON.parse(result.content[0].text)).toHaveProperty('requestId');
  });

  it('answers all of many calls at once, more than a key may have in flight', async () => {
    const words = ['keys', 'create', '--name', 'busy', '--credits', '300', '--qps', '1000', ...place];
    const busy = (await vitrineJson<{ key: string }>(words)).key;
    const params = { name: 'product_list_analytics', arguments: { region: 'us' } };
    const asked = Array.from({ length: 250 }, (_, id) =>
      JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params }),
    );
    const { stdout } = await vitrine(['mcp', ...place], {
      stdin: `${asked.join('\n')}\n`,
      environment: { VITRINE_KEY: busy },
    });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(250);
    const codes = new Set(answers.map(({ result }) => JSON.parse(result.content[0].text).code));
    expect([...codes]).toEqual([0]);
  });

  it('refuses an id that lost digits on the way, as the server does', async () => {
    const client = await connected('legacy');
    // Beyond what a number holds exactly.
    const result = await client.callTool({ name: 'product_videos_analytics', arguments: { product_id: 2 ** 60 } });
    expect(textOf(result)).toMatchObject({ code: 400, message: expect.stringContaining('send it as a string') });
    await client.close();
  });

  it('says on standard error what it lacks, and nothing on standard output', async () => {
    const { status, stdout, stderr } = await vitrine(['mcp', ...place]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('no API key');
  });
});
