import { z } from 'zod';
import type { PublishReport, PublishRequest } from '../../warehouse/publish/publish.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import type { GuardedPlace } from './ingest-route.ts';
import { answerInSteps } from './publish-progress.ts';

export interface PublishingParts {
  /** @throws ApiError publish-running; PublishRefused, EngineError and others as `publish` does. */
  publish(request: PublishRequest): Promise<PublishReport>;
}

export interface PublishRouteParts extends PublishingParts, AdminHookParts {}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, {
  error: ({ input }) => `expected a day as YYYY-MM-DD, got ${JSON.stringify(String(input).slice(0, 40))}`,
});
const publishBody = z.strictObject({ as_of: day.optional(), force: z.boolean().optional() });

/**
 * `POST /admin/v1/publish` with `{as_of?, force?}` builds a version, serves it and answers with its report. With
 * `Accept: application/x-ndjson` a line `{step, index, count}` comes as each step begins, and the envelope as the last
 * line; what goes wrong after the first step then is in that envelope alone, the status being sent by then.
 *
 * 400: nothing to publish, no such day, a day outside the observed ones, or a list that would lose more than half its
 * rows (`force` allows these two); 409: one is running; 500: a step failed; 507: the disk is full.
 */
export function publishRoute(parts: PublishRouteParts): HttpExtension {
  return publishingRoute(parts, { url: '/admin/v1/publish', onRequest: requireAdmin(parts, 'publish') });
}

/** The same at any place. */
export function publishingRoute({ publish }: PublishingParts, { url, onRequest }: GuardedPlace): HttpExtension {
  return (server) => {
    server.post(url, { onRequest, config: { accepts: publishBody } }, (request, reply) => {
      const { as_of: asOf, force } = checkedBody(publishBody, request);
      return answerInSteps(request, reply, (onStep) => publish({ asOf, force, ...(onStep && { onStep }) }));
    });
  };
}
