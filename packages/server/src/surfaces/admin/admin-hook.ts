import type { FastifyRequest } from 'fastify';
import type { AdminGate } from '../../access/admin-keys/admin-gate.ts';
import type { AdminScope } from '../../access/admin-keys/admin-keys.ts';
import type { Operator } from '../../access/audit/audit-log.ts';
import { bearerToken } from '../http/bearer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once they were let in. */
    operator?: Operator;
  }
}

export interface AdminHookParts {
  readonly adminGate: AdminGate;
}

/**
 * Lets only operators pass. Use it `onRequest`, before anything of the body is read.
 *
 * @param scope what an admin key needs for it; null: only the admin token will do.
 */
export function requireAdmin(
  { adminGate }: AdminHookParts,
  scope: AdminScope | null,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const { ip: origin, headers } = request;
    request.operator = { actor: await adminGate.admit(bearerToken(headers.authorization), origin, scope), origin };
  };
}

/** @throws TypeError where the route lets everybody in */
export function operatorOf({ operator }: FastifyRequest): Operator {
  if (operator === undefined) throw new TypeError('nobody was let in yet');
  return operator;
}
