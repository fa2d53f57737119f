import { sql, type Transaction } from 'kysely';
import type { AccountsTables, CreditEntryKind } from '../kernel/accounts/tables.ts';

export interface Entry {
  readonly keyId: string;
  readonly kind: CreditEntryKind;
  /** Positive for a grant, negative for charges. */
  readonly credits: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly note?: string;
}

/** Writes a ledger entry; the caller changes the balance by the same amount in the same transaction. */
export async function writeEntry(transaction: Transaction<AccountsTables>, entry: Entry): Promise<void> {
  const { keyId, kind, credits, createdAt, note = '' } = entry;
  await sql`
    insert into credit_entry (key_id, kind, credits, created_at, note)
    values (${keyId}, ${kind}, ${credits}, ${createdAt}, ${note})`.execute(transaction);
}

/** Adds granted credits to a balance and enters them. */
export async function enterGrant(transaction: Transaction<AccountsTables>, grant: Omit<Entry, 'kind'>): Promise<void> {
  await transaction
    .updateTable('credit_balance')
    .set({ balance: sql`balance + ${grant.credits}` })
    .where('key_id', '=', grant.keyId)
    .execute();
  await writeEntry(transaction, { ...grant, kind: 'grant' });
}
