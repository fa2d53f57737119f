import type { Kysely, Migration } from 'kysely';

/** Requests that may be sent twice; `../idempotency-tables.ts` says what the columns mean. */
export const idempotencyMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('idempotent_request')
      .addColumn('id_hash', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('begun_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('response', 'text')
      .execute();
    await db.schema.createIndex('idempotent_request_by_end').on('idempotent_request').column('expires_at').execute();
  },
};
