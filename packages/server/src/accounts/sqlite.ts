import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import { BackgroundSync, type Durability } from './background-sync.ts';
import type { AccountsDialect } from './dialect.ts';
import { SharedSqliteAdapter } from './sqlite-adapter.ts';
import { retryWhileBusy } from './sqlite-busy.ts';
import { RetryingSqliteDriver } from './sqlite-driver.ts';

/** SQLite, in the file `accounts.sqlite` of a directory that is created where it is missing. */
export async function sqliteDialect(directory: string): Promise<AccountsDialect> {
  const { database, durability } = await openSqlite(directory);
  return {
    name: 'sqlite',
    kysely: new SharedSqliteDialect(database, durability),
    addNumberedId: (table, column) => table.addColumn(column, 'integer', (id) => id.primaryKey().autoIncrement()),
    addRowId: (table, column) => table.addColumn(column, 'integer', (id) => id.primaryKey()),
  };
}

/** A connection to the file, and what brings its commits to the disk. */
export interface SqliteConnection {
  readonly database: Database.Database;
  readonly durability: Durability;
}

/** Opens one more connection to the file `accounts.sqlite` of a directory; both parts are to be closed. */
export async function openSqlite(directory: string): Promise<SqliteConnection> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'accounts.sqlite');
  const database = await openFile(path);
  return { database, durability: await openDurability(path) };
}

class SharedSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #durability: Durability;

  constructor(database: Database.Database, durability: Durability) {
    super({ database });
    this.#database = database;
    this.#durability = durability;
  }

  override createAdapter() {
    return new SharedSqliteAdapter();
  }

  override createDriver() {
    return new RetryingSqliteDriver(this.#database, this.#durability);
  }
}

async function openFile(path: string): Promise<Database.Database> {
  const database = new Database(path);
  await retryWhileBusy(() => database.pragma('journal_mode = WAL'));
  // SQLite itself syncs only when it has to for a whole file; commits are synced in the background.
  database.pragma('synchronous = NORMAL');
  // A checkpoint syncs whole files, and in the event loop: at every 32 MiB of log instead of 4.
  database.pragma('wal_autocheckpoint = 8000');
  database.pragma('foreign_keys = ON');
  // The first read opens the write-ahead log, and makes it where there is none.
  await retryWhileBusy(() => database.pragma('schema_version'));
  return database;
}

/** A commit appends to the write-ahead log, which stays the same file for as long as a connection is open. */
async function openDurability(path: string): Promise<Durability> {
  return new BackgroundSync(await open(`${path}-wal`));
}
