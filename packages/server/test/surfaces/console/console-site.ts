import { fastify, type InjectOptions } from 'fastify';
import { createAdminGate } from '../../../src/access/admin-keys/admin-gate.ts';
import { DatabaseAdminKeys } from '../../../src/access/admin-keys/database-admin-keys.ts';
import { databaseAuditLog } from '../../../src/access/audit/database-audit-log.ts';
import { createConsoleGate } from '../../../src/access/console-sessions/console-gate.ts';
import { DatabaseLoginCodes } from '../../../src/access/console-sessions/database-login-codes.ts';
import { DatabaseSessionAdministration } from '../../../src/access/console-sessions/database-session-administration.ts';
import { DatabaseSessions } from '../../../src/access/console-sessions/database-sessions.ts';
import { KnownKeys } from '../../../src/access/keys/known-keys.ts';
import { memoryAttempts } from '../../../src/access/rates/failed-attempts.ts';
import type { AccountsDatabase } from '../../../src/accounts/database.ts';
import { confirmOperators } from '../../../src/surfaces/admin/admin-hook.ts';
import { recordChanges } from '../../../src/surfaces/admin/audit-hook.ts';
import { loginLinkRoute } from '../../../src/surfaces/admin/login-link-route.ts';
import { sessionAdminRoutes } from '../../../src/surfaces/admin/session-admin-routes.ts';
import { consoleRoutes } from '../../../src/surfaces/console/console-routes.ts';
import { requireSession } from '../../../src/surfaces/console/session-hook.ts';
import { successEnvelope } from '../../../src/surfaces/envelope.ts';
import { handleErrors } from '../../../src/surfaces/http/error-handling.ts';
import type { HttpExtension } from '../../../src/surfaces/http/server.ts';

export const adminToken = 'a-token-that-nobody-guesses';
export const attemptsPerMinute = 3;

/** The console's routes on an accounts database, at a time that the test sets, without anything to look at. */
export async function consoleSite(accounts: AccountsDatabase, clock: { readonly now: () => number }) {
  const keys = new DatabaseAdminKeys(accounts, clock);
  const audit = databaseAuditLog(accounts, clock);
  const newAttempts = () => memoryAttempts({ perMinute: attemptsPerMinute });
  const [attempts, cookieAttempts] = [newAttempts(), newAttempts()];
  const adminGate = createAdminGate({ adminToken, adminKeys: keys, attempts, known: new KnownKeys(), clock });
  const loginCodes = new DatabaseLoginCodes(accounts, clock, adminToken);
  const store = new DatabaseSessions(accounts, clock, adminToken);
  const known = new KnownKeys();
  const consoleGate = createConsoleGate({
    adminGate,
    sessions: store,
    loginCodes,
    attempts,
    cookieAttempts,
    known,
    audit,
  });
  const sessions = new DatabaseSessionAdministration(accounts, clock);
  const operating: HttpExtension = (server) => {
    confirmOperators(server);
    recordChanges(server, audit);
    server.post('/console/v1/probe', { onRequest: requireSession({ consoleGate }, 'operate') }, async (request) =>
      successEnvelope({ id: 'key_probe' }, request.id),
    );
  };
  const server = fastify({ trustProxy: true });
  handleErrors(server);
  const extensions = [
    ...consoleRoutes({ consoleGate, sessions, audit }),
    loginLinkRoute({ adminGate, loginCodes }),
    sessionAdminRoutes({ adminGate, sessions }),
    operating,
  ];
  for (const extend of extensions) server.register(async (scope) => extend(scope));
  await server.ready();
  return { server, keys, audit, sessions, loginCodes };
}

export type ConsoleSite = Awaited<ReturnType<typeof consoleSite>>;

/** What a page of the console sends with a change. */
export const fromConsole = { 'x-vitrine-console': '1', 'sec-fetch-site': 'same-origin' };

/** Logs in. @returns the header by which the browser shows the session from then on */
export async function loggedIn({ server }: ConsoleSite, shown: object): Promise<{ readonly cookie: string }> {
  const answer = await server.inject(login(shown));
  const cookie = String(answer.headers['set-cookie']).split(';', 1)[0];
  if (answer.statusCode !== 201 || cookie === undefined) throw new Error(answer.body);
  return { cookie };
}

export function login(payload: object, headers: Readonly<Record<string, string>> = fromConsole): InjectOptions {
  return { method: 'POST', url: '/console/v1/session', payload, headers };
}
