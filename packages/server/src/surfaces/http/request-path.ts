import type { FastifyRequest } from 'fastify';
import { keyIdPattern } from '../../access/keys/key-format.ts';
import { masked } from '../../kernel/secrets.ts';

const shownMax = 100;

/** Path of a request as it was sent, without the query, which is nobody else's business. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** A path cut short and without keys and tokens, for messages. */
export function shownPath(path: string): string {
  const decoded = decodedPath(path);
  const safe = masked(decoded) === decoded ? path : masked(decoded);
  return safe.length > shownMax ? `${safe.slice(0, shownMax)}…` : safe;
}

/** The path for the log: where its route has parameters, only ids of ours are shown of these. */
export function loggedPath(request: FastifyRequest): string {
  const { url = '' } = request.routeOptions;
  if (request.is404 || !url.includes(':')) return shownPath(pathOf(request));
  const parameters = request.params as Readonly<Record<string, string>>;
  return url.replace(/:(\w+)/g, (placeholder, name: string) => {
    const value = parameters[name] ?? '';
    return keyIdPattern.test(value) || batchId.test(value) ? value : placeholder;
  });
}

const batchId = /^\d{1,16}$/;

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
