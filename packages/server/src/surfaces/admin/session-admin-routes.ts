import type { SessionAdministration } from '../../access/console-sessions/console-sessions.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, requireAdmin } from './admin-hook.ts';
import { keyIdOf } from './key-id.ts';

export interface SessionAdminRouteParts extends AdminHookParts {
  readonly sessions: SessionAdministration;
}

/**
 * `GET /admin/v1/sessions` lists the sessions of the console, newest first; `POST …/:id/end` ends one. Both are for the
 * admin token alone, as admin keys are. 404: no such session.
 */
export function sessionAdminRoutes({ sessions, ...hook }: SessionAdminRouteParts): HttpExtension {
  const onRequest = requireAdmin(hook, null);
  return (server) => {
    server.get('/admin/v1/sessions', { onRequest }, async (request) =>
      successEnvelope(await sessions.list(), request.id),
    );
    server.post('/admin/v1/sessions/:id/end', { onRequest, config: { isUrgent: true } }, async (request) =>
      successEnvelope(await sessions.end(keyIdOf(request, 'session')), request.id),
    );
  };
}
