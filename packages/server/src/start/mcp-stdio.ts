import { catalogue } from '../catalogue/catalogue.ts';
import type { CallEndpoint } from '../surfaces/mcp/mcp-server.ts';
import { serveStdio } from '../surfaces/mcp/stdio.ts';
import { mcpParts } from './surfaces.ts';

/** Speaks the Model Context Protocol on standard input and output; who calls the endpoints is up to the caller. */
export function serveMcp(call: CallEndpoint): Promise<void> {
  return serveStdio(mcpParts(catalogue), call);
}
