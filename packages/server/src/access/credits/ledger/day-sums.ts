import { sql, type Transaction } from 'kysely';
import type { AccountsTables } from '../../../accounts/tables.ts';
import { dayOfEntry, lockedCheckpoint, rowsAtOnce } from './checkpoint.ts';

/** Adds the next charges to their days. @returns whether there may be more. */
export async function sumSome(transaction: Transaction<AccountsTables>, seen: number): Promise<boolean> {
  const { through } = await lockedCheckpoint(transaction);
  const last = await lastOf(transaction, through, seen);
  if (last === undefined) return false;
  await transaction
    .insertInto('credit_day')
    .columns(['key_id', 'day', 'credits', 'dropped'])
    .expression((builder) =>
      builder
        .selectFrom('credit_entry')
        .select(['key_id', dayOfEntry.as('day'), sql<number>`sum(credits)`.as('credits'), sql<number>`0`.as('dropped')])
        .where('kind', '=', 'charge')
        .where('id', '>', through)
        .where('id', '<=', last)
        .groupBy(['key_id', 'day']),
    )
    .onConflict((conflict) =>
      conflict.columns(['key_id', 'day']).doUpdateSet({ credits: sql`credit_day.credits + excluded.credits` }),
    )
    .execute();
  await transaction.updateTable('credit_checkpoint').set({ through: last }).execute();
  return last < seen;
}

/** The id that ends the next piece. */
async function lastOf(transaction: Transaction<AccountsTables>, through: number, seen: number) {
  const piece = await transaction
    .selectFrom((builder) =>
      builder
        .selectFrom('credit_entry')
        .select('id')
        .where('id', '>', through)
        .where('id', '<=', seen)
        .orderBy('id')
        .limit(rowsAtOnce)
        .as('piece'),
    )
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirst();
  return piece?.last === null || piece?.last === undefined ? undefined : Number(piece.last);
}
