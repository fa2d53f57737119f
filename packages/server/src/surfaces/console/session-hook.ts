import type { FastifyRequest } from 'fastify';
import type { ConsoleGate } from '../../access/console-sessions/console-gate.ts';
import type { ConsoleScope, SessionRecord } from '../../access/console-sessions/console-sessions.ts';
import { requireOwnPage } from './own-page.ts';
import { sessionTokenOf } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of whom asks, once they were let in. */
    consoleSession?: SessionRecord;
  }
}

export interface SessionHookParts {
  readonly consoleGate: ConsoleGate;
}

/**
 * Lets only people pass who are logged in to the console. Use it `onRequest`, before anything of the body is read; who
 * was let in is `request.consoleSession`, and `request.operator` for the audit log.
 *
 * @param scope what their admin key needs for it.
 */
export function requireSession(
  { consoleGate }: SessionHookParts,
  scope: ConsoleScope,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    requireOwnPage(request);
    const { ip: address } = request;
    const admit = () => consoleGate.admit({ token: sessionTokenOf(request), address, scope });
    const session = await admit();
    request.consoleSession = session;
    request.operator = { actor: session.actor, origin: address };
    request.confirmOperator = async () => void (await admit());
  };
}

/** @throws TypeError where the route lets everybody in */
export function sessionOf({ consoleSession }: FastifyRequest): SessionRecord {
  if (consoleSession === undefined) throw new TypeError('nobody was let in yet');
  return consoleSession;
}
