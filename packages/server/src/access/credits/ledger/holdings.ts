import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { AccountsDatabase } from '../../../accounts/database.ts';
import type { AccountsTables } from '../../../accounts/tables.ts';
import { enter } from './entries.ts';
import { type Holdings, type Lot, type Plan, type Settlement, settle } from './settlement.ts';

/** Lets expire and renews whatever of a key is due, and enters it in the ledger. */
export async function settleKey(accounts: AccountsDatabase, keyId: string, now: number): Promise<void> {
  await accounts.transaction().execute((transaction) => settleWithin(transaction, keyId, now));
}

/**
 * Does so for all keys; calls get their turn in between, which SQLite alone does not give them.
 *
 * @returns how many had something due.
 */
export async function settleAll(accounts: AccountsDatabase, now: number): Promise<number> {
  const due = await accounts.selectFrom('credit_balance').select('key_id').where('due_at', '<=', now).execute();
  for (const { key_id } of due) {
    await settleKey(accounts, key_id, now);
    await othersTurn();
  }
  return due.length;
}

/**
 * Settles a key, whether or not something is due, and keeps other writers away from its balance until the transaction
 * ends. Resolves to what the key then holds; undefined: no such key.
 */
export async function settleWithin(
  transaction: Transaction<AccountsTables>,
  keyId: string,
  now: number,
): Promise<Settlement | undefined> {
  const charged = await lockBalance(transaction, keyId);
  if (charged === undefined) return undefined;
  const settlement = settle(await holdingsOf(transaction, keyId), charged, now);
  for (const entry of settlement.entries) await enter(transaction, { ...entry, keyId });
  await transaction
    .updateTable('credit_balance')
    .set(({ ref }) => ({ settled: ref('charged') }))
    .where('key_id', '=', keyId)
    .execute();
  await keep(transaction, keyId, settlement);
  return settlement;
}

/** Writes down what a key holds and when something of it is due. */
export async function keep(
  transaction: Transaction<AccountsTables>,
  keyId: string,
  { lots, plan, dueAt }: Omit<Settlement, 'entries'>,
): Promise<void> {
  await transaction.deleteFrom('credit_lot').where('key_id', '=', keyId).execute();
  for (const { kind, credits, expiresAt } of lots) {
    await transaction
      .insertInto('credit_lot')
      .values({ key_id: keyId, kind, credits, expires_at: expiresAt })
      .execute();
  }
  if (plan) {
    const renewal = { renews_at: plan.renewsAt };
    await transaction.updateTable('credit_plan').set(renewal).where('key_id', '=', keyId).execute();
  }
  await transaction.updateTable('credit_balance').set({ due_at: dueAt }).where('key_id', '=', keyId).execute();
}

/** Changing nothing of a row is what locks it in both databases. @returns what was charged since it was settled. */
async function lockBalance(transaction: Transaction<AccountsTables>, keyId: string): Promise<number | undefined> {
  const row = await transaction
    .updateTable('credit_balance')
    .set(({ ref }) => ({ settled: ref('settled') }))
    .where('key_id', '=', keyId)
    .returning(['charged', 'settled'])
    .executeTakeFirst();
  return row && row.charged - row.settled;
}

async function holdingsOf(transaction: Transaction<AccountsTables>, keyId: string): Promise<Holdings> {
  const lots = await transaction.selectFrom('credit_lot').selectAll().where('key_id', '=', keyId).execute();
  const plan = await transaction.selectFrom('credit_plan').selectAll().where('key_id', '=', keyId).executeTakeFirst();
  return {
    lots: lots.map(({ kind, credits, expires_at }): Lot => ({ kind, credits, expiresAt: expires_at })),
    plan: plan && ({ quota: plan.quota, anchoredAt: plan.anchored_at, renewsAt: plan.renews_at } satisfies Plan),
  };
}
