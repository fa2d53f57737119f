import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gate } from '../../access/gate.ts';
import type { ApiError } from '../../kernel/errors.ts';
import type { AnswerParts } from '../answer.ts';
import { keyedCall } from '../http/caller.ts';
import { apiErrorOf } from '../http/error-handling.ts';
import type { HttpExtension, HttpServer } from '../http/server.ts';
import { callFor } from './call-endpoint.ts';
import { callsEndpoint, isKeyless, type McpMessage, messageBytesMax, readMessage } from './mcp-message.ts';
import { sendError, sendResponse } from './mcp-response.ts';
import type { McpParts } from './mcp-server.ts';
import type { RowsShown } from './tool.ts';

export interface McpRouteParts extends McpParts, AnswerParts {
  readonly gate: AnswerParts['gate'] & Pick<Gate, 'confirm'>;
}

/** The second is where official clients of the contract look, who count on every field. */
const doors = [
  { path: '/mcp', rows: 'few' },
  { path: '/tiktok/mcp', rows: 'whole' },
] as const;

/** Of JSON-RPC: an error that the server defines. */
const refusedCode = -32001;

/**
 * `POST /mcp` takes one message of the Model Context Protocol and answers it with one JSON document. All but greetings
 * and notifications want a key. A tool call is checked, limited and charged as a call of the HTTP route would be, and
 * its errors are envelopes too; everything else is free.
 */
export function mcpRoutes(parts: McpRouteParts): HttpExtension {
  return async (server) => {
    // Only who serves needs the protocol; other commands start without it.
    const { exchange } = await import('./exchange.ts');
    const { createMcpServer } = await import('./mcp-server.ts');
    takeAnyBody(server);
    const handlerOf = (rows: RowsShown) => async (request: FastifyRequest, reply: FastifyReply) => {
      const read = readMessage(bodyOf(request));
      if (read.kind === 'invalid') return sendError(reply, 400, { code: read.code, message: read.reason });
      const { message } = read;
      const refusal = await refusalOf(parts, message, request, reply);
      if (refusal !== undefined) return refuse(reply, refusal, message);
      const mcp = createMcpServer(parts, callFor(parts, request, reply), rows);
      return sendResponse(await exchange(mcp, webRequest(request), message), reply);
    };
    const options = { bodyLimit: messageBytesMax, config: { takesKey: true } } as const;
    for (const { path, rows } of doors) server.post(path, options, handlerOf(rows));
  };
}

/** What the body is and whether it can be read, the protocol has answers of its own for. */
function takeAnyBody(server: HttpServer): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function bodyOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

/** Why a message that wants a key is refused; undefined: it has one that works, or needs none. */
async function refusalOf(
  { gate, catalogue }: McpRouteParts,
  message: McpMessage,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ApiError | undefined> {
  if (isKeyless(message) || callsEndpoint(message, catalogue)) return undefined;
  try {
    await gate.confirm(keyedCall(request, reply).caller);
    return undefined;
  } catch (thrown) {
    return apiErrorOf(thrown, request);
  }
}

function refuse(reply: FastifyReply, { status, headers, message }: ApiError, { id }: McpMessage): FastifyReply {
  reply.headers(headers);
  return sendError(reply, status, { code: refusedCode, message }, id);
}

/**
 * Whatever the caller says it accepts, it gets JSON: some send no Accept header, or only half of what the protocol
 * wants.
 */
function webRequest({ headers, url }: FastifyRequest): Request {
  const sent = new Headers({ accept: 'application/json, text/event-stream' });
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'content-type' || name.startsWith('mcp-')) sent.set(name, String(value));
  }
  return new Request(new URL(url, 'http://localhost'), { method: 'POST', headers: sent });
}
