import { type Kysely, type Migration, sql } from 'kysely';
import type { AddNumberedId } from '../dialect.ts';

/** Refunds, credits that expire, monthly plans; and a ledger that a charge appends to in one place only. */
export function creditsMigration(addRowId: AddNumberedId): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await remakeCreditEntry(db, addRowId);
      await extendCreditBalance(db);
      await createCreditLot(db);
      await createCreditPlan(db);
    },
  };
}

/** Made anew, since SQLite cannot change what a column may hold. */
async function remakeCreditEntry(db: Kysely<unknown>, addRowId: AddNumberedId): Promise<void> {
  await db.schema.alterTable('credit_entry').renameTo('credit_entry_before').execute();
  await db.schema.dropIndex('credit_entry_by_key').execute();
  await addRowId(db.schema.createTable('credit_entry'), 'id')
    .addColumn('key_id', 'text', (column) => column.notNull().references('api_key.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('grant', 'charge', 'refund', 'expiry')`))
    .addColumn('credits', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await sql`
    insert into credit_entry (key_id, kind, credits, created_at, note)
    select key_id, kind, credits, created_at, note from credit_entry_before order by id`.execute(db);
  await db.schema.dropTable('credit_entry_before').execute();
  // Not of charges: they are nearly all entries, and usage tells more of them.
  await db.schema
    .createIndex('credit_entry_but_charges')
    .on('credit_entry')
    .columns(['key_id', 'created_at'])
    .where(sql.ref('kind'), '<>', 'charge')
    .execute();
}

async function extendCreditBalance(db: Kysely<unknown>): Promise<void> {
  for (const name of ['charged', 'refunded', 'settled']) {
    await db.schema
      .alterTable('credit_balance')
      .addColumn(name, 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await db.schema.alterTable('credit_balance').addColumn('due_at', 'bigint').execute();
  await sql`
    update credit_balance set charged = coalesce(
      (select -sum(credits) from credit_entry where credit_entry.key_id = credit_balance.key_id and kind = 'charge'), 0
    )`.execute(db);
  await sql`update credit_balance set settled = charged`.execute(db);
}

async function createCreditLot(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('credit_lot')
    .addColumn('key_id', 'text', (column) => column.notNull().references('api_key.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('quota', 'grant')`))
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('credits', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('credit_lot_key', ['key_id', 'kind', 'expires_at'])
    .execute();
}

async function createCreditPlan(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('credit_plan')
    .addColumn('key_id', 'text', (column) => column.primaryKey().references('api_key.id'))
    .addColumn('quota', 'bigint', (column) => column.notNull())
    .addColumn('anchored_at', 'bigint', (column) => column.notNull())
    .addColumn('renews_at', 'bigint', (column) => column.notNull())
    .execute();
}
