import type { FastifyRequest } from 'fastify';
import type { RawQuery } from '../../catalogue/parameters.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Explainer } from '../../serving/explain/explainer.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';

export interface ExplainRouteParts extends AdminHookParts {
  readonly explainer: Pick<Explainer, 'explain'>;
}

/**
 * `GET /admin/v1/explain?kind=&id=&field=&region=`: where a served number comes from, see {@link Explainer}. 400: a kind or
 * field that there is not. 404: no such entity. 503: nothing is served yet, or it took too long.
 */
export function explainRoute({ explainer, ...hook }: ExplainRouteParts): HttpExtension {
  return (server) => {
    server.get('/admin/v1/explain', { onRequest: requireAdmin(hook, 'view') }, (request) =>
      explained(explainer, request),
    );
  };
}

/** The answer to a request with these parameters. @throws ApiError 400, 404, 503 */
export async function explained(explainer: ExplainRouteParts['explainer'], { id: requestId, query }: FastifyRequest) {
  const raw = query as RawQuery;
  const [kind, id, field] = [required(raw, 'kind'), required(raw, 'id'), required(raw, 'field')];
  const region = given(raw, 'region')?.toUpperCase();
  return successEnvelope(await explainer.explain({ kind, id, field, region }), requestId);
}

function required(raw: RawQuery, name: string): string {
  const value = given(raw, name);
  if (value === undefined) throw new ApiError(errors.parameterMissing, { name });
  return value;
}

/** The value as text; undefined when absent or empty. */
function given(raw: RawQuery, name: string): string | undefined {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  if (Array.isArray(value)) throw new ApiError(errors.parameterRepeated, { name, count: value.length });
  return typeof value === 'string' && value !== '' ? value : undefined;
}
