import { sql, type Transaction } from 'kysely';
import type { AccountsDatabase } from '../kernel/accounts/database.ts';
import type { AccountsTables } from '../kernel/accounts/tables.ts';
import { writeEntry } from './entries.ts';

const lastUsedMsPrecision = 60_000;

/**
 * Takes one credit for each of `keyIds` (a key may be among them many times), all in one transaction, with one ledger
 * entry a key. Answers for each in turn whether there was a credit for it.
 */
export async function takeCredits(
  accounts: AccountsDatabase,
  keyIds: readonly string[],
  now: number,
): Promise<readonly boolean[]> {
  const wanted = countById(keyIds);
  const left = await accounts.transaction().execute(async (transaction) => {
    const taken = new Map<string, number>();
    for (const [keyId, count] of wanted) taken.set(keyId, await chargeKey(transaction, keyId, count, now));
    return taken;
  });
  return keyIds.map((keyId) => takeOne(left, keyId));
}

/** In the order of ids: nodes that charge the same keys then lock them in the same order and cannot deadlock. */
function countById(keyIds: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const keyId of [...keyIds].sort()) counts.set(keyId, (counts.get(keyId) ?? 0) + 1);
  return counts;
}

function takeOne(left: Map<string, number>, keyId: string): boolean {
  const count = left.get(keyId) ?? 0;
  left.set(keyId, count - 1);
  return count > 0;
}

/** Charges a key up to `count` credits and says how many it had. */
async function chargeKey(
  transaction: Transaction<AccountsTables>,
  keyId: string,
  count: number,
  now: number,
): Promise<number> {
  const taken = await subtractAtMost(transaction, keyId, count);
  if (taken.credits === 0) return 0;
  await writeEntry(transaction, { keyId, kind: 'charge', credits: -taken.credits, createdAt: now });
  if (taken.lastUsedAt === null || taken.lastUsedAt <= now - lastUsedMsPrecision)
    await noteUse(transaction, keyId, now);
  return taken.credits;
}

interface Taken {
  readonly credits: number;
  /** When the key was used before. */
  readonly lastUsedAt: number | null;
}

/** Tries the whole count, then what is left; another node may take of that in between, hence the loop. */
async function subtractAtMost(transaction: Transaction<AccountsTables>, keyId: string, count: number): Promise<Taken> {
  for (let wanted = count; wanted > 0; wanted = Math.min(wanted, await creditsLeft(transaction, keyId))) {
    const taken = await subtractWhole(transaction, keyId, wanted);
    if (taken !== undefined) return taken;
  }
  return { credits: 0, lastUsedAt: null };
}

/**
 * The condition and the change are one statement, so no two chargers can take the same credit. It is written out, as is
 * the entry, because every group runs it and putting it together from parts takes longer than running it.
 */
async function subtractWhole(
  transaction: Transaction<AccountsTables>,
  keyId: string,
  credits: number,
): Promise<Taken | undefined> {
  const { rows } = await sql<{ readonly last_used_at: number | null }>`
    update credit_balance set balance = balance - ${credits}
    where key_id = ${keyId}
      and (balance >= ${credits} or exists (select 1 from api_key where id = key_id and unlimited = 1))
    returning (select last_used_at from api_key where id = key_id) as last_used_at`.execute(transaction);
  return rows[0] && { credits, lastUsedAt: rows[0].last_used_at };
}

async function creditsLeft(transaction: Transaction<AccountsTables>, keyId: string): Promise<number> {
  const row = await transaction
    .selectFrom('credit_balance')
    .select('balance')
    .where('key_id', '=', keyId)
    .executeTakeFirst();
  return row?.balance ?? 0;
}

/** Kept to the minute, so that a busy key's row is not rewritten with every group. */
async function noteUse(transaction: Transaction<AccountsTables>, keyId: string, now: number): Promise<void> {
  await transaction
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('id', '=', keyId)
    .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', now)]))
    .execute();
}
