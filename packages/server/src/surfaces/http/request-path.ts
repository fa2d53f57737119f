import type { FastifyRequest } from 'fastify';

const shownMax = 100;

/** Path of a request as it was sent, without the query, which is nobody else's business. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** A path cut short, for messages. */
export function shownPath(path: string): string {
  return path.length > shownMax ? `${path.slice(0, shownMax)}…` : path;
}
