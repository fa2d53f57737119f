import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { cutText } from '../../kernel/cut-text.ts';
import { ApiError, errors } from '../../kernel/errors.ts';

/**
 * The body as the schema has it; no body at all counts as an empty object. It is the schema that the route says it
 * accepts, so that the audit log records what was checked.
 *
 * @throws ApiError body-invalid
 */
export function checkedBody<Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> {
  const { accepts, isPersonal = false } = request.routeOptions.config;
  if (!isPersonal && accepts !== schema) throw new TypeError('the route accepts another body than it checks');
  const { success, data, error } = schema.safeParse(request.body ?? {});
  if (success) return data;
  const [issue] = error.issues;
  const at = issue?.path.join('.') || 'body';
  throw new ApiError(errors.bodyInvalid, { reason: cutText(`${at}: ${issue?.message ?? 'not as documented'}`) });
}
