import type { VersionStore } from '../../warehouse/versions.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';

export interface VersionRouteParts extends AdminHookParts {
  readonly versions: VersionStore;
}

/** `GET /admin/v1/versions`: `{served, versions}`, the number that is served (null: none) and all of them, newest first. */
export function versionRoutes({ versions, ...hook }: VersionRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook);
  return (server) => {
    server.get('/admin/v1/versions', { onRequest }, async (request) => {
      const [served, all] = await Promise.all([versions.current(), versions.list()]);
      return successEnvelope({ served: served?.version ?? null, versions: all }, request.id);
    });
  };
}
