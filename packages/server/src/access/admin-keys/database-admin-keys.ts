import type { Selectable } from 'kysely';
import type { AdminKeyTable } from '../../accounts/admin-key-tables.ts';
import type { AccountsDatabase, WithinTransaction } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { checkMoment, checkScopes, checkText } from '../../kernel/field-checks.ts';
import type { Urgently } from '../keys/database-keys.ts';
import { hashOf, hintOf, isWellFormed, newKey, newKeyId } from '../keys/key-format.ts';
import {
  type AdminKeyId,
  type AdminKeyRecord,
  type AdminKeyStore,
  type AdminScope,
  adminScopes,
  type CreatedAdminKey,
  type NewAdminKey,
} from './admin-keys.ts';

const lifetimeMsDefault = 90 * 86_400_000;
const usedMsPrecision = 60_000;

/** Admin keys in the accounts database; only their hashes are stored. */
export class DatabaseAdminKeys implements AdminKeyStore {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;
  readonly #urgently: Urgently;

  /** @param urgently does what must be written even to a full disk; default: as anything else. */
  constructor(accounts: AccountsDatabase, clock: Clock, urgently: Urgently = (write) => write()) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#urgently = urgently;
  }

  async create(
    { name, scopes, expiresAt: wantedEnd }: NewAdminKey,
    within?: WithinTransaction,
  ): Promise<CreatedAdminKey> {
    const createdAt = this.#clock.now();
    const expiresAt = wantedEnd ?? createdAt + lifetimeMsDefault;
    checkText('name', name, 1);
    checkScopes(scopes, adminScopes);
    checkMoment('expiresAt', expiresAt, createdAt);
    const key = newKey('admin');
    const row = {
      id: newKeyId('adm'),
      key_hint: hintOf(key),
      name,
      scopes: adminScopes.filter((scope) => scopes.includes(scope)).join(','),
      created_at: createdAt,
      expires_at: expiresAt,
    };
    const values = { ...row, key_hash: hashOf(key) };
    await this.#accounts.transaction().execute(async (transaction) => {
      await within?.(transaction);
      await transaction.insertInto('admin_key').values(values).execute();
    });
    return { ...toRecord({ ...row, revoked_at: null, last_used_at: null }), key };
  }

  async list(): Promise<readonly AdminKeyRecord[]> {
    const rows = await this.#select().orderBy('created_at').orderBy('id').execute();
    return rows.map(toRecord);
  }

  async revoke(id: string): Promise<AdminKeyRecord> {
    const revocation = this.#accounts
      .updateTable('admin_key')
      .set({ revoked_at: this.#clock.now() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null);
    await this.#urgently(() => revocation.execute());
    const row = await this.#select().where('id', '=', id).executeTakeFirst();
    if (!row) throw new ApiError(errors.resourceUnknown, { kind: 'admin key', id });
    return toRecord(row);
  }

  async find(presented: string): Promise<AdminKeyRecord | undefined> {
    if (!isWellFormed(presented)) return undefined;
    const row = await this.#select().where('key_hash', '=', hashOf(presented)).executeTakeFirst();
    return row && toRecord(row);
  }

  /** Writes at most once a minute a key. */
  async noteUse({ id, lastUsedAt }: AdminKeyRecord): Promise<void> {
    const now = this.#clock.now();
    if (lastUsedAt !== null && Math.abs(now - lastUsedAt) < usedMsPrecision) return;
    await this.#accounts.updateTable('admin_key').set({ last_used_at: now }).where('id', '=', id).execute();
  }

  #select() {
    return this.#accounts
      .selectFrom('admin_key')
      .select(['id', 'key_hint', 'name', 'scopes', 'created_at', 'expires_at', 'revoked_at', 'last_used_at']);
  }
}

function toRecord(row: Omit<Selectable<AdminKeyTable>, 'key_hash'>): AdminKeyRecord {
  return {
    id: row.id as AdminKeyId,
    hint: row.key_hint,
    name: row.name,
    scopes: row.scopes.split(',') as AdminScope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
