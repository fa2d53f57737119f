import type { FastifyRequest } from 'fastify';
import type { HttpServer } from './server.ts';

/**
 * Warns once when a peer that is not trusted says for whom it calls: most likely it is a proxy, and all of its callers
 * then share one address, with its counter of keys that do not work.
 */
export function warnOfUntrustedProxy(server: HttpServer): void {
  let hasWarned = false;
  server.addHook('onRequest', (request, _reply, done) => {
    if (!hasWarned && isFromUntrustedProxy(request)) {
      hasWarned = true;
      request.log.warn({ peer: request.socket.remoteAddress }, warning);
    }
    done();
  });
}

const warning =
  'Ignoring X-Forwarded-For from an untrusted peer: if the peer is your proxy, all its callers count as one address. ' +
  'Add it to VITRINE_TRUST_PROXY.';

/** The addresses of a request are its peer and, as far as they are believed, those that it names. */
function isFromUntrustedProxy({ headers, ips }: FastifyRequest): boolean {
  return Boolean(headers['x-forwarded-for']) && (ips?.length ?? 1) === 1;
}
