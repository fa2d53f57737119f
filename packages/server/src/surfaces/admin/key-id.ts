import type { FastifyRequest } from 'fastify';
import { keyIdPattern } from '../../access/keys/key-format.ts';
import { cutText } from '../../kernel/cut-text.ts';
import { ApiError, errors } from '../../kernel/errors.ts';

/** The id in a path. @throws ApiError resource-unknown */
export function keyIdOf(request: FastifyRequest, kind: 'key' | 'admin key' | 'session'): string {
  const { id } = request.params as { readonly id: string };
  if (keyIdPattern.test(id)) return id;
  throw new ApiError(errors.resourceUnknown, { kind, id: cutText(id) });
}
