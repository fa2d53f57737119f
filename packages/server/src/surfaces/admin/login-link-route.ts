import type { FastifyRequest } from 'fastify';
import type { LoginCodes } from '../../access/console-sessions/console-sessions.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { successEnvelope } from '../envelope.ts';
import { originOf } from '../http/origin.ts';
import type { HttpExtension } from '../http/server.ts';
import { type AdminHookParts, operatorOf, requireAdmin } from './admin-hook.ts';

export interface LoginLinkRouteParts extends AdminHookParts {
  readonly loginCodes: LoginCodes;
}

/** A link that logs in to the console once. */
export interface LoginLink {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** @param origin where the server is reached, such as `https://data.example`. */
export function loginUrl(origin: string, code: string): string {
  // What follows # stays in the browser: no log of a server or proxy has it.
  return `${origin}/login#${code}`;
}

/**
 * `POST /admin/v1/login-links` makes a link that logs in once, within ten minutes, as whoever asks for it: the admin
 * token, or an admin key with the scope `view`. 400: a Host header that cannot stand in an address.
 */
export function loginLinkRoute({ loginCodes, ...hook }: LoginLinkRouteParts): HttpExtension {
  return (server) => {
    server.post('/admin/v1/login-links', { onRequest: requireAdmin(hook, 'view') }, async (request, reply) => {
      const origin = requiredOrigin(request);
      const { code, expiresAt } = await loginCodes.create(operatorOf(request).actor);
      const link: LoginLink = { url: loginUrl(origin, code), expiresAt };
      return reply.code(201).send(successEnvelope(link, request.id));
    });
  };
}

function requiredOrigin(request: FastifyRequest): string {
  const origin = originOf(request);
  if (origin !== '') return origin;
  const expected = 'a name or an address, with or without a port';
  throw new ApiError(errors.parameterInvalid, { name: 'Host', expected, given: 'something else' });
}
