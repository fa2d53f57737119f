import { type Kysely, sql } from 'kysely';
import type { AccountsDatabase } from '../../../accounts/database.ts';
import type { AccountsTables } from '../../../accounts/tables.ts';

/** What a check of the ledger found. */
export interface LedgerCheck {
  /** How many keys there are. */
  readonly keys: number;
  /** What is kept of a key and is not what its entries sum to, in words: `key_…: balance 5, entries sum to 4`. */
  readonly differences: readonly string[];
}

/**
 * Adds up the ledger of every key, from the last checkpoint on, and compares it with what is kept of it: balance,
 * charges, refunds. All is read by one statement, so that charges meanwhile make no difference.
 */
export async function checkLedger(accounts: AccountsDatabase): Promise<LedgerCheck> {
  const rows = await accounts
    .selectFrom('credit_balance')
    .leftJoin(sumsByKey(accounts).as('sums'), 'sums.key_id', 'credit_balance.key_id')
    .select(['credit_balance.key_id', 'balance', 'charged', 'refunded'])
    .select(['balance_sum', 'charged_sum', 'refunded_sum'])
    .orderBy('credit_balance.key_id')
    .execute();
  const differences = rows.flatMap((row) => [
    ...difference(row.key_id, 'balance', row.balance, row.balance_sum),
    ...difference(row.key_id, 'charged', row.charged, row.charged_sum),
    ...difference(row.key_id, 'refunded', row.refunded, row.refunded_sum),
  ]);
  return { keys: rows.length, differences };
}

/** PostgreSQL gives sums as text. */
type Sum = number | string;

/** From the checkpoint on: charges up to there are summed by key and day (`compaction.ts`). */
function sumsByKey(accounts: Kysely<AccountsTables>) {
  const days = accounts
    .selectFrom('credit_day')
    .select(['key_id', 'credits', sql<number>`-credits`.as('charged'), sql<number>`0`.as('refunded')]);
  const charges = accounts
    .selectFrom('credit_entry')
    .select(['key_id', 'credits', sql<number>`-credits`.as('charged'), sql<number>`0`.as('refunded')])
    .where('kind', '=', 'charge')
    .where('id', '>', sql<number>`(select through from credit_checkpoint)`);
  const others = accounts
    .selectFrom('credit_entry')
    .select(['key_id', 'credits', sql<number>`0`.as('charged')])
    .select(sql<number>`case when kind = 'refund' then credits else 0 end`.as('refunded'))
    .where('kind', '<>', 'charge');
  return accounts
    .selectFrom(days.unionAll(charges).unionAll(others).as('entries'))
    .groupBy('key_id')
    .select([
      'key_id',
      sql<Sum>`sum(credits)`.as('balance_sum'),
      sql<Sum>`sum(charged)`.as('charged_sum'),
      sql<Sum>`sum(refunded)`.as('refunded_sum'),
    ]);
}

/** A key without entries has no sums. */
function difference(keyId: string, name: string, kept: number, sum: Sum | null): readonly string[] {
  const summed = Number(sum ?? 0);
  return kept === summed ? [] : [`${keyId}: ${name} ${kept}, entries sum to ${summed}`];
}
