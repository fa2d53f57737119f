import { type Kysely, type Migration, sql } from 'kysely';
import type { AddNumberedId } from '../dialect.ts';

/** The first schema; `../tables.ts` says what the columns mean. */
export function accountsMigration(addNumberedId: AddNumberedId): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await createApiKey(db);
      await createCreditEntry(db, addNumberedId);
      await createCreditBalance(db);
      await createDatasetVersion(db, addNumberedId);
      await createDatasetPointer(db);
      await createIngestBatch(db, addNumberedId);
    },
  };
}

async function createApiKey(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('api_key')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('key_hint', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('qps', 'integer')
    .addColumn('unlimited', 'integer', (column) => column.notNull().check(sql`unlimited in (0, 1)`))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('last_used_at', 'bigint')
    .execute();
}

async function createCreditEntry(db: Kysely<unknown>, addNumberedId: AddNumberedId): Promise<void> {
  await addNumberedId(db.schema.createTable('credit_entry'), 'id')
    .addColumn('key_id', 'text', (column) => column.notNull().references('api_key.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('grant', 'charge')`))
    .addColumn('credits', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema.createIndex('credit_entry_by_key').on('credit_entry').columns(['key_id', 'created_at']).execute();
}

async function createCreditBalance(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('credit_balance')
    .addColumn('key_id', 'text', (column) => column.primaryKey().references('api_key.id'))
    .addColumn('balance', 'bigint', (column) => column.notNull())
    .execute();
}

async function createDatasetVersion(db: Kysely<unknown>, addNumberedId: AddNumberedId): Promise<void> {
  await addNumberedId(db.schema.createTable('dataset_version'), 'version')
    .addColumn('as_of', 'text', (column) => column.notNull())
    .addColumn('lineage', 'bigint', (column) => column.notNull())
    .addColumn('watermark', 'bigint', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('building', 'ready', 'failed', 'dropped')`),
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('report', 'text')
    .execute();
}

async function createDatasetPointer(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dataset_pointer')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('version', 'bigint', (column) => column.notNull().references('dataset_version.version'))
    .execute();
}

async function createIngestBatch(db: Kysely<unknown>, addNumberedId: AddNumberedId): Promise<void> {
  await addNumberedId(db.schema.createTable('ingest_batch'), 'id')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('open', 'done', 'failed')`))
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('heartbeat_at', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('report', 'text')
    .execute();
}
