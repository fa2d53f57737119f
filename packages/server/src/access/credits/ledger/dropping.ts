import { sql, type Transaction } from 'kysely';
import type { AccountsTables } from '../../../accounts/tables.ts';
import { type Checkpoint, dayMs, dayOfEntry, lockedCheckpoint, rowsAtOnce } from './checkpoint.ts';

/**
 * Drops the next charges that are in the sums of their days, up to the first young one.
 *
 * @param kept gets what is not in the sum of its day.
 * @returns whether there may be more.
 */
export async function dropSome(
  transaction: Transaction<AccountsTables>,
  before: number,
  kept: Set<string>,
): Promise<boolean> {
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

/**
 * The proof: of no day more is dropped than was summed up for it.
 *
 * @returns whether it holds; nothing changes where not.
 */
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

/** `2026-11-28`. */
function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
