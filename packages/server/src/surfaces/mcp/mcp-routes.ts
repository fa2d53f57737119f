import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerParts } from '../answer.ts';
import type { HttpExtension, HttpServer } from '../http/server.ts';
import { callFor } from './call-endpoint.ts';
import type { McpParts } from './mcp-server.ts';

export interface McpRouteParts extends McpParts, AnswerParts {}

/** The second is where official clients of the contract look. */
const paths = ['/mcp', '/tiktok/mcp'];

/**
 * `POST /mcp` takes one message of the Model Context Protocol and answers it with one JSON document. Only a tool call wants
 * a key; it is checked, limited and charged as a call of the HTTP route would be, and its errors are envelopes too.
 */
export function mcpRoutes(parts: McpRouteParts): HttpExtension {
  return async (server) => {
    // Only who serves needs the protocol; other commands start without it.
    const { exchange } = await import('./exchange.ts');
    const { createMcpServer } = await import('./mcp-server.ts');
    takeAnyBody(server);
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const message = parsed(request.body);
      if (message === undefined) return refuse(reply, -32700, 'Parse error: expected one JSON document');
      if (Array.isArray(message)) return refuse(reply, -32600, 'Invalid request: expected one message, given a batch');
      const mcp = createMcpServer(parts, callFor(parts, request, reply));
      return passOn(await exchange(mcp, webRequest(request), message), reply);
    };
    for (const path of paths) server.post(path, handler);
  };
}

/** What the body is and whether it can be read, the protocol has answers of its own for. */
function takeAnyBody(server: HttpServer): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

/** Undefined when it is no JSON. */
function parsed(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

function refuse(reply: FastifyReply, code: number, message: string): FastifyReply {
  const body = { jsonrpc: '2.0', error: { code, message }, id: null };
  return reply.code(400).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Whatever the caller says it accepts, it gets JSON: some send no Accept header, or only half of what the protocol wants. */
function webRequest({ headers, url }: FastifyRequest): Request {
  const sent = new Headers({ accept: 'application/json, text/event-stream' });
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'content-type' || name.startsWith('mcp-')) sent.set(name, String(value));
  }
  return new Request(new URL(url, 'http://localhost'), { method: 'POST', headers: sent });
}

async function passOn(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  return reply
    .code(response.status)
    .headers(Object.fromEntries(response.headers))
    .send(await response.text());
}
