import type { Kysely, Migration } from 'kysely';

interface IdempotentRequests {
  readonly idempotent_request: { readonly begun_at: number; readonly done_at: number | null };
}

/** When a request was done; `../idempotency-tables.ts` says what the column means. */
export const idempotencyDoneMigration: Migration = {
  async up(db: Kysely<IdempotentRequests>) {
    await db.schema.alterTable('idempotent_request').addColumn('done_at', 'bigint').execute();
    // Whether an earlier one was done is not known: it must not be done twice.
    await db
      .updateTable('idempotent_request')
      .set(({ ref }) => ({ done_at: ref('begun_at') }))
      .execute();
  },
};
