import type { HttpServer } from './server.ts';

/**
 * What browsers must not do with an answer: guess its type, run or frame it, tell other sites where the visitor came
 * from, or hand it to other sites. A route that serves pages sets a Content-Security-Policy of its own over this one.
 * There is no Strict-Transport-Security: whoever puts TLS in front says that.
 */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Every answer carries them, errors too. */
export function addSecurityHeaders(server: HttpServer): void {
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
