import type { Kysely, Migration } from 'kysely';

/** Who is logged in to the console; `../console-tables.ts` says what the columns mean. */
export const consoleMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('console_session')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('admin_key_id', 'text')
      .addColumn('admin_token_proof', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('last_used_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .execute();
    await db.schema
      .createTable('login_code')
      .addColumn('code_hash', 'text', (column) => column.primaryKey())
      .addColumn('admin_key_id', 'text')
      .addColumn('admin_token_proof', 'text')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
