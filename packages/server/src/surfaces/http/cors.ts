import type { FastifyReply } from 'fastify';
import { pathOf } from './request-path.ts';
import type { HttpServer } from './server.ts';
import { addVary } from './vary.ts';

/** Headers that a page of another origin may send, and those it may read. */
const requestHeaders = 'Authorization, X-API-Key, Content-Type, If-None-Match, MCP-Protocol-Version';
const responseHeaders =
  'ETag, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id, X-Ignored-Parameters, ' +
  'X-Credits-Remaining, X-Dataset-As-Of, X-Total-Count, X-Dataset-Version, X-Export-Rows, X-Export-Credits';
const preflightSecondsMax = 600;

/**
 * Lets pages of other origins call the server with a key that they hold (Fetch, CORS protocol). No cookies are
 * involved, and the routes of operators and of the console stay closed. Call before what refuses unknown methods.
 *
 * @param origins such as `https://app.example`; `*`: any.
 */
export function allowOrigins(server: HttpServer, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = (origin: string) => (origins.includes('*') ? '*' : origins.find((each) => each === origin));
  server.addHook('onRequest', (request, reply, done) => {
    if (/^\/(?:admin|console)\//.test(pathOf(request))) return done();
    addVary(reply, 'Origin');
    const { origin } = request.headers;
    const matching = origin === undefined ? undefined : allowed(origin);
    if (matching === undefined) return done();
    reply.headers({ 'Access-Control-Allow-Origin': matching, 'Access-Control-Expose-Headers': responseHeaders });
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method']) answerPreflight(reply);
    else done();
  });
}

function answerPreflight(reply: FastifyReply): void {
  reply.code(204).headers({
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': requestHeaders,
    'Access-Control-Max-Age': String(preflightSecondsMax),
  });
  reply.send();
}
