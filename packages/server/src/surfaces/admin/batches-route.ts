import type { Batches } from '../../ingest/batches.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { pageOf } from './paging.ts';

export interface BatchesRouteParts extends AdminHookParts {
  readonly batches: Batches;
}

/** `GET /admin/v1/ingest?limit=&before=`: runs of ingest with their status, counts and times, newest first. */
export function batchesRoute({ batches, ...hook }: BatchesRouteParts): HttpExtension {
  return (server) => {
    server.get('/admin/v1/ingest', { onRequest: requireAdmin(hook) }, async (request) =>
      successEnvelope(await batches.list(pageOf(request)), request.id),
    );
  };
}
