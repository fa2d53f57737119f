import type { FastifyReply, FastifyRequest } from 'fastify';
import { Claim } from '../../access/idempotency/claim.ts';
import type { IdempotentRequests, RepeatableRequest } from '../../access/idempotency/idempotent-requests.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { pathOf } from '../http/request-path.ts';
import type { HttpServer } from '../http/server.ts';
import { operatorOf } from './admin-hook.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * It may be sent twice under one `Idempotency-Key`, and is done once: its change is made with
     * `request.claim?.markDone`.
     */
    readonly isRepeatable?: boolean;
  }
  interface FastifyRequest {
    /** Of a request with an `Idempotency-Key`, until there is a response. */
    claim?: Claim | undefined;
  }
}

/**
 * Does requests with an `Idempotency-Key` once, and answers them again as the first time. Call before the audit log is
 * added.
 */
export function repeatOnce(server: HttpServer, requests: IdempotentRequests): void {
  server.addHook('preHandler', async (request, reply) => {
    const repeatable = repeatableOf(request);
    if (repeatable === undefined) return;
    const kept = await requests.begin(repeatable);
    if (kept instanceof Claim) {
      request.claim = kept;
      return;
    }
    reply.header('Idempotent-Replayed', 'true');
    return reply.code(kept.status).type('application/json; charset=utf-8').send(kept.body);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (request.claim !== undefined) await end(request, request.claim, reply, payload);
  });
}

/** What was done stays claimed even where its response cannot be kept. What was not done may be sent again. */
async function end(
  request: FastifyRequest,
  claim: Claim,
  { statusCode: status }: FastifyReply,
  payload: unknown,
): Promise<void> {
  request.claim = undefined;
  const isDone = status < 300 && typeof payload === 'string';
  const ending = isDone ? claim.keep({ status, body: payload }) : claim.drop();
  await ending.catch((err: unknown) => request.log.error({ err }, 'cannot store the response to an Idempotency-Key'));
}

const keyPattern = /^[\x21-\x7e]{16,255}$/;

function repeatableOf(request: FastifyRequest): RepeatableRequest | undefined {
  const given = request.headers['idempotency-key'];
  if (given === undefined || !request.routeOptions.config.isRepeatable) return undefined;
  const key = String(given);
  if (!keyPattern.test(key)) {
    const expected = '16 to 255 visible characters that nobody can guess, such as a UUID';
    throw new ApiError(errors.parameterInvalid, { name: 'Idempotency-Key', expected, given: `${key.length}` });
  }
  const route = `${request.method} ${pathOf(request)}`;
  return { caller: operatorOf(request).actor, key, route, body: JSON.stringify(request.body ?? {}) };
}
