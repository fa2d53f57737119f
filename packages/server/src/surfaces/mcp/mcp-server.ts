import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { masked } from '../../kernel/secrets.ts';
import { queryOf, type RowsShown, toolOf } from './tool.ts';

/** A text that agents may read. */
export interface McpResource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly mimeType: string;
  read(): string;
}

/** What a call of an endpoint came to: an envelope as JSON text. */
export interface ToolAnswer {
  readonly envelope: string;
  readonly isError: boolean;
  /** What the envelope does not say, in words: where the next rows are. */
  readonly hint?: string | undefined;
}

/** Calls an endpoint on behalf of a tool. What it throws is answered as an internal error of the protocol. */
export type CallEndpoint = (endpoint: Endpoint, query: RawQuery) => Promise<ToolAnswer>;

export interface McpParts {
  readonly catalogue: readonly Endpoint[];
  readonly resources: readonly McpResource[];
  readonly productVersion: string;
}

const instructionsOf = (rows: RowsShown) =>
  'Vitrine provides sales analytics for the products, creators and videos of a social marketplace. Start with the product ' +
  'list of a region, then query creators, videos and products by product_id, user_id or seller_id. IDs are strings. A page ' +
  'has at most 10 rows; pages past the last one are empty. Amounts are in the currency of their row.' +
  (rows === 'few'
    ? ' Rows have the few fields that matter most: `fields` names others, fields=all gives every one. ' +
      'Below a page stands whether there are more.'
    : '');

/**
 * A server of the protocol with a tool an endpoint. It keeps nothing between messages, so that any number of them, on
 * any node, can answer the same client.
 *
 * @param rows what they have where a call does not say.
 */
export function createMcpServer(
  { catalogue, resources, productVersion }: McpParts,
  call: CallEndpoint,
  rows: RowsShown = 'few',
): Server {
  const capabilities = { tools: {}, resources: {} };
  const info = { name: 'vitrine', title: 'Vitrine', version: productVersion };
  const server = new Server(info, { capabilities, instructions: instructionsOf(rows) });
  const tools = catalogue.map((endpoint) => toolOf(endpoint, rows));
  server.setRequestHandler('tools/list', () => ({ tools }));
  server.setRequestHandler('tools/call', async ({ params }) => {
    const endpoint = named(catalogue, params.name);
    const { envelope, isError, hint } = await call(endpoint, queryOf(endpoint, params.arguments ?? {}, rows));
    // Clients of the contract take one text.
    const texts = hint === undefined || rows === 'whole' ? [envelope] : [envelope, hint];
    return { content: texts.map((text) => ({ type: 'text', text })), isError };
  });
  addResources(server, resources);
  return server;
}

function named(catalogue: readonly Endpoint[], tool: string): Endpoint {
  const found = catalogue.find((endpoint) => endpoint.tool === tool);
  if (found !== undefined) return found;
  const known = catalogue.map((endpoint) => endpoint.tool).join(', ');
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `No such tool: ${masked(tool)}: expected one of ${known}`);
}

function addResources(server: Server, resources: readonly McpResource[]): void {
  const listed = resources.map(({ read: _, ...told }) => told);
  server.setRequestHandler('resources/list', () => ({ resources: listed }));
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }));
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    const found = resources.find((resource) => resource.uri === uri);
    if (found !== undefined) return { contents: [{ uri, mimeType: found.mimeType, text: found.read() }] };
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `No such resource: ${masked(uri)}: see resources/list`);
  });
}
