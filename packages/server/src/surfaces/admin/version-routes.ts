import { z } from 'zod';
import type { RollbackReport } from '../../warehouse/rollback.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { checkedBody } from './body.ts';

export interface VersionRouteParts extends AdminHookParts {
  readonly versions: VersionStore;
  /** @throws ApiError 404, 409 as `rollBack` does, and 409 while a publish runs. */
  rollBack(version?: number): Promise<RollbackReport>;
}

const rollback = z.strictObject({ version: z.number().optional() });

/**
 * `GET /admin/v1/versions`: `{served, quarantine, versions}`, the number that is served (null: none), what was kept out
 * of it (null: not known), and all of them, newest first. `POST …/rollback` with `{version?}` serves an earlier one
 * again, by default the one before. 404: no such version; 409: its data is gone, or a publish is running.
 */
export function versionRoutes({ versions, rollBack, ...hook }: VersionRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook, 'publish');
  return (server) => {
    server.get('/admin/v1/versions', { onRequest }, async (request) => {
      const [served, quarantine = null, all] = await Promise.all([
        versions.current(),
        versions.quarantine(),
        versions.history(),
      ]);
      return successEnvelope({ served: served?.version ?? null, quarantine, versions: all }, request.id);
    });
    server.post('/admin/v1/versions/rollback', { onRequest, config: { accepts: rollback } }, async (request) => {
      const { version } = checkedBody(rollback, request);
      return successEnvelope(await rollBack(version), request.id);
    });
  };
}
