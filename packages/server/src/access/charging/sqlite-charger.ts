import type Database from 'libsql';
import type { Durability } from '../../kernel/accounts/background-sync.ts';
import { openSqlite } from '../../kernel/accounts/sqlite.ts';
import { isBusy, patiently } from '../../kernel/accounts/sqlite-patience.ts';
import type { Charger, CreditsByKey } from './charger.ts';

/** Charges in SQLite, over a connection of its own. */
export async function openSqliteCharger(directory: string): Promise<Charger> {
  const { database, durability } = await openSqlite(directory);
  return new SqliteCharger(database, durability);
}

/**
 * One transaction is one piece of work without a pause: nothing else in the process can come in between, and there is
 * nothing to wait for, since the disk is written in the background.
 */
class SqliteCharger implements Charger {
  readonly #database: Database.Database;
  readonly #durability: Durability;
  #statements: Statements;

  constructor(database: Database.Database, durability: Durability) {
    this.#database = database;
    this.#durability = durability;
    this.#statements = prepared(database);
  }

  take(wanted: CreditsByKey, now: number): CreditsByKey | Promise<CreditsByKey> {
    this.#durability.requireDisk();
    try {
      return this.#transaction(wanted, now);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    return patiently(() => this.#transaction(wanted, now));
  }

  async close(): Promise<void> {
    this.#database.close();
    await this.#durability.close();
  }

  #transaction(wanted: CreditsByKey, now: number): CreditsByKey {
    this.#statements.begin.run([]);
    try {
      const taken = new Map<string, number>();
      for (const [keyId, credits] of wanted) taken.set(keyId, this.#takeOf(keyId, credits, now));
      this.#statements.commit.run([]);
      this.#durability.committed();
      return taken;
    } catch (error) {
      this.#undo();
      throw error;
    }
  }

  #takeOf(keyId: string, wanted: number, now: number): number {
    const credits = this.#subtractWhole(keyId, wanted, now) ? wanted : this.#subtractRest(keyId, wanted, now);
    if (credits > 0) this.#statements.enter.run([keyId, -credits, now]);
    return credits;
  }

  #subtractWhole(keyId: string, credits: number, now: number): boolean {
    const row = this.#statements.subtract.get([credits, keyId, credits, now]) as Subtracted | undefined;
    if (row?.is_use_old) this.#statements.noteUse.run([now, keyId]);
    return row !== undefined;
  }

  /** The write lock is held, so what is read is what is there. */
  #subtractRest(keyId: string, wanted: number, now: number): number {
    const row = this.#statements.balance.get([keyId]) as { readonly balance: number } | undefined;
    const rest = Math.min(wanted, row?.balance ?? 0);
    return rest > 0 && this.#subtractWhole(keyId, rest, now) ? rest : 0;
  }

  /** A statement that failed stays half run and would bar the next commit: all are made anew. */
  #undo(): void {
    this.#statements = prepared(this.#database);
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
}

interface Subtracted {
  readonly is_use_old: 0 | 1;
}

type Statements = ReturnType<typeof prepared>;

/** When a key was used is kept to the minute, so that a busy key's row is not rewritten with every group. */
function prepared(database: Database.Database) {
  return {
    begin: database.prepare('begin immediate'),
    subtract: database.prepare(`
      update credit_balance set balance = balance - ?
      where key_id = ?
        and (balance >= ? or exists (select 1 from api_key where id = key_id and unlimited = 1))
      returning (select coalesce(last_used_at, 0) <= ? - 60000 from api_key where id = key_id) as is_use_old`),
    balance: database.prepare('select balance from credit_balance where key_id = ?'),
    enter: database.prepare(`insert into credit_entry (key_id, kind, credits, created_at) values (?, 'charge', ?, ?)`),
    noteUse: database.prepare('update api_key set last_used_at = ? where id = ?'),
    commit: database.prepare('commit'),
  };
}
