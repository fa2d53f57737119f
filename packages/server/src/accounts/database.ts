import { Kysely, Migrator, type Transaction } from 'kysely';
import type { AccountsDialect } from './dialect.ts';
import { accountsMigration } from './migrations/001-accounts.ts';
import { keyRulesMigration } from './migrations/002-key-rules.ts';
import { auditMigration } from './migrations/003-audit.ts';
import { creditsMigration } from './migrations/004-credits.ts';
import { erasureMigration } from './migrations/005-erasure.ts';
import { mediaMigration } from './migrations/006-media.ts';
import { erasureEndMigration } from './migrations/007-erasure-end.ts';
import { idempotencyMigration } from './migrations/008-idempotency.ts';
import { withdrawalMigration } from './migrations/009-withdrawal.ts';
import { ledgerDaysMigration } from './migrations/010-ledger-days.ts';
import { adminKeysMigration } from './migrations/011-admin-keys.ts';
import { ledgerDroppedMigration } from './migrations/012-ledger-dropped.ts';
import { idempotencyDoneMigration } from './migrations/013-idempotency-done.ts';
import { listNamesMigration } from './migrations/014-list-names.ts';
import { estimateFitsMigration } from './migrations/015-estimate-fits.ts';
import { consoleMigration } from './migrations/016-console.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { AccountsTables } from './tables.ts';

/** The open accounts database; `destroy()` closes it. */
export type AccountsDatabase = Kysely<AccountsTables>;

/** What is done first in the transaction of a change. If it throws, the change is not made. */
export type WithinTransaction = (transaction: Transaction<AccountsTables>) => Promise<void>;

export interface AccountsLocation {
  /** A `postgres://` URL; absent: SQLite in the directory. */
  readonly databaseUrl?: string | undefined;
  /** Where SQLite keeps `accounts.sqlite`. */
  readonly directory: string;
}

/**
 * Opens the accounts database and brings its schema up to date.
 *
 * @throws what the database reports when it cannot be reached or migrated; nothing stays open then.
 */
export async function openAccounts(location: AccountsLocation): Promise<AccountsDatabase> {
  const dialect = await dialectFor(location);
  const accounts = new Kysely<AccountsTables>({ dialect: dialect.kysely });
  try {
    await migrate(accounts, dialect);
  } catch (error) {
    await accounts.destroy();
    throw error;
  }
  return accounts;
}

async function migrate(accounts: AccountsDatabase, dialect: AccountsDialect): Promise<void> {
  const migrations = {
    '001-accounts': accountsMigration(dialect.addNumberedId),
    '002-key-rules': keyRulesMigration,
    '003-audit': auditMigration(dialect.addNumberedId),
    '004-credits': creditsMigration(dialect.addRowId),
    '005-erasure': erasureMigration,
    '006-media': mediaMigration,
    '007-erasure-end': erasureEndMigration,
    '008-idempotency': idempotencyMigration,
    '009-withdrawal': withdrawalMigration,
    '010-ledger-days': ledgerDaysMigration,
    '011-admin-keys': adminKeysMigration,
    '012-ledger-dropped': ledgerDroppedMigration,
    '013-idempotency-done': idempotencyDoneMigration,
    '014-list-names': listNamesMigration,
    '015-estimate-fits': estimateFitsMigration(dialect.addNumberedId),
    '016-console': consoleMigration,
  };
  const migrator = new Migrator({ db: accounts, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

function dialectFor({ databaseUrl, directory }: AccountsLocation): Promise<AccountsDialect> {
  return databaseUrl ? postgresDialect(databaseUrl) : sqliteDialect(directory);
}
