import type { AccountsDatabase } from '../../accounts/database.ts';
import { type AdminActor, type AdminScope, adminScopes } from '../admin-keys/admin-keys.ts';
import type { SessionId, SessionRecord } from './console-sessions.ts';

/** A session that is not used for so long ends. */
export const idleMsMax = 12 * 3_600_000;
/** And every session after so long. */
export const lifetimeMsMax = 7 * 86_400_000;

/** A session with the admin key that it is of, null where it is of none. */
interface SessionRow {
  readonly id: string;
  readonly admin_key_id: string | null;
  readonly created_at: number;
  readonly expires_at: number;
  readonly last_used_at: number;
  readonly ended_at: number | null;
  readonly key_name: string | null;
  readonly key_scopes: string | null;
  readonly key_expires_at: number | null;
  readonly key_revoked_at: number | null;
}

export function selectSessions(accounts: AccountsDatabase) {
  return accounts
    .selectFrom('console_session as session')
    .leftJoin('admin_key', 'admin_key.id', 'session.admin_key_id')
    .select(['session.id', 'session.admin_key_id', 'session.created_at', 'session.expires_at'])
    .select(['session.last_used_at', 'session.ended_at'])
    .select(['admin_key.name as key_name', 'admin_key.scopes as key_scopes'])
    .select(['admin_key.expires_at as key_expires_at', 'admin_key.revoked_at as key_revoked_at']);
}

export function toSession(row: SessionRow, now: number): SessionRecord {
  return {
    id: row.id as SessionId,
    actor: (row.admin_key_id ?? 'admin-token') as AdminActor,
    name: row.key_name ?? 'admin token',
    scopes: row.key_scopes === null ? adminScopes : (row.key_scopes.split(',') as AdminScope[]),
    createdAt: row.created_at,
    expiresAt: expiryOf(row),
    lastUsedAt: row.last_used_at,
    endedAt: endOf(row, now),
  };
}

function expiryOf({ expires_at, key_expires_at }: SessionRow): number {
  return Math.min(expires_at, key_expires_at ?? expires_at);
}

/** What was ended is over even where the clock of who ended it is ahead. */
function endOf(row: SessionRow, now: number): number | null {
  const ended = [row.ended_at, row.key_revoked_at].filter((moment) => moment !== null);
  const expired = [expiryOf(row), row.last_used_at + idleMsMax].filter((moment) => moment <= now);
  const moments = [...ended, ...expired];
  return moments.length === 0 ? null : Math.min(...moments);
}
