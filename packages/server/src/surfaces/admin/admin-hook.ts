import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FailedAttempts } from '../../access/failed-attempts.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { bearerToken } from '../http/bearer.ts';

export interface AdminHookParts {
  readonly adminToken: string;
  readonly attempts: FailedAttempts;
}

/**
 * Lets only who presents the admin token pass. Use it `onRequest`, before anything of the body is read. An address that
 * tried too many others is refused whatever it presents (429), so that trying out tokens takes for ever.
 */
export function requireAdmin({ adminToken, attempts }: AdminHookParts): (request: FastifyRequest) => Promise<void> {
  const expected = digest(adminToken);
  return async (request) => {
    await attempts.check(request.ip);
    // Digests have one length, so that the comparison takes the same time whatever was sent.
    const given = digest(bearerToken(request.headers.authorization) ?? '');
    if (timingSafeEqual(given, expected)) return;
    await attempts.count(request.ip);
    throw new ApiError(errors.adminTokenInvalid, {});
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
