import { ApiError, errors } from '../../kernel/errors.ts';
import { isoOf } from '../../kernel/field-checks.ts';
import { type AdminGate, requireScope } from '../admin-keys/admin-gate.ts';
import type { AdminActor } from '../admin-keys/admin-keys.ts';
import { type AuditLog, recorded } from '../audit/audit-log.ts';
import type { KnownKeys } from '../keys/known-keys.ts';
import type { FailedAttempts } from '../rates/failed-attempts.ts';
import type { ConsoleScope, ConsoleSessions, LoginCodes, OpenedSession, SessionRecord } from './console-sessions.ts';

/** A request to a route of the console. */
export interface ConsoleRequest {
  /** Of its cookie; undefined: it has none. */
  readonly token: string | undefined;
  /** Where it came from. */
  readonly address: string;
  readonly scope: ConsoleScope;
}

/** What somebody logs in with: a login code, or the admin token or an admin key. */
export type Shown = { readonly code: string } | { readonly key: string };

/** Who may use the console: whoever logged in. */
export interface ConsoleGate {
  /**
   * Lets whoever is logged in do what their admin key may do now. Unknown tokens count as failed attempts, apart
   * from wrong keys.
   *
   * @throws ApiError 401 session-missing, session-ended; 403 admin-scope-missing; 429 attempts-exceeded
   */
  admit(request: ConsoleRequest): Promise<SessionRecord>;
  /**
   * Opens a session, and records that in the audit log. A key needs the scope `view`.
   *
   * @throws ApiError 401 login-code-invalid, admin-token-invalid, admin-key-ended; 403 admin-scope-missing; 429
   * attempts-exceeded
   */
  logIn(shown: Shown, address: string): Promise<OpenedSession>;
}

export interface ConsoleGateParts {
  readonly adminGate: AdminGate;
  readonly sessions: ConsoleSessions;
  readonly loginCodes: LoginCodes;
  /** Those of the admin gate: one counter for whatever an operator may show. */
  readonly attempts: FailedAttempts;
  /** Cookies of no session, counted apart: those of sessions long gone must not keep anybody from logging in. */
  readonly cookieAttempts: FailedAttempts;
  /** Tokens of sessions that were opened before. */
  readonly known: KnownKeys;
  readonly audit: AuditLog;
}

export function createConsoleGate(parts: ConsoleGateParts): ConsoleGate {
  const { audit, known, sessions } = parts;
  return {
    async admit({ token, address, scope }) {
      const session = await foundSession(parts, token, address);
      requireOpen(session);
      requireScope(session, scope);
      // Who cannot write to a full disk must still be let in, to mend it.
      await sessions.noteUse(session).catch(() => {});
      return session;
    },
    async logIn(shown, address) {
      const actor = await shownBy(parts, shown, address);
      const change = { actor, origin: address, action: 'console.login', request: {} };
      const opened = await recorded(audit, change, () => sessions.open(actor), { ofResult: ({ id }) => ({ id }) });
      known.add(opened.token);
      return opened;
    },
  };
}

async function foundSession(
  { cookieAttempts, known, sessions }: ConsoleGateParts,
  token: string | undefined,
  address: string,
): Promise<SessionRecord> {
  // Who shows nothing tries out nothing.
  if (token === undefined || token === '') throw new ApiError(errors.sessionMissing, { given: 'none' });
  if (!known.has(token)) await cookieAttempts.check(address);
  const session = await sessions.find(token);
  if (session === undefined) {
    await cookieAttempts.count(address);
    throw new ApiError(errors.sessionMissing, { given: 'one that is unknown' });
  }
  known.add(token);
  return session;
}

async function shownBy(
  { adminGate, attempts, loginCodes }: ConsoleGateParts,
  shown: Shown,
  address: string,
): Promise<AdminActor> {
  if ('key' in shown) return adminGate.admit(shown.key, address, 'view');
  await attempts.check(address);
  const actor = await loginCodes.redeem(shown.code);
  if (actor !== undefined) return actor;
  await attempts.count(address);
  throw new ApiError(errors.loginCodeInvalid, {});
}

function requireOpen({ id, endedAt }: SessionRecord): void {
  if (endedAt !== null) throw new ApiError(errors.sessionEnded, { sessionId: id, moment: isoOf(endedAt) });
}
