import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, errors } from '../../kernel/errors.ts';
import { EngineError } from '../../warehouse/engine.ts';
import { engineWords, isDiskFull } from '../../warehouse/engine-failures.ts';
import { PublishRefused } from '../../warehouse/publish/plan.ts';
import type { PublishReport, PublishRequest } from '../../warehouse/publish/publish.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import { publishProgress } from './publish-progress.ts';

export interface PublishRouteParts extends AdminHookParts {
  /** @throws ApiError publish-running; PublishRefused, EngineError and others as `publish` does. */
  publish(request: PublishRequest): Promise<PublishReport>;
}

const publishBody = z.strictObject({ as_of: z.string().optional() });

/**
 * `POST /admin/v1/publish` with `{as_of?}` builds a version, serves it and answers with its report. With
 * `Accept: application/x-ndjson` a line `{step, index, count}` comes as each step begins, and the envelope as the last line;
 * what goes wrong after the first step then is in that envelope alone, the status being sent by then.
 *
 * 400: nothing to publish, or no such day; 409: one is running; 500: a step failed; 507: the disk is full.
 */
export function publishRoute({ publish, ...hook }: PublishRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook);
  return (server) => {
    server.post('/admin/v1/publish', { onRequest }, async (request, reply) => {
      const { as_of: asOf } = checkedBody(publishBody, request);
      const run = (onStep?: PublishRequest['onStep']) =>
        publish(onStep === undefined ? { asOf } : { asOf, onStep }).catch((cause: unknown) => {
          throw publishError(cause);
        });
      // Longer than a connection may be silent otherwise.
      reply.raw.setTimeout(0);
      if (!wantsProgress(request)) return successEnvelope(await run(), request.id);
      const lines = await publishProgress(run, request);
      return reply.type('application/x-ndjson').send(lines);
    });
  };
}

function wantsProgress(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('application/x-ndjson') ?? false;
}

/** The caller is the operator, who may read what went wrong. */
function publishError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause;
  const reason = cause instanceof EngineError ? engineWords(cause) : messageOf(cause);
  if (cause instanceof PublishRefused) return new ApiError(errors.publishRefused, { reason });
  return new ApiError(isDiskFull(cause) ? errors.storageFull : errors.publishFailed, { reason }, { cause });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
