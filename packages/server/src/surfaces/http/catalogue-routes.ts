import type { FastifyReply, FastifyRequest } from 'fastify';
import { aliasesOf } from '../../catalogue/aliases.ts';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { knownParameters } from '../../catalogue/unknown-parameters.ts';
import { type Answer, type AnswerParts, answer, type PageFacts } from '../answer.ts';
import { keyedCall } from './caller.ts';
import { nameIgnored } from './ignored-parameters.ts';
import type { HttpServer } from './server.ts';

export interface CatalogueRouteParts extends AnswerParts {
  readonly catalogue: readonly Endpoint[];
}

/**
 * A GET route for each path of an endpoint. No HEAD: it would do the work of a GET, and nobody would know whether it is
 * paid.
 */
export function addCatalogueRoutes(server: HttpServer, parts: CatalogueRouteParts): void {
  for (const endpoint of parts.catalogue)
    for (const url of [endpoint.path, ...aliasesOf(endpoint)]) addRoute(server, parts, endpoint, url);
}

function addRoute(server: HttpServer, parts: CatalogueRouteParts, endpoint: Endpoint, url: string): void {
  const known = knownParameters(endpoint);
  server.route({
    method: 'GET',
    url,
    exposeHeadRoute: false,
    config: { endpointId: endpoint.id, takesKey: true },
    handler: (request, reply) => {
      nameIgnored(reply, known, request.query as RawQuery);
      return serve(endpoint, parts, request, reply);
    },
  });
}

async function serve(endpoint: Endpoint, parts: AnswerParts, request: FastifyRequest, reply: FastifyReply) {
  const { caller, notes, origin, requestId } = keyedCall(request, reply);
  const raw = request.query as RawQuery;
  const ifNoneMatch = request.headers['if-none-match'];
  const answered = await answer(parts, { endpoint, raw, caller, origin, ifNoneMatch, requestId, notes });
  return sendAnswer(reply, answered);
}

/** Sends what a call was answered with: the envelope and what its headers say, or that the caller has it. */
export function sendAnswer(reply: FastifyReply, answered: Answer): FastifyReply {
  if (answered.etag !== undefined) reply.header('ETag', answered.etag);
  reply.header('Cache-Control', 'private, no-cache');
  if (answered.kind === 'notModified') return reply.code(304).send();
  setHeaders(reply, answered.facts);
  return reply.type('application/json; charset=utf-8').send(answered.envelope);
}

function setHeaders(reply: FastifyReply, { credits, asOf, total }: PageFacts): void {
  if (credits !== null) reply.header('X-Credits-Remaining', String(credits));
  if (asOf !== undefined) reply.header('X-Dataset-As-Of', asOf);
  if (total !== undefined) reply.header('X-Total-Count', String(total));
}
