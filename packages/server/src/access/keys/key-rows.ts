import type { Insertable, Selectable, Transaction, Updateable } from 'kysely';
import type { AccountsDatabase } from '../../accounts/database.ts';
import type { AccountsTables, ApiKeyTable, CreditBalanceTable } from '../../accounts/tables.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { hashOf, hintOf, newKeyId } from './key-format.ts';
import type { KeyChanges, KeyRecord, NewKey } from './keys.ts';

type KeyRow = Omit<Selectable<ApiKeyTable>, 'key_hash'> &
  Pick<Selectable<CreditBalanceTable>, 'balance'> & {
    readonly quota: number | null;
    readonly renews_at: number | null;
  };

/** Records of keys, to be narrowed down. */
export function selectKeys(accounts: AccountsDatabase) {
  return accounts
    .selectFrom('api_key')
    .innerJoin('credit_balance', 'credit_balance.key_id', 'api_key.id')
    .leftJoin('credit_plan', 'credit_plan.key_id', 'api_key.id')
    .select(['id', 'key_hint', 'name', 'owner', 'test', 'scopes', 'qps', 'burst', 'unlimited', 'balance'])
    .select(['created_at', 'not_before', 'expires_at', 'revoked_at', 'last_used_at', 'quota', 'renews_at']);
}

/** @throws ApiError resource-unknown */
export async function recordOf(accounts: AccountsDatabase, id: string): Promise<KeyRecord> {
  const row = await selectKeys(accounts).where('id', '=', id).executeTakeFirst();
  if (!row) throw unknownKey(id);
  return toRecord(row);
}

/** Writes a new key without credits and gives its id. */
export async function insertKey(
  transaction: Transaction<AccountsTables>,
  wanted: NewKey,
  key: string,
  createdAt: number,
): Promise<string> {
  const id = newKeyId('key');
  await transaction
    .insertInto('api_key')
    .values({ id, ...secretColumns(key), ...ruleColumns(wanted), created_at: createdAt })
    .execute();
  await transaction.insertInto('credit_balance').values({ key_id: id, balance: 0 }).execute();
  return id;
}

type RuleColumns = Omit<Insertable<ApiKeyTable>, 'id' | 'key_hash' | 'key_hint' | 'created_at'>;

function ruleColumns({ name, owner = '', mode, scopes, qps, burst = 0, ...wanted }: NewKey): RuleColumns {
  return {
    name,
    owner,
    test: mode === 'test' ? 1 : 0,
    scopes: scopes?.join(',') ?? null,
    qps: qps ?? null,
    burst,
    unlimited: wanted.credits === undefined && wanted.monthlyQuota === undefined ? 1 : 0,
    not_before: wanted.notBefore ?? null,
    expires_at: wanted.expiresAt ?? null,
  };
}

/** What of a key is stored: its hash, and enough to tell it from others. */
export function secretColumns(key: string) {
  return { key_hash: hashOf(key), key_hint: hintOf(key) };
}

/** The columns that changes touch; columns that are undefined stay as they are. */
export function changedColumns({ name, owner, scopes, qps, burst, notBefore, expiresAt }: KeyChanges) {
  const columns = { name, owner, qps, burst, not_before: notBefore, expires_at: expiresAt };
  return { ...columns, scopes: scopes?.join(',') ?? (scopes as null | undefined) } satisfies {
    [Column in keyof Updateable<ApiKeyTable>]: unknown;
  };
}

/**
 * Keeps other writers away from a key until the transaction ends, and gives its hash: changing nothing of a row is what
 * locks it in both databases.
 *
 * @throws ApiError resource-unknown
 */
export async function lockKey(transaction: Transaction<AccountsTables>, id: string): Promise<string> {
  const row = await transaction
    .updateTable('api_key')
    .set(({ ref }) => ({ name: ref('name') }))
    .where('id', '=', id)
    .returning('key_hash')
    .executeTakeFirst();
  if (!row) throw unknownKey(id);
  return row.key_hash;
}

export function toRecord(row: KeyRow): KeyRecord {
  return {
    id: row.id,
    hint: row.key_hint,
    mode: row.test ? 'test' : 'live',
    name: row.name,
    owner: row.owner,
    scopes: row.scopes?.split(',') ?? null,
    qps: row.qps,
    burst: row.burst,
    credits: row.unlimited ? null : row.balance,
    monthlyQuota: row.quota,
    renewsAt: row.renews_at,
    createdAt: row.created_at,
    notBefore: row.not_before,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}

function unknownKey(id: string): ApiError {
  return new ApiError(errors.resourceUnknown, { kind: 'key', id });
}
