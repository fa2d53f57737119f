import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';

/** The id in a path. PostgreSQL takes no text with a NUL, and no id has one. @throws ApiError resource-unknown */
export function keyIdOf(request: FastifyRequest, kind: 'key' | 'admin key'): string {
  const { id } = request.params as { readonly id: string };
  if (id.includes('\0')) throw new ApiError(errors.resourceUnknown, { kind, id });
  return id;
}
