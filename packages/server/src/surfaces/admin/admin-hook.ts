import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';
import { bearerToken } from '../http/bearer.ts';

/** Lets only who presents the admin token pass. Use it `onRequest`, before anything of the body is read. */
export function requireAdmin(adminToken: string): (request: FastifyRequest) => Promise<void> {
  const expected = digest(adminToken);
  return async (request) => {
    // Digests have one length, so that the comparison takes the same time whatever was sent.
    const given = digest(bearerToken(request.headers.authorization) ?? '');
    if (!timingSafeEqual(given, expected)) throw new ApiError(errors.adminTokenInvalid, {});
  };
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
