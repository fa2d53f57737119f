import { type Kysely, type Migration, sql } from 'kysely';

/**
 * What charges come to by key and day, and up to where the ledger is summed; `../ledger-tables.ts` says what the
 * columns mean.
 */
export const ledgerDaysMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('credit_day')
      .addColumn('key_id', 'text', (column) => column.notNull().references('api_key.id'))
      .addColumn('day', 'bigint', (column) => column.notNull())
      .addColumn('credits', 'bigint', (column) => column.notNull())
      .addColumn('dropped', 'bigint', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('credit_day_key', ['key_id', 'day'])
      .execute();
    await db.schema
      .createTable('credit_checkpoint')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('through', 'bigint', (column) => column.notNull())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .execute();
    await sql`insert into credit_checkpoint (id, through, seen, seen_at) values (1, 0, 0, 0)`.execute(db);
  },
};
