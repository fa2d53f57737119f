import type { AccountsDatabase } from '../../accounts/database.ts';
import { hashOf } from './key-format.ts';

const keysMaxDefault = 100_000;

/**
 * Which keys have worked before: these are no guesses, so they are looked up even where guesses are refused. It holds
 * parts of their hashes, of the ones that were used last.
 */
export class KnownKeys {
  readonly #keysMax: number;
  readonly #marks = new Set<number>();

  /** @param keysMax keys held at most; the one that is there longest makes room. */
  constructor(keysMax = keysMaxDefault) {
    this.#keysMax = keysMax;
  }

  /** Those that a database says were used before, by whichever process. */
  static async of(accounts: AccountsDatabase, keysMax = keysMaxDefault): Promise<KnownKeys> {
    const known = new KnownKeys(keysMax);
    for (const { key_hash } of (await usedBefore(accounts, keysMax)).reverse()) known.#add(markOf(key_hash));
    return known;
  }

  /** Every admin key there is: they are few. */
  static async ofAdmins(accounts: AccountsDatabase): Promise<KnownKeys> {
    const known = new KnownKeys();
    for (const { key_hash } of await accounts.selectFrom('admin_key').select('key_hash').execute())
      known.#add(markOf(key_hash));
    return known;
  }

  /** Tokens of sessions; those that are over are in nobody's way. */
  static async ofSessions(accounts: AccountsDatabase): Promise<KnownKeys> {
    const known = new KnownKeys();
    const rows = await accounts.selectFrom('console_session').select('token_hash').orderBy('created_at').execute();
    for (const { token_hash } of rows) known.#add(markOf(token_hash));
    return known;
  }

  has(presented: string): boolean {
    return this.#marks.has(markOf(hashOf(presented)));
  }

  /** Notes a key that was found. */
  add(presented: string): void {
    this.#add(markOf(hashOf(presented)));
  }

  #add(mark: number): void {
    if (this.#marks.has(mark)) return;
    const [oldest] = this.#marks;
    if (oldest !== undefined && this.#marks.size >= this.#keysMax) this.#marks.delete(oldest);
    this.#marks.add(mark);
  }
}

/** 48 bits: a guess passes for a key once in billions, and gains a look-up that finds nothing. */
function markOf(keyHash: string): number {
  return Number.parseInt(keyHash.slice(0, 12), 16);
}

/** What keys were before they were rotated works for a while too. */
function usedBefore(accounts: AccountsDatabase, keysMax: number) {
  const retired = accounts
    .selectFrom('retired_secret')
    .innerJoin('api_key', 'api_key.id', 'retired_secret.key_id')
    .select(['retired_secret.key_hash', 'last_used_at']);
  return accounts
    .selectFrom(accounts.selectFrom('api_key').select(['key_hash', 'last_used_at']).unionAll(retired).as('used'))
    .select('key_hash')
    .where('last_used_at', 'is not', null)
    .orderBy('last_used_at', 'desc')
    .limit(keysMax)
    .execute();
}
