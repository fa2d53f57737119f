import type { FastifyReply, FastifyRequest } from 'fastify';
import { knownParameters } from '../../catalogue/unknown-parameters.ts';
import { type AnswerParts, answer } from '../answer.ts';
import { errorEnvelope } from '../envelope.ts';
import { keyedCall } from '../http/caller.ts';
import { apiErrorOf } from '../http/error-handling.ts';
import type { CallEndpoint } from './mcp-server.ts';
import { nextPage } from './next-page.ts';

/** Calls endpoints with the key of a request, as their HTTP routes do. What goes wrong is an envelope too. */
export function callFor(parts: AnswerParts, request: FastifyRequest, reply: FastifyReply): CallEndpoint {
  return async (endpoint, raw) => {
    const call = keyedCall(request, reply);
    const { notes } = call;
    notes.endpointId = endpoint.id;
    try {
      const answered = await answer(parts, { ...call, endpoint, raw, onlyParameters: knownParameters(endpoint) });
      if (answered.kind !== 'page') throw new TypeError(`an answer of kind ${answered.kind} was not asked for`);
      return {
        envelope: answered.envelope.toString(),
        isError: false,
        hint: nextPage(raw, answered.facts.total, notes.rows),
      };
    } catch (thrown) {
      const error = apiErrorOf(thrown, request);
      notes.status = error.status;
      reply.headers(error.headers);
      return { envelope: JSON.stringify(errorEnvelope(error, request.id)), isError: true };
    }
  };
}
