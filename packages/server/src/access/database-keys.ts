import type { Selectable, Transaction } from 'kysely';
import type { AccountsDatabase } from '../kernel/accounts/database.ts';
import type { AccountsTables, ApiKeyTable, CreditBalanceTable } from '../kernel/accounts/tables.ts';
import type { Clock } from '../kernel/clock.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import { enterGrant } from './entries.ts';
import { checkGrant, checkNewKey } from './key-checks.ts';
import { hashOf, hintOf, isWellFormed, newKey, newKeyId } from './key-format.ts';
import type { CreatedKey, KeyLookup, KeyRecord, KeyStore, NewKey } from './keys.ts';

/** Keys in the accounts database; only their hashes are stored. Every look-up reads the database. */
export class DatabaseKeys implements KeyStore {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;

  constructor(accounts: AccountsDatabase, clock: Clock) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  async create(wanted: NewKey): Promise<CreatedKey> {
    checkNewKey(wanted);
    const key = newKey();
    const createdAt = this.#clock.now();
    const record = await this.#accounts.transaction().execute(async (transaction) => {
      const id = await insertKey(transaction, wanted, key, createdAt);
      const credits = wanted.credits ?? 0;
      if (credits > 0) await enterGrant(transaction, { keyId: id, credits, createdAt, note: 'created with' });
      return recordOf(transaction, id);
    });
    return { ...record, key };
  }

  async list(): Promise<readonly KeyRecord[]> {
    const rows = await selectKeys(this.#accounts).orderBy('created_at').orderBy('id').execute();
    return rows.map(toRecord);
  }

  async revoke(id: string): Promise<KeyRecord> {
    await this.#accounts
      .updateTable('api_key')
      .set({ revoked_at: this.#clock.now() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .execute();
    return recordOf(this.#accounts, id);
  }

  async grant(id: string, credits: number): Promise<KeyRecord> {
    checkGrant(credits);
    return this.#accounts.transaction().execute(async (transaction) => {
      await recordOf(transaction, id);
      await enterGrant(transaction, { keyId: id, credits, createdAt: this.#clock.now() });
      return recordOf(transaction, id);
    });
  }

  async find(presented: string): Promise<KeyLookup> {
    if (!isWellFormed(presented)) return { found: 'malformed' };
    const row = await selectKeys(this.#accounts).where('key_hash', '=', hashOf(presented)).executeTakeFirst();
    return row ? { found: 'known', key: toRecord(row) } : { found: 'unknown' };
  }
}

async function insertKey(
  transaction: Transaction<AccountsTables>,
  { name, credits, qps }: NewKey,
  key: string,
  createdAt: number,
): Promise<string> {
  const id = newKeyId();
  await transaction
    .insertInto('api_key')
    .values({
      id,
      key_hash: hashOf(key),
      key_hint: hintOf(key),
      name,
      qps: qps ?? null,
      unlimited: credits === undefined ? 1 : 0,
      created_at: createdAt,
    })
    .execute();
  await transaction.insertInto('credit_balance').values({ key_id: id, balance: 0 }).execute();
  return id;
}

async function recordOf(accounts: AccountsDatabase, id: string): Promise<KeyRecord> {
  const row = await selectKeys(accounts).where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiError(errors.resourceUnknown, { kind: 'key', id });
  return toRecord(row);
}

function selectKeys(accounts: AccountsDatabase) {
  return accounts
    .selectFrom('api_key')
    .innerJoin('credit_balance', 'credit_balance.key_id', 'api_key.id')
    .select(['id', 'key_hint', 'name', 'qps', 'unlimited', 'created_at', 'revoked_at', 'last_used_at', 'balance']);
}

type KeyRow = Omit<Selectable<ApiKeyTable>, 'key_hash'> & Pick<Selectable<CreditBalanceTable>, 'balance'>;

function toRecord(row: KeyRow): KeyRecord {
  return {
    id: row.id,
    hint: row.key_hint,
    name: row.name,
    qps: row.qps,
    credits: row.unlimited ? null : row.balance,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
