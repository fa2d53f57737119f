import type { Kysely, Migration } from 'kysely';

/** Keys of the admin API; `../admin-key-tables.ts` says what the columns mean. */
export const adminKeysMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('admin_key')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('key_hash', 'text', (column) => column.notNull().unique())
      .addColumn('key_hint', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .addColumn('last_used_at', 'bigint')
      .execute();
  },
};
