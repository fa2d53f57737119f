import type { AccountsDatabase } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { Urgently } from '../keys/database-keys.ts';
import type { SessionAdministration, SessionRecord } from './console-sessions.ts';
import { selectSessions, toSession } from './session-rows.ts';

/** Lists and ends the sessions of an accounts database. */
export class DatabaseSessionAdministration implements SessionAdministration {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;
  readonly #urgently: Urgently;

  /** @param urgently does what must be written even to a full disk; default: as anything else. */
  constructor(accounts: AccountsDatabase, clock: Clock, urgently: Urgently = (write) => write()) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#urgently = urgently;
  }

  async list(): Promise<readonly SessionRecord[]> {
    const newestFirst = selectSessions(this.#accounts).orderBy('session.created_at', 'desc').orderBy('session.id');
    const now = this.#clock.now();
    return (await newestFirst.execute()).map((row) => toSession(row, now));
  }

  async end(id: string): Promise<SessionRecord> {
    const now = this.#clock.now();
    const ending = this.#accounts
      .updateTable('console_session')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null);
    await this.#urgently(() => ending.execute());
    const row = await selectSessions(this.#accounts).where('session.id', '=', id).executeTakeFirst();
    if (!row) throw new ApiError(errors.resourceUnknown, { kind: 'session', id });
    return toSession(row, now);
  }
}
