import type { FastifyRequest } from 'fastify';
import type { AdminGate } from '../../access/admin-keys/admin-gate.ts';
import type { AdminActor, AdminScope } from '../../access/admin-keys/admin-keys.ts';
import type { Operator } from '../../access/audit/audit-log.ts';
import { bearerToken } from '../http/bearer.ts';
import type { HttpServer } from '../http/server.ts';

/** An operator who is not at the machine. */
export interface RemoteOperator extends Operator {
  readonly actor: AdminActor;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once they were let in. */
    operator?: RemoteOperator;
    /**
     * Lets them in once more: a body may take its time, in which a key may be revoked.
     *
     * @throws ApiError as when they came
     */
    confirmOperator?: () => Promise<void>;
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
    const admit = () => adminGate.admit(bearerToken(headers.authorization), origin, scope);
    request.operator = { actor: await admit(), origin };
    request.confirmOperator = async () => void (await admit());
  };
}

/** Looks again, once a body is here, whether who sent it may still do this. Call before the audit log is added. */
export function confirmOperators(server: HttpServer): void {
  server.addHook('preHandler', async (request) => {
    await request.confirmOperator?.();
  });
}

/** @throws TypeError where the route lets everybody in */
export function operatorOf({ operator }: FastifyRequest): RemoteOperator {
  if (operator === undefined) throw new TypeError('nobody was let in yet');
  return operator;
}
