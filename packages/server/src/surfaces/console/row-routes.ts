import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { knownParameters } from '../../catalogue/unknown-parameters.ts';
import { type AnswerParts, answer } from '../answer.ts';
import { newCallNotes } from '../call-notes.ts';
import { sendAnswer } from '../http/catalogue-routes.ts';
import { originOf } from '../http/origin.ts';
import type { HttpExtension } from '../http/server.ts';
import { consolePath } from './console-path.ts';
import { openGate } from './open-gate.ts';

export interface RowRouteParts extends Omit<AnswerParts, 'gate'> {
  readonly catalogue: readonly Endpoint[];
}

/**
 * `GET /console/v1/…`: every endpoint of the catalogue under the path it has behind `/v1`, with pages of up to 200 rows and
 * without a charge. Readers and bytes of rows are those of the endpoint; parameters that it does not know are refused.
 */
export function rowRoutes({ catalogue, ...parts }: RowRouteParts): HttpExtension {
  return (server) => {
    for (const endpoint of catalogue.map(withLargePages)) {
      server.route({
        method: 'GET',
        url: consolePath(endpoint.path),
        exposeHeadRoute: false,
        handler: (request, reply) => serve({ ...parts, gate: openGate }, endpoint, request, reply),
      });
    }
  };
}

async function serve(parts: AnswerParts, endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply) {
  const caller = { presentedKey: undefined, address: request.ip, onKnown() {}, onRate() {}, onAdmitted() {} };
  const answered = await answer(parts, {
    endpoint,
    raw: request.query as RawQuery,
    onlyParameters: knownParameters(endpoint),
    caller,
    origin: originOf(request),
    ifNoneMatch: request.headers['if-none-match'],
    requestId: request.id,
    notes: newCallNotes(),
  });
  return sendAnswer(reply, answered);
}

/** Rows a page of the console may hold: a screen with the rows around it. */
const pageSizeMax = 200;

/** An endpoint with larger pages. Their rows are those of small ones, byte for byte. */
function withLargePages<Each extends Endpoint>(endpoint: Each): Each {
  return { ...endpoint, parameters: endpoint.parameters.map(enlarged) };
}

function enlarged(parameter: Parameter): Parameter {
  if (parameter.use.as !== 'pageSize') return parameter;
  return { ...parameter, domain: { kind: 'integer', min: 1, max: pageSizeMax } };
}
