import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { FailedAttempts } from '../../access/failed-attempts.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { bearerToken } from '../http/bearer.ts';

export interface AdminHookParts {
  readonly adminToken: string;
  /** Wrong tokens, apart from keys that do not work. */
  readonly attempts: FailedAttempts;
}

/**
 * Lets only who presents the admin token pass. Use it `onRequest`, before anything of the body is read. The right one always
 * passes: whoever tries out tokens at the same address shuts nobody out, and is told no more than 429 after too many.
 */
export function requireAdmin({ adminToken, attempts }: AdminHookParts): (request: FastifyRequest) => Promise<void> {
  const expected = digest(adminToken);
  return async (request) => {
    // Digests have one length, so that the comparison takes the same time whatever was sent.
    const given = digest(bearerToken(request.headers.authorization) ?? '');
    if (timingSafeEqual(given, expected)) return;
    await attempts.check(request.ip);
    await attempts.count(request.ip);
    throw new ApiError(errors.adminTokenInvalid, {});
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
