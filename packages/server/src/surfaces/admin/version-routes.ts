import type { VersionStore } from '../../warehouse/versions.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { requireAdmin } from './admin-hook.ts';

export interface VersionRouteParts {
  readonly adminToken: string;
  readonly versions: VersionStore;
}

/** `GET /admin/v1/versions`: `{served, versions}`, the number that is served (null: none) and all of them, newest first. */
export function versionRoutes({ adminToken, versions }: VersionRouteParts): HttpExtension {
  const onRequest = requireAdmin(adminToken);
  return (server) => {
    server.get('/admin/v1/versions', { onRequest }, async (request) => {
      const [served, all] = await Promise.all([versions.current(), versions.list()]);
      return successEnvelope({ served: served?.version ?? null, versions: all }, request.id);
    });
  };
}
