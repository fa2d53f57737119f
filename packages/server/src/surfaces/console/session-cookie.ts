import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenedSession } from '../../access/console-sessions/console-sessions.ts';
import { basePathOf } from '../http/base-path.ts';

/** Everything of the console that wants a session is below it, and browsers send the cookie nowhere else. */
const cookiePath = '/console';

/** The token in a request's cookie; undefined: it has none. */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[cookieNameOf(request)];
}

/** Leaves the token with the browser, out of reach of scripts and of other sites, until the session ends. */
export function leaveSession(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession): void {
  const { createdAt, expiresAt, token } = opened;
  setCookie(request, reply, token, Math.max(0, Math.floor((expiresAt - createdAt) / 1_000)));
}

export function takeSession(request: FastifyRequest, reply: FastifyReply): void {
  setCookie(request, reply, '', 0);
}

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, maxAge: number): void {
  const secure = request.protocol === 'https';
  const path = basePathOf(request) + cookiePath;
  const kept = { path, httpOnly: true, sameSite: 'strict', secure, maxAge } as const;
  reply.header('Set-Cookie', stringifySetCookie(cookieNameOf(request), value, kept));
}

/** Browsers send cookies to every port of a host: two servers on one machine must not take each other's. */
function cookieNameOf({ host }: FastifyRequest): string {
  const port = /:(\d{1,5})$/.exec(host)?.[1];
  return port === undefined ? 'vitrine_session' : `vitrine_session_${port}`;
}
