import { type AdminGate, createAdminGate } from '../access/admin-keys/admin-gate.ts';
import { type ConsoleGate, createConsoleGate } from '../access/console-sessions/console-gate.ts';
import type { LoginCodes } from '../access/console-sessions/console-sessions.ts';
import { DatabaseLoginCodes } from '../access/console-sessions/database-login-codes.ts';
import { DatabaseSessions } from '../access/console-sessions/database-sessions.ts';
import { KnownKeys } from '../access/keys/known-keys.ts';
import type { FailedAttempts } from '../access/rates/failed-attempts.ts';
import { adminTokenOf } from './admin-token.ts';
import type { Vitrine } from './vitrine.ts';

/** Who administers the server, and who looks at it in the console. */
export interface OperatorAccess {
  readonly adminGate: AdminGate;
  readonly consoleGate: ConsoleGate;
  readonly loginCodes: LoginCodes;
}

/**
 * @param newAttempts counts what operators show that is wrong: keys, and cookies. Keys of callers are counted apart as well, so
 * that none of them shuts the others out.
 * @throws StartError when the admin token is none
 */
export async function openOperatorAccess(vitrine: Vitrine, newAttempts: () => FailedAttempts): Promise<OperatorAccess> {
  const { accounts, adminKeys, audit, clock, config, paths } = vitrine;
  const attempts = newAttempts();
  const adminToken = adminTokenOf(config, paths);
  const adminGate = createAdminGate({ adminToken, adminKeys, attempts, known: await KnownKeys.ofAdmins(accounts) });
  const loginCodes = new DatabaseLoginCodes(accounts, clock, adminToken);
  const consoleGate = createConsoleGate({
    adminGate,
    sessions: new DatabaseSessions(accounts, clock, adminToken),
    loginCodes,
    attempts,
    cookieAttempts: newAttempts(),
    known: await KnownKeys.ofSessions(accounts),
    audit,
  });
  return { adminGate, consoleGate, loginCodes };
}
