import type { AuditLog } from '../../access/audit/audit-log.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { pageOf } from './paging.ts';

export interface AuditRouteParts extends AdminHookParts {
  readonly audit: AuditLog;
}

/** `GET /admin/v1/audit?limit=&before=`: who changed what and when, newest first; `before` an id for the next page. */
export function auditRoute({ audit, ...hook }: AuditRouteParts): HttpExtension {
  return (server) => {
    server.get('/admin/v1/audit', { onRequest: requireAdmin(hook, 'audit') }, async (request) =>
      successEnvelope(await audit.list(pageOf(request)), request.id),
    );
  };
}
