import type { AccountsDatabase } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { masked } from '../../kernel/secrets.ts';
import type { AuditEntry, AuditLog, AuditQuestion, Operator } from './audit-log.ts';

/** The audit log of the accounts database. */
export function databaseAuditLog(accounts: AccountsDatabase, clock: Clock): AuditLog {
  return {
    begin: async ({ actor, origin, action, request, at = clock.now() }) => {
      const { id } = await accounts
        .insertInto('audit_change')
        .values({ at, actor, origin, action, request: textOf(request) })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    end: async (id, outcome, detail) => {
      const values = { change_id: id, at: clock.now(), outcome, detail: textOf(detail) };
      await accounts.insertInto('audit_outcome').values(values).execute();
    },
    list: (question) => list(accounts, question),
  };
}

/** Somebody may give a key the name of another one. */
function textOf(told: object): string {
  return masked(JSON.stringify(told));
}

async function list(accounts: AccountsDatabase, question: AuditQuestion): Promise<readonly AuditEntry[]> {
  const { limit = 100, before = Number.MAX_SAFE_INTEGER } = question;
  const rows = await accounts
    .selectFrom('audit_change as change')
    .leftJoin('audit_outcome as end', 'end.change_id', 'change.id')
    .leftJoin('admin_key', 'admin_key.id', 'change.actor')
    .select(['change.id', 'change.at', 'change.actor', 'change.origin', 'change.action', 'change.request'])
    .select('admin_key.name as actorName')
    .select(['end.outcome', 'end.at as endedAt', 'end.detail'])
    .where('change.id', '<', before)
    .orderBy('change.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ actor, request, detail, ...row }) => ({
    ...row,
    actor: actor as Operator['actor'],
    request: JSON.parse(request),
    detail: JSON.parse(detail ?? '{}'),
  }));
}
