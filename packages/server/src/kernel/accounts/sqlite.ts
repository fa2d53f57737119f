import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDialect } from 'kysely';
import Database from 'libsql';
import type { AccountsDialect } from './dialect.ts';
import { SharedSqliteAdapter } from './sqlite-adapter.ts';
import { PatientSqliteDriver } from './sqlite-driver.ts';

/** SQLite, in the file `accounts.sqlite` of a directory that is created where it is missing. */
export function sqliteDialect(directory: string): AccountsDialect {
  return {
    name: 'sqlite',
    kysely: new SharedSqliteDialect({ database: async () => openFile(directory) }),
    addNumberedId: (table, column) => table.addColumn(column, 'integer', (id) => id.primaryKey().autoIncrement()),
  };
}

class SharedSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createAdapter() {
    return new SharedSqliteAdapter();
  }

  override createDriver() {
    return new PatientSqliteDriver(this.#config);
  }
}

function openFile(directory: string): Database.Database {
  mkdirSync(directory, { recursive: true });
  const database = new Database(join(directory, 'accounts.sqlite'));
  // Opening may have to wait for another process to finish recovery; once open, the driver waits without blocking.
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  // FULL: a charge or a revocation that was confirmed outlives a power cut. Charges share a sync as a group.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 0');
  return database;
}
