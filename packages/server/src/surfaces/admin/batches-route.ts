import { z } from 'zod';
import type { BatchEntry, Batches } from '../../ingest/batches.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';
import { pageOf } from './paging.ts';

export interface BatchesRouteParts extends AdminHookParts {
  readonly batches: Batches;
  /** @throws ApiError 400, 404, 409 as `withdrawBatch` does, and 409 while a publish runs. */
  withdrawBatch(batch: number, reason: string): Promise<BatchEntry>;
  /** @throws ApiError 404, 409 as `restoreBatch` does, and 409 while a publish runs. */
  restoreBatch(batch: number): Promise<BatchEntry>;
}

interface OfBatch {
  readonly Params: { readonly batch: string };
}

const why = z.strictObject({ reason: z.string() });

/**
 * `GET /admin/v1/ingest?limit=&before=`: ingest batches with their status, counts and times, newest first. `POST
 * …/:batch/withdraw` with `{reason}` withdraws one, `POST …/:batch/restore` restores it; both return the batch. 404: no
 * such batch. 409: the batch is open or in that state already, or a publish is running.
 */
export function batchesRoute({ batches, withdrawBatch, restoreBatch, ...hook }: BatchesRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook, 'ingest');
  return (server) => {
    server.get('/admin/v1/ingest', { onRequest }, async (request) =>
      successEnvelope(await batches.list(pageOf(request)), request.id),
    );
    server.post<OfBatch>(
      '/admin/v1/ingest/:batch/withdraw',
      { onRequest, config: { accepts: why } },
      async (request) => {
        const { reason } = checkedBody(why, request);
        return successEnvelope(await withdrawBatch(idOf(request.params.batch), reason), request.id);
      },
    );
    server.post<OfBatch>('/admin/v1/ingest/:batch/restore', { onRequest }, async (request) =>
      successEnvelope(await restoreBatch(idOf(request.params.batch)), request.id),
    );
  };
}

function idOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new ApiError(errors.resourceUnknown, { kind: 'batch', id: text.slice(0, 40) });
}
