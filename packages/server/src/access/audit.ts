import { sql } from 'kysely';
import type { AccountsDatabase } from '../kernel/accounts/database.ts';

/** What an audit of the ledger found. */
export interface LedgerAudit {
  /** How many keys there are. */
  readonly keys: number;
  /** Ids of those whose balance is not the sum of their entries. */
  readonly unsettled: readonly string[];
}

/** Adds up the ledger of every key and compares it with the key's balance. */
export async function unsettledKeys(accounts: AccountsDatabase): Promise<LedgerAudit> {
  const rows = await accounts
    .selectFrom('credit_balance')
    .leftJoin('credit_entry', 'credit_entry.key_id', 'credit_balance.key_id')
    .groupBy(['credit_balance.key_id', 'credit_balance.balance'])
    .select(['credit_balance.key_id as keyId', 'credit_balance.balance'])
    .select(sql<number | string>`coalesce(sum(credit_entry.credits), 0)`.as('sum'))
    .execute();
  const unsettled = rows.filter(({ balance, sum }) => balance !== Number(sum)).map(({ keyId }) => keyId);
  return { keys: rows.length, unsettled };
}
