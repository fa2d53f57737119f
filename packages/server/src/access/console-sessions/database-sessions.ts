import type { AccountsDatabase } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AdminActor } from '../admin-keys/admin-keys.ts';
import { hashOf, newKeyId } from '../keys/key-format.ts';
import { isSecret, newSecret, proofOf, storedOwner } from './console-secrets.ts';
import type { ConsoleSessions, OpenedSession, SessionRecord } from './console-sessions.ts';
import { lifetimeMsMax, selectSessions, toSession } from './session-rows.ts';

const usedMsPrecision = 60_000;
/** How long a session is listed that is over. */
const keptMs = 30 * 86_400_000;

/** Sessions in the accounts database; of their tokens only hashes are stored. */
export class DatabaseSessions implements ConsoleSessions {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;
  readonly #adminToken: string;

  /** @param adminToken sessions opened with another one are unknown. */
  constructor(accounts: AccountsDatabase, clock: Clock, adminToken: string) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#adminToken = adminToken;
  }

  async open(actor: AdminActor): Promise<OpenedSession> {
    const now = this.#clock.now();
    const [id, token] = [newKeyId('ses'), newSecret('session')];
    const times = { created_at: now, last_used_at: now, expires_at: now + lifetimeMsMax };
    await this.#forgetOver(now);
    await this.#accounts
      .insertInto('console_session')
      .values({ id, token_hash: hashOf(token), ...storedOwner(actor, token, this.#adminToken), ...times })
      .execute();
    const row = await selectSessions(this.#accounts).where('session.id', '=', id).executeTakeFirstOrThrow();
    return { ...toSession(row, now), token };
  }

  async find(token: string): Promise<SessionRecord | undefined> {
    if (!isSecret(token)) return undefined;
    const proof = proofOf(token, this.#adminToken);
    const row = await selectSessions(this.#accounts)
      .where('session.token_hash', '=', hashOf(token))
      .where(({ eb, or }) =>
        or([eb('session.admin_key_id', 'is not', null), eb('session.admin_token_proof', '=', proof)]),
      )
      .executeTakeFirst();
    return row && toSession(row, this.#clock.now());
  }

  /** Writes at most once a minute a session. */
  async noteUse({ id, lastUsedAt }: SessionRecord): Promise<void> {
    const now = this.#clock.now();
    if (Math.abs(now - lastUsedAt) < usedMsPrecision) return;
    await this.#accounts.updateTable('console_session').set({ last_used_at: now }).where('id', '=', id).execute();
  }

  async #forgetOver(now: number): Promise<void> {
    await this.#accounts
      .deleteFrom('console_session')
      .where(({ eb, or }) => or([eb('expires_at', '<', now - keptMs), eb('ended_at', '<', now - keptMs)]))
      .execute();
  }
}
