import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Batches that can be withdrawn, and versions that know what they may hold of them; `../tables.ts` says what the
 * columns mean.
 */
export const withdrawalMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('ingest_batch')
      .addColumn('withdrawal', 'text', (column) =>
        column.check(sql`withdrawal in ('withdrawing', 'withdrawn', 'restoring')`),
      )
      .execute();
    await db.schema.alterTable('ingest_batch').addColumn('withdrawn_at', 'bigint').execute();
    await db.schema.alterTable('ingest_batch').addColumn('withdrawn_reason', 'text').execute();
    await db.schema.alterTable('dataset_version').addColumn('batches_below', 'bigint').execute();
    await db.schema
      .alterTable('dataset_version')
      .addColumn('outdated', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
