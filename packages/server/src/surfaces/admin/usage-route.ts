import type { RawQuery } from '../../catalogue/parameters.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import type { UsageAnswers } from '../usage/usage-answer.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';

export interface UsageRouteParts extends AdminHookParts {
  readonly usage: UsageAnswers;
}

/**
 * `GET /admin/v1/usage?from=&to=&by=&key_id=&endpoint=`: a row an hour or day, key and endpoint. It is up to a few
 * seconds behind. 400: a parameter that is not as documented, or more rows than one answer holds.
 */
export function usageRoute({ usage, ...hook }: UsageRouteParts): HttpExtension {
  return (server) => {
    server.get('/admin/v1/usage', { onRequest: requireAdmin(hook, 'usage') }, async (request) =>
      successEnvelope(await usage(request.query as RawQuery), request.id),
    );
  };
}
