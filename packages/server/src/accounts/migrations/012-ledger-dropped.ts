import type { Kysely, Migration } from 'kysely';

/** Up to where charges are dropped; `../ledger-tables.ts` says what the column means. */
export const ledgerDroppedMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('credit_checkpoint')
      .addColumn('dropped_through', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
