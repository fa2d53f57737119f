import type { FastifyReply } from 'fastify';
import { cutText } from '../../kernel/cut-text.ts';
import { masked } from '../../kernel/secrets.ts';

interface JsonRpcError {
  readonly error?: { readonly code: number; readonly message: string };
}

/** Sends what the protocol answered. Its validators say all that is wrong with a message: that much nobody reads. */
export async function sendResponse(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  const text = await response.text();
  reply.code(response.status).headers(Object.fromEntries(response.headers));
  return reply.send(text.includes('"error":{') ? withShortError(text) : text);
}

/** The text with the message of its error cut, and nothing else of that. */
function withShortError(text: string): string {
  const { error, ...rest } = JSON.parse(text) as JsonRpcError;
  if (error === undefined) return text;
  return JSON.stringify({ ...rest, error: { code: error.code, message: shown(error.message) } });
}

/** The text of an error, which may quote what was sent. */
function shown(message: string): string {
  return cutText(masked(message));
}

function isId(id: unknown): boolean {
  return typeof id === 'string' || typeof id === 'number';
}

/** Sends an error of our own. */
export function sendError(
  reply: FastifyReply,
  status: number,
  error: { readonly code: number; readonly message: string },
  id?: unknown,
): FastifyReply {
  const body = { jsonrpc: '2.0', error: { ...error, message: shown(error.message) }, id: isId(id) ? id : null };
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}
