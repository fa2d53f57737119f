import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ApiError, errors } from '../../kernel/errors.ts';

/** The body as the schema has it; no body at all counts as an empty object. @throws ApiError body-invalid */
export function checkedBody<Schema extends z.ZodType>(schema: Schema, request: FastifyRequest): z.output<Schema> {
  const { success, data, error } = schema.safeParse(request.body ?? {});
  if (success) return data;
  const [issue] = error.issues;
  const at = issue?.path.join('.') || 'body';
  throw new ApiError(errors.bodyInvalid, { reason: `${at}: ${issue?.message ?? 'not as documented'}` });
}
