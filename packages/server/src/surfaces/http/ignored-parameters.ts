import type { FastifyReply } from 'fastify';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { ignoredParameters, type KnownParameters } from '../../catalogue/unknown-parameters.ts';

/**
 * Names the parameters of a query that do nothing in a header of whatever the response is: a misspelt filter is not
 * silent.
 */
export function nameIgnored(reply: FastifyReply, known: KnownParameters, raw: RawQuery): void {
  const ignored = ignoredParameters(known, raw);
  if (ignored !== undefined) reply.header('X-Ignored-Parameters', ignored);
}
