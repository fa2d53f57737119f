import type { FastifyRequest } from 'fastify';
import { ApiError, errors } from '../../kernel/errors.ts';

/** Part of a list that is ordered by falling ids. */
export interface ListPage {
  readonly limit: number | undefined;
  /** Only what has a smaller id. */
  readonly before: number | undefined;
}

const limitMax = 1_000;

/** Which part of a list is asked for. @throws ApiError parameter-invalid */
export function pageOf(request: FastifyRequest): ListPage {
  const query = request.query as Readonly<Record<string, unknown>>;
  return {
    limit: whole(query, 'limit', limitMax),
    before: whole(query, 'before', Number.MAX_SAFE_INTEGER),
  };
}

function whole(query: Readonly<Record<string, unknown>>, name: string, max: number): number | undefined {
  const given = query[name];
  if (given === undefined || given === '') return undefined;
  const value = typeof given === 'string' && /^\d{1,16}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= 1 && value <= max) return value;
  const expected = `a whole number from 1 to ${max}`;
  throw new ApiError(errors.parameterInvalid, { name, expected, given: JSON.stringify(given) });
}
