import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { AccountsDialect } from './dialect.ts';
import { SharedSqliteAdapter } from './sqlite-adapter.ts';
import { PatientSqliteDriver } from './sqlite-driver.ts';
import { patiently } from './sqlite-patience.ts';

/** SQLite, in the file `accounts.sqlite` of a directory that is created where it is missing. */
export async function sqliteDialect(directory: string): Promise<AccountsDialect> {
  return {
    name: 'sqlite',
    kysely: new SharedSqliteDialect(await openFile(directory)),
    addNumberedId: (table, column) => table.addColumn(column, 'integer', (id) => id.primaryKey().autoIncrement()),
  };
}

class SharedSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database });
    this.#database = database;
  }

  override createAdapter() {
    return new SharedSqliteAdapter();
  }

  override createDriver() {
    return new PatientSqliteDriver(this.#database);
  }
}

async function openFile(directory: string): Promise<Database.Database> {
  mkdirSync(directory, { recursive: true });
  const database = new Database(join(directory, 'accounts.sqlite'));
  await patiently(() => database.pragma('journal_mode = WAL'));
  // FULL: a charge or a revocation that was confirmed outlives a power cut. Charges share a sync as a group.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return database;
}
