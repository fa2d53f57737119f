import type { RouteHandlerMethod } from 'fastify';
import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import { checkQuery, type RawQuery } from '../../../packages/server/src/catalogue/parameters.ts';
import { pageEnvelope } from '../../../packages/server/src/surfaces/envelope.ts';
import { measuredLists } from '../measured-lists.ts';
import { servePlainly } from '../sides/plain-http.ts';
import type { Stoppable } from '../sides/served.ts';
import { PeerPages } from './peer-pages.ts';

export interface PeerOptions {
  readonly databaseUrl: string;
}

/** The peer: the same routes and checks of the query, answered by PostgreSQL, in the same envelope. */
export async function servePeer({ databaseUrl }: PeerOptions): Promise<Stoppable> {
  const pages = new PeerPages(databaseUrl);
  return servePlainly(
    measuredLists,
    (endpoint) => handler(pages, endpoint),
    () => pages.close(),
  );
}

function handler(pages: PeerPages, endpoint: ListEndpoint): RouteHandlerMethod {
  return async (request, reply) => {
    const rows = await pages.rows(endpoint, checkQuery(endpoint, request.query as RawQuery));
    return reply.type('application/json; charset=utf-8').send(pageEnvelope(rows, request.id));
  };
}
