import { Kysely, Migrator, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../src/access/credits/ledger/ledger-check.ts';
import { type AccountsLocation, openAccounts } from '../../src/accounts/database.ts';
import { accountsMigration } from '../../src/accounts/migrations/001-accounts.ts';
import { postgresDialect } from '../../src/accounts/postgres.ts';
import { sqliteDialect } from '../../src/accounts/sqlite.ts';
import { engines } from './databases.ts';

describe.each(engines)('a ledger from before there were refunds on $title', ({ absent, newLocation }) => {
  it.skipIf(absent)('is kept, and its charges are counted', async () => {
    const place = await newLocation();
    await writeBefore(place.location);
    const accounts = await openAccounts(place.location);
    const entries = await accounts
      .selectFrom('credit_entry')
      .select(['kind', 'credits', 'note'])
      .orderBy('id')
      .execute();
    const row = await accounts.selectFrom('credit_balance').selectAll().executeTakeFirst();
    const { differences } = await checkLedger(accounts);
    await accounts.destroy();
    await place.remove();
    expect(entries).toEqual([
      { kind: 'grant', credits: 10, note: 'created with' },
      { kind: 'charge', credits: -3, note: '' },
      { kind: 'charge', credits: -1, note: '' },
    ]);
    expect(row).toEqual({ key_id: 'key_1', balance: 6, charged: 4, refunded: 0, settled: 4, due_at: null });
    expect(differences).toEqual([]);
  });
});

/** A database as the first migration alone leaves it, with a key that was charged. */
async function writeBefore({ directory, databaseUrl }: AccountsLocation): Promise<void> {
  const dialect = await (databaseUrl ? postgresDialect(databaseUrl) : sqliteDialect(directory));
  const database = new Kysely<unknown>({ dialect: dialect.kysely });
  const migrations = { '001-accounts': accountsMigration(dialect.addNumberedId) };
  await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  await sql`insert into api_key (id, key_hash, key_hint, name, unlimited, created_at)
    values ('key_1', 'hash', 'hint', 'before', 0, 1)`.execute(database);
  await sql`insert into credit_balance (key_id, balance) values ('key_1', 6)`.execute(database);
  await sql`insert into credit_entry (key_id, kind, credits, created_at, note)
    values ('key_1', 'grant', 10, 1, 'created with'), ('key_1', 'charge', -3, 2, ''), ('key_1', 'charge', -1, 3, '')`.execute(
    database,
  );
  await database.destroy();
}
