import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { AccountsDialect } from './dialect.ts';
import { SharedSqliteAdapter } from './sqlite-adapter.ts';
import { type Durability, PatientSqliteDriver } from './sqlite-driver.ts';
import { patiently } from './sqlite-patience.ts';

/** SQLite, in the file `accounts.sqlite` of a directory that is created where it is missing. */
export async function sqliteDialect(directory: string): Promise<AccountsDialect> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'accounts.sqlite');
  const database = await openFile(path);
  const durability = await openDurability(path);
  return {
    name: 'sqlite',
    kysely: new SharedSqliteDialect(database, durability),
    addNumberedId: (table, column) => table.addColumn(column, 'integer', (id) => id.primaryKey().autoIncrement()),
  };
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
    return new PatientSqliteDriver(this.#database, this.#durability);
  }
}

async function openFile(path: string): Promise<Database.Database> {
  const database = new Database(path);
  await patiently(() => database.pragma('journal_mode = WAL'));
  // SQLite itself syncs only when it has to for a whole file; the driver syncs each commit, off the event loop.
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  // The first read opens the write-ahead log, and makes it where there is none.
  await patiently(() => database.pragma('schema_version'));
  return database;
}

/** A commit appends to the write-ahead log, which stays the same file for as long as a connection is open. */
async function openDurability(path: string): Promise<Durability> {
  const log = await open(`${path}-wal`);
  return { sync: () => log.datasync(), close: () => log.close() };
}
