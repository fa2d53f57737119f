import {
  createMcpHandler,
  isLegacyRequest,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';

/**
 * Answers one message with one JSON document: there are no sessions and no streams, and nothing has to have come
 * before. Revisions of the protocol up to 2025-11-25 and those from 2026-07-28 on differ in what surrounds a message.
 *
 * @param request without its body
 * @param message the body, parsed
 */
export async function exchange(server: Server, request: Request, message: unknown): Promise<Response> {
  const parsed = { parsedBody: message };
  if (!(await isLegacyRequest(request, message))) {
    const handler = createMcpHandler(() => server, { legacy: 'reject', maxSubscriptions: 0 });
    return handler.fetch(request, parsed);
  }
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  return transport.handleRequest(request, parsed);
}
