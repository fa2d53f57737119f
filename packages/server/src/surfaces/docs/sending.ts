import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagMatches } from '../etag.ts';
import { acceptsGzip } from '../http/compression.ts';
import { originOf, type Reached } from '../http/origin.ts';
import { addVary } from '../http/vary.ts';
import type { Asset } from './assets.ts';
import { placeholderOrigin } from './page.ts';

/** Sends a body with an ETag, or a 304 if the caller has it. It may be kept, and is asked for again each time. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string | Buffer,
): FastifyReply {
  // Weak: the same tag for the body as it is and compressed.
  const etag = `W/"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
  reply.headers({ ETag: etag, 'Cache-Control': 'public, no-cache' });
  if (etagMatches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

/** Sends a file of the pages, compressed for who takes that. */
export function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, read, compressed }: Asset,
): FastifyReply {
  if (compressed === undefined) return sendCached(request, reply, type, read());
  addVary(reply, 'Accept-Encoding');
  if (!acceptsGzip(request.headers['accept-encoding'])) return sendCached(request, reply, type, read());
  reply.header('Content-Encoding', 'gzip');
  return sendCached(request, reply, type, compressed());
}

/** A text as the reader of this request has to have it: with the address under which the server was reached. */
export function withOrigin(text: string, request: Reached): string {
  const origin = originOf(request);
  return origin === '' ? text : text.replaceAll(placeholderOrigin, origin);
}

/** Whether a browser asks. */
export function wantsHtml({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /\btext\/html\b/.test(headers.accept ?? '');
}

/** Whether the caller would rather have Markdown than HTML. Browsers never say so. */
export function wantsMarkdown({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return /\btext\/markdown\b/.test(headers.accept ?? '');
}
