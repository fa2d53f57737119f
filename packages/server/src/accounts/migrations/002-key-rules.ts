import { type ColumnDefinitionBuilder, type Kysely, type Migration, sql } from 'kysely';

/** Who has a key, what it may call, how often and from when to when; and what it was before it was rotated. */
export const keyRulesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await addToApiKey(db, 'owner', 'text', (column) => column.notNull().defaultTo(''));
    await addToApiKey(db, 'test', 'integer', (column) => column.notNull().defaultTo(0).check(sql`test in (0, 1)`));
    await addToApiKey(db, 'scopes', 'text');
    await addToApiKey(db, 'burst', 'integer', (column) => column.notNull().defaultTo(0));
    await addToApiKey(db, 'not_before', 'bigint');
    await addToApiKey(db, 'expires_at', 'bigint');
    await createRetiredSecret(db);
  },
};

/** One column a statement: SQLite takes no more. */
async function addToApiKey(
  db: Kysely<unknown>,
  name: string,
  type: 'text' | 'integer' | 'bigint',
  build: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder = (column) => column,
): Promise<void> {
  await db.schema.alterTable('api_key').addColumn(name, type, build).execute();
}

async function createRetiredSecret(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('retired_secret')
    .addColumn('key_hash', 'text', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull().references('api_key.id'))
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('retired_secret_by_key').on('retired_secret').column('key_id').execute();
}
