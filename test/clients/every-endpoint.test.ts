import { createClient, endpoints, exportedOf } from '@vitrine/sdk';
import { describe, expect, it } from 'vitest';
import { exportCommand } from '../../packages/cli/src/commands/export.ts';
import { get } from '../../packages/cli/src/commands/get.ts';
import { catalogue, exported } from '../../packages/server/src/catalogue/catalogue.ts';
import { samplesOf } from '../../packages/server/src/surfaces/docs/samples/sample.ts';
import { createSite } from '../../packages/server/src/surfaces/docs/site.ts';
import { openApiDocument } from '../../packages/server/src/surfaces/http/openapi.ts';
import { exchange } from '../../packages/server/src/surfaces/mcp/exchange.ts';
import { createMcpServer } from '../../packages/server/src/surfaces/mcp/mcp-server.ts';

const ids = catalogue.map(({ id }) => id);

async function toolNames(): Promise<readonly string[]> {
  const server = createMcpServer({ catalogue, resources: [], productVersion: '0' }, () => Promise.reject(new Error()));
  const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
  const request = new Request('http://localhost/mcp', { method: 'POST', headers });
  const response = await exchange(server, request, { jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const { result } = (await response.json()) as { readonly result: { readonly tools: readonly { name: string }[] } };
  return result.tools.map(({ name }) => name);
}

describe('every endpoint of the catalogue has', () => {
  it('an MCP tool', async () => {
    expect(await toolNames()).toEqual(catalogue.map(({ tool }) => tool));
  });

  it('an SDK method, and a list or trend ones for all of its pages and as a file', () => {
    const client = createClient({ baseUrl: 'http://127.0.0.1:1', key: 'k' });
    expect(endpoints.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(client)).toEqual(endpoints.map(({ method }) => method));
    for (const method of Object.values(client)) expect(method).toBeTypeOf('function');
    for (const { method } of endpoints.filter(({ kind }) => kind === 'list' || kind === 'trend'))
      expect([client[method as 'productList'].all, client[method as 'productList'].export]).toEqual([
        expect.any(Function),
        expect.any(Function),
      ]);
  });

  it('a subcommand of vitrine get', () => {
    expect(Object.keys(get.subCommands ?? {})).toEqual(ids);
  });

  it('a page of the docs, which is Markdown too, and a program in every language', () => {
    const { pages } = createSite(catalogue);
    for (const endpoint of catalogue) {
      const page = pages.find(({ path }) => path === `/endpoints/${endpoint.id}`);
      expect(page?.markdown()).toContain(`# ${endpoint.title}\n`);
      expect(page?.body().article.text).toContain(endpoint.path);
      for (const { code } of samplesOf(endpoint)) expect(page?.markdown()).toContain(code);
    }
  });

  it('a subcommand of vitrine export, if it can be exported', () => {
    expect(Object.keys(exportCommand.subCommands ?? {})).toEqual(
      catalogue.filter(({ id }) => exported.some((each) => each.id === id)).map(({ id }) => id),
    );
  });

  it('a path in the OpenAPI document', () => {
    const { paths } = openApiDocument(catalogue, '0');
    expect(Object.keys(paths ?? {})).toEqual(expect.arrayContaining(catalogue.map(({ path }) => path)));
  });
});

describe('what the SDK knows of an endpoint', () => {
  it.each(exported)('is what the catalogue says of the export of $id', ({ id, summary, parameters }) => {
    const known = endpoints.flatMap((endpoint) => exportedOf(endpoint) ?? []).find((endpoint) => endpoint.id === id);
    const own = parameters.filter(({ use }) => use.as !== 'pageNum' && use.as !== 'pageSize');
    expect(known?.summary).toBe(summary);
    expect(known?.parameters.map(({ name, required }) => [name, required])).toEqual(
      own.map(({ name, required }) => [name, required]),
    );
  });

  it.each(catalogue)('is what the catalogue says of $id', ({ id, kind, path, parameters, row }) => {
    const known = endpoints.find((endpoint) => endpoint.id === id);
    expect([known?.kind, known?.path]).toEqual([kind, path]);
    expect(known?.parameters.map(({ name, required }) => [name, required])).toEqual(
      parameters.map(({ name, required }) => [name, required]),
    );
    expect(known?.row).toEqual(row.map(({ name, kind }) => ({ name, kind })));
  });
});
