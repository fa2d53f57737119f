import { type Selectable, sql, type Transaction } from 'kysely';
import type { CreditCheckpointTable } from '../../../accounts/ledger-tables.ts';
import type { AccountsTables } from '../../../accounts/tables.ts';

/** Rows a transaction touches at most: charges wait for it. */
export const rowsAtOnce = 500;

export const dayMs = 86_400_000;
/** Division of whole numbers, in both databases. */
export const dayOfEntry = sql<number>`created_at / ${sql.lit(dayMs)}`;

export type Checkpoint = Selectable<CreditCheckpointTable>;

/** Changing nothing of the row is what locks it in both databases. */
export async function lockedCheckpoint(transaction: Transaction<AccountsTables>): Promise<Checkpoint> {
  return transaction
    .updateTable('credit_checkpoint')
    .set(({ ref }) => ({ through: ref('through') }))
    .returningAll()
    .executeTakeFirstOrThrow();
}
