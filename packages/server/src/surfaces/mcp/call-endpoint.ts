import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { knownParameters } from '../../catalogue/unknown-parameters.ts';
import { type AnswerParts, answer } from '../answer.ts';
import { errorEnvelope } from '../envelope.ts';
import { keyedCall } from '../http/caller.ts';
import { apiErrorOf } from '../http/error-handling.ts';
import type { CallEndpoint } from './mcp-server.ts';

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

/** Where the next rows are; undefined where there are none, or no pages. A page that is full may be the last one. */
function nextPage(
  { page_num: asked, page_size: size }: RawQuery,
  total: number | undefined,
  rows: number,
): string | undefined {
  const [page, pageSize] = [Number(asked), Number(size)];
  const isLast = total === undefined ? rows < pageSize : total <= page * pageSize;
  if (!(page > 0) || isLast) return undefined;
  const next = `page_num=${page + 1}`;
  return total === undefined
    ? `There may be more rows: ${next}.`
    : `There are ${total} rows in all: ${next} has the next.`;
}
