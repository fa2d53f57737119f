import type { FastifyInstance, FastifyRequest } from 'fastify';
import { basePathOf } from './base-path.ts';

/** A name or address with or without a port, and nothing else. */
const plainHost = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;

/** A request, as far as it tells where it was sent to. */
export interface Reached extends Pick<FastifyRequest, 'protocol' | 'host'> {
  readonly server?: Pick<FastifyInstance, 'basePath'>;
}

/**
 * Where the caller reached the server, such as `https://data.example` or, under a base path, `https://example.com/vitrine`;
 * empty where its Host header cannot stand in an address.
 */
export function originOf(request: Reached): string {
  const { protocol, host } = request;
  return plainHost.test(host) ? `${protocol}://${host}${basePathOf(request)}` : '';
}
