import type { AccountsDatabase, WithinTransaction } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { changePlanWithin, grantWithin, refundableWithin, refundWithin } from '../credits/ledger/credit-changes.ts';
import { settleAll, settleWithin } from '../credits/ledger/holdings.ts';
import {
  checkChanges,
  checkExpiry,
  checkGrant,
  checkNewKey,
  checkOverlap,
  checkPlanChange,
  checkRefund,
  checkRefundable,
} from './key-checks.ts';
import { hashOf, isWellFormed, keyIdPattern, newKey } from './key-format.ts';
import { changedColumns, insertKey, lockKey, recordOf, selectKeys, toRecord } from './key-rows.ts';
import type { BeforeLookup, CreatedKey, KeyChanges, KeyLookup, KeyRecord, KeyStore, NewKey } from './keys.ts';
import { rotateKey } from './rotation.ts';

/** Does a small write that must not fail for want of room. */
export type Urgently = <Result>(write: () => Promise<Result>) => Promise<Result>;

const overlapMsDefault = 86_400_000;
const usedMsPrecision = 60_000;

/** Keys in the accounts database; only their hashes are stored. Every look-up reads the database. */
export class DatabaseKeys implements KeyStore {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;
  readonly #scopes: readonly string[];
  readonly #urgently: Urgently;
  readonly #notedById = new Map<string, number>();

  /**
   * @param scopes what keys may be limited to: ids of endpoints.
   * @param urgently does what must be written even to a full disk; default: as anything else.
   */
  constructor(
    accounts: AccountsDatabase,
    clock: Clock,
    scopes: readonly string[] = [],
    urgently: Urgently = (write) => write(),
  ) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#scopes = scopes;
    this.#urgently = urgently;
  }

  async create(wanted: NewKey, within?: WithinTransaction): Promise<CreatedKey> {
    const createdAt = this.#clock.now();
    checkNewKey(wanted, { now: createdAt, scopes: this.#scopes });
    const key = newKey(wanted.mode);
    const record = await this.#accounts.transaction().execute(async (transaction) => {
      await within?.(transaction);
      const id = await insertKey(transaction, wanted, key, createdAt);
      const { credits = 0, monthlyQuota, quotaPeriod = 'calendar' } = wanted;
      const change = { keyId: id, now: createdAt };
      if (credits > 0) await grantWithin(transaction, { ...change, credits, note: 'created with' });
      if (monthlyQuota) await changePlanWithin(transaction, { ...change, quota: monthlyQuota, period: quotaPeriod });
      return recordOf(transaction, id);
    });
    return { ...record, key };
  }

  async has(id: string): Promise<boolean> {
    if (!keyIdPattern.test(id)) return false;
    const found = await this.#accounts.selectFrom('api_key').select('id').where('id', '=', id).executeTakeFirst();
    return found !== undefined;
  }

  async list(): Promise<readonly KeyRecord[]> {
    await settleAll(this.#accounts, this.#clock.now());
    const rows = await selectKeys(this.#accounts).orderBy('created_at').orderBy('id').execute();
    return rows.map(toRecord);
  }

  async update(id: string, changes: KeyChanges): Promise<KeyRecord> {
    const now = this.#clock.now();
    return this.#accounts.transaction().execute(async (transaction) => {
      // A charge too locks the balance before the key: in the other order the two could wait for each other.
      await settleWithin(transaction, id, now);
      await lockKey(transaction, id);
      const current = await recordOf(transaction, id);
      checkChanges(changes, current, { now, scopes: this.#scopes });
      checkPlanChange(changes, current);
      const { monthlyQuota: quota, quotaPeriod: period = 'calendar' } = changes;
      if (quota !== undefined) await changePlanWithin(transaction, { keyId: id, now, quota, period });
      const columns = { ...changedColumns(changes), name: changes.name ?? current.name };
      await transaction.updateTable('api_key').set(columns).where('id', '=', id).execute();
      return recordOf(transaction, id);
    });
  }

  async rotate(id: string, overlapMs = overlapMsDefault, within?: WithinTransaction): Promise<CreatedKey> {
    checkOverlap(overlapMs);
    const endsAt = this.#clock.now() + overlapMs;
    return this.#accounts.transaction().execute(async (transaction) => {
      await within?.(transaction);
      return rotateKey(transaction, { id, endsAt });
    });
  }

  async revoke(id: string): Promise<KeyRecord> {
    const revocation = this.#accounts
      .updateTable('api_key')
      .set({ revoked_at: this.#clock.now() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null);
    await this.#urgently(() => revocation.execute());
    return recordOf(this.#accounts, id);
  }

  async grant(id: string, credits: number, expiresAt?: number, within?: WithinTransaction): Promise<KeyRecord> {
    const now = this.#clock.now();
    checkGrant(credits, expiresAt, now);
    return this.#accounts.transaction().execute(async (transaction) => {
      await within?.(transaction);
      checkExpiry(await recordOf(transaction, id), expiresAt);
      await grantWithin(transaction, { keyId: id, credits, now }, expiresAt);
      return recordOf(transaction, id);
    });
  }

  async refund(id: string, credits: number, reason: string, within?: WithinTransaction): Promise<KeyRecord> {
    checkRefund(credits, reason);
    return this.#accounts.transaction().execute(async (transaction) => {
      await within?.(transaction);
      await recordOf(transaction, id);
      const change = { keyId: id, credits, now: this.#clock.now(), note: reason };
      checkRefundable(credits, await refundableWithin(transaction, change));
      await refundWithin(transaction, change);
      return recordOf(transaction, id);
    });
  }

  async find(presented: string, beforeLookup: BeforeLookup = async () => {}): Promise<KeyLookup> {
    await beforeLookup();
    if (!isWellFormed(presented)) return { found: 'malformed' };
    const hash = hashOf(presented);
    const row = await selectKeys(this.#accounts).where('key_hash', '=', hash).executeTakeFirst();
    return row ? { found: 'known', key: toRecord(row), endsAt: null } : this.#findRetired(hash);
  }

  async #findRetired(hash: string): Promise<KeyLookup> {
    const row = await selectKeys(this.#accounts)
      .innerJoin('retired_secret', 'retired_secret.key_id', 'api_key.id')
      .select('ends_at')
      .where('retired_secret.key_hash', '=', hash)
      .executeTakeFirst();
    return row ? { found: 'known', key: toRecord(row), endsAt: row.ends_at } : { found: 'unknown' };
  }

  /** Writes at most once a minute a key, so that a busy key's row is not rewritten with every call. */
  async noteUse({ id, lastUsedAt }: KeyRecord): Promise<void> {
    const now = this.#clock.now();
    const notedAt = this.#notedById.get(id) ?? lastUsedAt;
    if (notedAt !== null && Math.abs(now - notedAt) < usedMsPrecision) return;
    this.#notedById.set(id, now);
    await this.#accounts.updateTable('api_key').set({ last_used_at: now }).where('id', '=', id).execute();
  }
}
