import type Database from 'libsql';
import type { Durability } from '../../../accounts/background-sync.ts';
import { openSqlite } from '../../../accounts/sqlite.ts';
import { isBusy, retryWhileBusy } from '../../../accounts/sqlite-busy.ts';
import type { Charger, ChargesByKey, Taken } from './charger.ts';

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

  take(wanted: ChargesByKey, credits: number, now: number): Taken | Promise<Taken> {
    this.#durability.requireDisk();
    try {
      return this.#transaction(wanted, credits, now);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    return retryWhileBusy(() => this.#transaction(wanted, credits, now));
  }

  async close(): Promise<void> {
    this.#database.close();
    await this.#durability.close();
  }

  #transaction(wanted: ChargesByKey, credits: number, now: number): Taken {
    this.#statements.begin.run([]);
    try {
      const taken: TakenSoFar = { charges: new Map(), left: new Map(), due: [] };
      for (const [keyId, times] of wanted) this.#takeOf(keyId, times, credits, now, taken);
      this.#statements.commit.run([]);
      this.#durability.committed();
      return taken;
    } catch (error) {
      this.#undo();
      throw error;
    }
  }

  #takeOf(keyId: string, wanted: number, credits: number, now: number, taken: TakenSoFar): void {
    const isWhole = this.#subtract(keyId, wanted * credits, now, taken);
    const times = isWhole ? wanted : this.#subtractRest(keyId, wanted, credits, now, taken);
    if (times === 0) return;
    this.#statements.enter.run([keyId, -times * credits, now]);
    taken.charges.set(keyId, times);
  }

  /** @returns whether the key had so many, and nothing was due. */
  #subtract(keyId: string, credits: number, now: number, taken: TakenSoFar): boolean {
    const row = this.#statements.subtract.get([credits, credits, keyId, credits, now, now]) as Subtracted | undefined;
    if (row?.is_use_old) this.#statements.noteUse.run([now, keyId]);
    if (row === undefined) return false;
    taken.left.set(keyId, row.balance);
    return true;
  }

  /** The write lock is held, so what is read is what is there. @returns how often the key could pay. */
  #subtractRest(keyId: string, wanted: number, credits: number, now: number, taken: TakenSoFar): number {
    const row = this.#statements.balance.get([keyId]) as Balance | undefined;
    if (row === undefined) return 0;
    if (row.due_at !== null && row.due_at <= now) {
      taken.due.push(keyId);
      return 0;
    }
    taken.left.set(keyId, row.balance);
    const times = Math.min(wanted, Math.floor(row.balance / credits));
    return times > 0 && this.#subtract(keyId, times * credits, now, taken) ? times : 0;
  }

  /** A statement that failed stays half run and would bar the next commit: all are made anew, as far as they can be. */
  #undo(): void {
    try {
      this.#statements = prepared(this.#database);
    } finally {
      if (this.#database.inTransaction) this.#database.exec('rollback');
    }
  }
}

interface TakenSoFar {
  readonly charges: Map<string, number>;
  readonly left: Map<string, number>;
  readonly due: string[];
}

interface Subtracted {
  readonly balance: number;
  readonly is_use_old: 0 | 1;
}

interface Balance {
  readonly balance: number;
  readonly due_at: number | null;
}

type Statements = ReturnType<typeof prepared>;

/** When a key was used is kept to the minute, so that a busy key's row is not rewritten with every group. */
function prepared(database: Database.Database) {
  return {
    begin: database.prepare('begin immediate'),
    subtract: database.prepare(`
      update credit_balance set balance = balance - ?, charged = charged + ?
      where key_id = ?
        and (balance >= ? or exists (select 1 from api_key where id = key_id and unlimited = 1))
        and (due_at is null or due_at > ?)
      returning balance, (select coalesce(last_used_at, 0) <= ? - 60000 from api_key where id = key_id) as is_use_old`),
    balance: database.prepare('select balance, due_at from credit_balance where key_id = ?'),
    enter: database.prepare(`insert into credit_entry (key_id, kind, credits, created_at) values (?, 'charge', ?, ?)`),
    noteUse: database.prepare('update api_key set last_used_at = ? where id = ?'),
    commit: database.prepare('commit'),
  };
}
