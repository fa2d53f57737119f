import { z } from 'zod';
import type { Shown } from '../../access/console-sessions/console-gate.ts';
import type {
  OpenedSession,
  SessionAdministration,
  SessionRecord,
} from '../../access/console-sessions/console-sessions.ts';
import { checkedBody } from '../admin/body.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';
import { requireOwnPage } from './own-page.ts';
import { leaveSession, takeSession } from './session-cookie.ts';
import { requireSession, type SessionHookParts, sessionOf } from './session-hook.ts';

export interface SessionRouteParts extends SessionHookParts {
  readonly sessions: SessionAdministration;
}

const path = '/console/v1/session';
const secret = z.string().min(1).max(1_000).optional();
const login = z
  .strictObject({ code: secret, key: secret })
  .refine(({ code, key }) => (code === undefined) !== (key === undefined), 'expected either code or key');

/**
 * `POST /console/v1/session` with `{code}` (of a login link) or `{key}` (the admin token, or an admin key with the scope
 * `view`) logs in: 201 with the session, and its cookie. 400: a body that is not as documented; 401: a wrong code or
 * key; 403: a key without the scope, or a request of another site; 429: too many wrong ones.
 */
export function loginRoute({ consoleGate }: SessionHookParts): HttpExtension {
  const onRequest = async (request: Parameters<typeof requireOwnPage>[0]) => requireOwnPage(request);
  return (server) => {
    server.post(path, { onRequest, config: { accepts: login, isLogin: true } }, async (request, reply) => {
      const opened = await consoleGate.logIn(shownIn(checkedBody(login, request)), request.ip);
      leaveSession(request, reply, opened);
      reply.header('Cache-Control', 'no-store');
      return reply.code(201).send(successEnvelope(withoutToken(opened), request.id));
    });
  };
}

/**
 * `GET /console/v1/session` says who is logged in (401: nobody), and `DELETE` logs out: the session ends, wherever its
 * cookie is.
 */
export function sessionRoutes({ sessions, ...hook }: SessionRouteParts): HttpExtension {
  const onRequest = requireSession(hook, 'view');
  return (server) => {
    server.get(path, { onRequest }, async (request) => successEnvelope(sessionOf(request), request.id));
    server.delete(path, { onRequest, config: { action: 'console.logout', isUrgent: true } }, async (request, reply) => {
      const ended = await sessions.end(sessionOf(request).id);
      takeSession(request, reply);
      return successEnvelope(ended, request.id);
    });
  };
}

function shownIn({ code, key = '' }: z.output<typeof login>): Shown {
  return code === undefined ? { key } : { code };
}

function withoutToken({ token: _token, ...session }: OpenedSession): SessionRecord {
  return session;
}
