import type { CallEndpoint, McpParts } from './mcp-server.ts';

/**
 * Speaks the protocol on standard input and output until the input has ended and all is answered. Nothing else may be
 * written to the output.
 */
export async function serveStdio(parts: McpParts, call: CallEndpoint): Promise<void> {
  const protocol = await import('@modelcontextprotocol/server/stdio');
  const { createMcpServer } = await import('./mcp-server.ts');
  const { StdioTransport } = await import('./stdio-transport.ts');
  protocol.serveStdio(() => createMcpServer(parts, call), { transport: new StdioTransport() });
}
