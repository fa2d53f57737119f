import { type Kysely, type Migration, sql } from 'kysely';

/** Erased persons; `../erasure-tables.ts` says what the columns mean. */
export const erasureMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('erasure_key')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('key', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('erased_person')
      .addColumn('person', 'text', (column) => column.primaryKey())
      .addColumn('erased_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
