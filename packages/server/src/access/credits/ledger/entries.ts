import { sql, type Transaction } from 'kysely';
import type { AccountsTables, CreditEntryKind } from '../../../accounts/tables.ts';

/** A line of the ledger. */
export interface Entry {
  readonly keyId: string;
  readonly kind: CreditEntryKind;
  /** Negative for charges and for what expired. */
  readonly credits: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly note?: string;
}

/** Writes an entry, and changes the balance of its key by the same amount. */
export async function enter(transaction: Transaction<AccountsTables>, entry: Entry): Promise<void> {
  const { keyId, kind, credits, createdAt, note } = entry;
  await transaction
    .updateTable('credit_balance')
    .set({ balance: sql`balance + ${credits}` })
    .where('key_id', '=', keyId)
    .execute();
  await transaction
    .insertInto('credit_entry')
    .values({ key_id: keyId, kind, credits, created_at: createdAt, note })
    .execute();
}
