import { sql, type Transaction } from 'kysely';
import type { AccountsDatabase } from '../../kernel/accounts/database.ts';
import type { AccountsTables } from '../../kernel/accounts/tables.ts';

/** How long each charge keeps an entry of its own, milliseconds: 35 days. */
export const entryMsMax = 35 * 86_400_000;
/** Transactions take milliseconds: one that took its id an hour ago has ended. */
const settledMs = 3_600_000;
/** Rows a transaction touches at most: charges wait for it. */
const rowsAtOnce = 2_000;

/**
 * Sums up the charges of the ledger by key and day, once they are an hour old, and drops the entries of those that are older than
 * 35 days. Balances do not change, and all other entries stay. Cheap when called again within an hour.
 *
 * @throws Error when sums do not agree; nothing is dropped then.
 */
export async function compactLedger(accounts: AccountsDatabase, now: number): Promise<void> {
  const seen = await seenBefore(accounts, now);
  if (seen === undefined) return;
  while (await accounts.transaction().execute((transaction) => sumSome(transaction, seen)));
  while (await accounts.transaction().execute((transaction) => dropSome(transaction, now - entryMsMax)));
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

/** Changing nothing of the row is what locks it in both databases. @returns up to where charges are summed. */
async function lockedThrough(transaction: Transaction<AccountsTables>): Promise<number> {
  const row = await transaction
    .updateTable('credit_checkpoint')
    .set(({ ref }) => ({ through: ref('through') }))
    .returning('through')
    .executeTakeFirstOrThrow();
  return Number(row.through);
}

/** Adds the next charges to their days. @returns whether there may be more. */
async function sumSome(transaction: Transaction<AccountsTables>, seen: number): Promise<boolean> {
  const through = await lockedThrough(transaction);
  const last = await lastOf(transaction, through, seen);
  if (last === undefined) return false;
  const added = await transaction
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
    .executeTakeFirst();
  await transaction.updateTable('credit_checkpoint').set({ through: last }).execute();
  return added !== undefined;
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

/** Drops the oldest entries that are in the sums of their days. @returns whether there may be more. */
async function dropSome(transaction: Transaction<AccountsTables>, before: number): Promise<boolean> {
  const through = await lockedThrough(transaction);
  const oldest = await transaction
    .selectFrom('credit_entry')
    .select(['id', 'key_id', 'credits', dayOfEntry.as('day')])
    .where('kind', '=', 'charge')
    .where('id', '<=', through)
    .where('id', '<', newestId)
    .where('created_at', '<', before)
    .orderBy('id')
    .limit(rowsAtOnce)
    .execute();
  for (const [name, credits] of sums(oldest)) {
    const [keyId = '', day = ''] = name.split(' ');
    await moveToDay(transaction, keyId, Number(day), credits);
  }
  const ids = oldest.map(({ id }) => id);
  if (ids.length > 0) await transaction.deleteFrom('credit_entry').where('id', 'in', ids).execute();
  return ids.length === rowsAtOnce;
}

/** The newest entry stays: SQLite numbers the next one after the largest id that is there. */
const newestId = sql<number>`(select max(id) from credit_entry)`;

interface DroppedEntry {
  readonly key_id: string;
  readonly day: number;
  readonly credits: number;
}

/** Credits by key and day. */
function sums(entries: readonly DroppedEntry[]): ReadonlyMap<string, number> {
  const credits = new Map<string, number>();
  for (const entry of entries) {
    const name = `${entry.key_id} ${entry.day}`;
    credits.set(name, (credits.get(name) ?? 0) + Number(entry.credits));
  }
  return credits;
}

/** The proof: of no day more is dropped than was summed up for it. */
async function moveToDay(
  transaction: Transaction<AccountsTables>,
  keyId: string,
  day: number,
  credits: number,
): Promise<void> {
  const moved = await transaction
    .updateTable('credit_day')
    .set(({ eb }) => ({ dropped: eb('dropped', '+', credits) }))
    .where('key_id', '=', keyId)
    .where('day', '=', day)
    .returning(['credits', 'dropped'])
    .executeTakeFirst();
  if (moved !== undefined && Number(moved.dropped) >= Number(moved.credits)) return;
  throw new Error(`the ledger of ${keyId} on day ${day} has more charges than its sum: nothing of it is dropped`);
}

const dayMs = 86_400_000;
/** Division of whole numbers, in both databases. */
const dayOfEntry = sql<number>`created_at / ${sql.lit(dayMs)}`;
