import { type Kysely, type Migration, sql } from 'kysely';

/** What addresses of images are signed with; `../media-tables.ts` says what the columns mean. */
export const mediaMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('media_key')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('key', 'text', (column) => column.notNull())
      .execute();
  },
};
