import { setImmediate as othersTurn } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { AccountsDatabase } from '../../../accounts/database.ts';
import type { AccountsTables } from '../../../accounts/tables.ts';
import { sumSome } from './day-sums.ts';
import { dropSome } from './dropping.ts';

/** How long each charge keeps an entry of its own, milliseconds: 35 days. */
export const entryMsMax = 35 * 86_400_000;
/** Transactions take milliseconds: one that took its id an hour ago has ended. */
const settledMs = 3_600_000;

/**
 * Sums up the charges of the ledger by key and day, once they are an hour old, and drops the entries of those that are
 * older than 35 days. Balances do not change, and all other entries stay. Cheap when called again within an hour.
 *
 * @returns what was not dropped because the sum of its day does not hold it, in words, each once; the ledger is wrong
 * there.
 */
export async function compactLedger(accounts: AccountsDatabase, now: number): Promise<readonly string[]> {
  const seen = await seenBefore(accounts, now);
  if (seen === undefined) return [];
  await inPieces(accounts, (transaction) => sumSome(transaction, seen));
  const kept = new Set<string>();
  await inPieces(accounts, (transaction) => dropSome(transaction, now - entryMsMax, kept));
  return [...kept];
}

/**
 * Piece by piece, each in a transaction of its own; calls get their turn in between, which SQLite alone does not give
 * them.
 */
async function inPieces(
  accounts: AccountsDatabase,
  piece: (transaction: Transaction<AccountsTables>) => Promise<boolean>,
): Promise<void> {
  while (await accounts.transaction().execute(piece)) await othersTurn();
}

/**
 * Looks how far the ledger goes, once an hour, and before anything else: an hour is counted from then on.
 *
 * @returns the largest id there was an hour ago or earlier; undefined: it is not known yet, or the clock was set back.
 */
async function seenBefore(accounts: AccountsDatabase, now: number): Promise<number | undefined> {
  const { seen, seen_at } = await accounts.selectFrom('credit_checkpoint').selectAll().executeTakeFirstOrThrow();
  if (now >= seen_at && now - seen_at < settledMs) return undefined;
  await accounts
    .updateTable('credit_checkpoint')
    .set({ seen: sql`(select coalesce(max(id), 0) from credit_entry)`, seen_at: now })
    .execute();
  return now < seen_at ? undefined : Number(seen);
}
