import type { AccountsDatabase } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AdminActor } from '../admin-keys/admin-keys.ts';
import { hashOf } from '../keys/key-format.ts';
import { isSecret, newSecret, proofOf, storedOwner } from './console-secrets.ts';
import type { LoginCode, LoginCodes } from './console-sessions.ts';

const lifetimeMs = 10 * 60_000;

/** Login codes in the accounts database, so that every node knows them; only their hashes are stored. */
export class DatabaseLoginCodes implements LoginCodes {
  readonly #accounts: AccountsDatabase;
  readonly #clock: Clock;
  readonly #adminToken: string;

  /** @param adminToken codes made with another one do not work. */
  constructor(accounts: AccountsDatabase, clock: Clock, adminToken: string) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#adminToken = adminToken;
  }

  async create(actor: AdminActor): Promise<LoginCode> {
    const now = this.#clock.now();
    const [code, expiresAt] = [newSecret('code'), now + lifetimeMs];
    await this.#accounts.deleteFrom('login_code').where('expires_at', '<=', now).execute();
    const values = { code_hash: hashOf(code), ...storedOwner(actor, code, this.#adminToken), expires_at: expiresAt };
    await this.#accounts.insertInto('login_code').values(values).execute();
    return { code, expiresAt };
  }

  /** Of two who use one code at the same time, the row is deleted for one. */
  async redeem(code: string): Promise<AdminActor | undefined> {
    if (!isSecret(code)) return undefined;
    const now = this.#clock.now();
    const proof = proofOf(code, this.#adminToken);
    const row = await this.#accounts
      .deleteFrom('login_code')
      .where('code_hash', '=', hashOf(code))
      .where('expires_at', '>', now)
      .where(({ eb, or }) =>
        or([eb('admin_token_proof', '=', proof), eb('admin_key_id', 'in', this.#workingKeys(now))]),
      )
      .returning('admin_key_id')
      .executeTakeFirst();
    return row && ((row.admin_key_id ?? 'admin-token') as AdminActor);
  }

  #workingKeys(now: number) {
    return this.#accounts
      .selectFrom('admin_key')
      .select('id')
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now);
  }
}
