import { type Kysely, type Migration, sql } from 'kysely';
import type { AddNumberedId } from '../dialect.ts';

/** What operators change, and how it ended; `../audit-tables.ts` says what the columns mean. */
export function auditMigration(addNumberedId: AddNumberedId): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await addNumberedId(db.schema.createTable('audit_change'), 'id')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('request', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('audit_outcome')
        .addColumn('change_id', 'bigint', (column) => column.primaryKey().references('audit_change.id'))
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull().check(sql`outcome in ('done', 'failed')`))
        .addColumn('detail', 'text', (column) => column.notNull())
        .execute();
    },
  };
}
