import { type Kysely, type Migration, sql } from 'kysely';

/** When the erasure of a person was complete; those from before this column count as complete. */
export const erasureEndMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('erased_person').addColumn('finished_at', 'bigint').execute();
    await sql`UPDATE erased_person SET finished_at = erased_at`.execute(db);
  },
};
