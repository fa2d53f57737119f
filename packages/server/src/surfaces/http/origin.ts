import type { FastifyRequest } from 'fastify';

/** A name or address with or without a port, and nothing else. */
const plainHost = /^(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?$/;

/**
 * Where the caller reached the server, such as `https://data.example`; empty where its Host header cannot stand in an
 * address.
 */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return plainHost.test(host) ? `${protocol}://${host}` : '';
}
