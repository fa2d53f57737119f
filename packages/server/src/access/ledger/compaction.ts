import { setImmediate as othersTurn } from 'node:timers/promises';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { AccountsDatabase } from '../../kernel/accounts/database.ts';
import type { CreditCheckpointTable } from '../../kernel/accounts/ledger-tables.ts';
import type { AccountsTables } from '../../kernel/accounts/tables.ts';

/** How long each charge keeps an entry of its own, milliseconds: 35 days. */
export const entryMsMax = 35 * 86_400_000;
/** Transactions take milliseconds: one that took its id an hour ago has ended. */
const settledMs = 3_600_000;
/** Rows a transaction touches at most: charges wait for it. */
const rowsAtOnce = 500;

/**
 * Sums up the charges of the ledger by key and day, once they are an hour old, and drops the entries of those that are older than
 * 35 days. Balances do not change, and all other entries stay. Cheap when called again within an hour.
 *
 * @returns what was not dropped because the sum of its day does not hold it, in words, each once; the ledger is wrong there.
 */
export async function compactLedger(accounts: AccountsDatabase, now: number): Promise<readonly string[]> {
  const seen = await seenBefore(accounts, now);
  if (seen === undefined) return [];
  await inPieces(accounts, (transaction) => sumSome(transaction, seen));
  const kept = new Set<string>();
  await inPieces(accounts, (transaction) => dropSome(transaction, now - entryMsMax, kept));
  return [...kept];
}

/** Piece by piece, each in a transaction of its own; calls get their turn in between, which SQLite alone does not give them. */
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

type Checkpoint = Selectable<CreditCheckpointTable>;

/** Changing nothing of the row is what locks it in both databases. */
async function lockedCheckpoint(transaction: Transaction<AccountsTables>): Promise<Checkpoint> {
  return transaction
    .updateTable('credit_checkpoint')
    .set(({ ref }) => ({ through: ref('through') }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Adds the next charges to their days. @returns whether there may be more. */
async function sumSome(transaction: Transaction<AccountsTables>, seen: number): Promise<boolean> {
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

/**
 * Drops the next charges that are in the sums of their days, up to the first young one.
 *
 * @param kept gets what is not in the sum of its day.
 * @returns whether there may be more.
 */
async function dropSome(transaction: Transaction<AccountsTables>, before: number, kept: Set<string>): Promise<boolean> {
  const rows = await nextRows(transaction, await lockedCheckpoint(transaction));
  const young = rows.findIndex(({ kind, created_at }) => kind === 'charge' && created_at >= before);
  const piece = young === -1 ? rows : rows.slice(0, young);
  const last = piece.at(-1);
  if (last === undefined) return false;
  const ids: number[] = [];
  for (const charges of byDay(piece.filter(({ kind }) => kind === 'charge'))) {
    if (await moveToDay(transaction, charges)) ids.push(...charges.ids);
    else kept.add(`${charges.keyId}: more charges on ${dateOf(charges.day)} than their sum; they are kept`);
  }
  if (ids.length > 0) await transaction.deleteFrom('credit_entry').where('id', 'in', ids).execute();
  await transaction.updateTable('credit_checkpoint').set({ dropped_through: last.id }).execute();
  return piece.length === rowsAtOnce;
}

/** The newest entry stays: SQLite numbers the next one after the largest id that is there. */
const newestId = sql<number>`(select max(id) from credit_entry)`;

/** Of all kinds, so that no row is read again in the next hour, whatever it is. */
function nextRows(transaction: Transaction<AccountsTables>, { through, dropped_through }: Checkpoint) {
  return transaction
    .selectFrom('credit_entry')
    .select(['id', 'kind', 'key_id', 'credits', 'created_at', dayOfEntry.as('day')])
    .where('id', '>', dropped_through)
    .where('id', '<=', through)
    .where('id', '<', newestId)
    .orderBy('id')
    .limit(rowsAtOnce)
    .execute();
}

interface Charge {
  readonly id: number;
  readonly key_id: string;
  readonly day: number;
  readonly credits: number;
}

interface DayCharges {
  readonly keyId: string;
  readonly day: number;
  readonly credits: number;
  readonly ids: readonly number[];
}

function byDay(charges: readonly Charge[]): Iterable<DayCharges> {
  const days = new Map<string, DayCharges>();
  for (const { id, key_id: keyId, day, credits } of charges) {
    const name = `${keyId} ${day}`;
    const { credits: sum, ids } = days.get(name) ?? { credits: 0, ids: [] };
    days.set(name, { keyId, day, credits: sum + credits, ids: [...ids, id] });
  }
  return days.values();
}

/** The proof: of no day more is dropped than was summed up for it. @returns whether it holds; nothing changes where not. */
async function moveToDay(
  transaction: Transaction<AccountsTables>,
  { keyId, day, credits }: DayCharges,
): Promise<boolean> {
  const moved = await transaction
    .updateTable('credit_day')
    .set(({ eb }) => ({ dropped: eb('dropped', '+', credits) }))
    .where('key_id', '=', keyId)
    .where('day', '=', day)
    .where(({ eb, ref }) => eb(eb('dropped', '+', credits), '>=', ref('credits')))
    .returning('dropped')
    .executeTakeFirst();
  return moved !== undefined;
}

const dayMs = 86_400_000;
/** Division of whole numbers, in both databases. */
const dayOfEntry = sql<number>`created_at / ${sql.lit(dayMs)}`;

/** `2026-11-28`. */
function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
