import type { Kysely, Migration } from 'kysely';
import type { AddNumberedId } from '../dialect.ts';

/** Fitted constants of the estimator; `../estimate-tables.ts` says what the columns mean. */
export function estimateFitsMigration(addNumberedId: AddNumberedId): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await addNumberedId(db.schema.createTable('estimate_fit'), 'id')
        .addColumn('version', 'bigint', (column) => column.notNull())
        .addColumn('constants', 'text', (column) => column.notNull())
        .addColumn('applied_at', 'bigint', (column) => column.notNull())
        .addColumn('undone_at', 'bigint')
        .execute();
    },
  };
}
