import type { WithinTransaction } from '../../accounts/database.ts';
import type { Clock } from '../../kernel/clock.ts';
import { hashOf } from './key-format.ts';
import type { BeforeLookup, CreatedKey, KeyChanges, KeyLookup, KeyRecord, KeyStore, NewKey } from './keys.ts';

export interface KeyCacheOptions {
  /**
   * How long a look-up may be repeated from memory, and so how long another node may not have heard of a revocation.
   */
  readonly ageMsMax: number;
  /** Keys held at most. */
  readonly keysMax: number;
}

interface Remembered {
  readonly lookup: KeyLookup;
  readonly since: number;
  /** How many changes there had been when it began: one that was overtaken by a change must not be repeated. */
  readonly changes: number;
}

/**
 * Remembers for a moment the keys that were found. A change through this store holds at once; one made by another
 * process holds after `ageMsMax`. What was not found is not remembered.
 */
export class CachedKeys implements KeyStore {
  readonly #stored: KeyStore;
  readonly #clock: Clock;
  readonly #options: KeyCacheOptions;
  readonly #rememberedByHash = new Map<string, Remembered>();
  #changes = 0;

  /** @param clock one that is never set back, or a key could be remembered for longer. */
  constructor(stored: KeyStore, clock: Clock, options: KeyCacheOptions = { ageMsMax: 1_000, keysMax: 10_000 }) {
    this.#stored = stored;
    this.#clock = clock;
    this.#options = options;
  }

  has(id: string): Promise<boolean> {
    return this.#stored.has(id);
  }

  create(wanted: NewKey, within?: WithinTransaction): Promise<CreatedKey> {
    return this.#stored.create(wanted, within);
  }

  list(): Promise<readonly KeyRecord[]> {
    return this.#stored.list();
  }

  update(id: string, changes: KeyChanges): Promise<KeyRecord> {
    return this.#stored.update(id, changes).finally(() => this.#outdate());
  }

  rotate(id: string, overlapMs?: number, within?: WithinTransaction): Promise<CreatedKey> {
    return this.#stored.rotate(id, overlapMs, within).finally(() => this.#outdate());
  }

  revoke(id: string): Promise<KeyRecord> {
    return this.#stored.revoke(id).finally(() => this.#outdate());
  }

  grant(id: string, credits: number, expiresAt?: number, within?: WithinTransaction): Promise<KeyRecord> {
    return this.#stored.grant(id, credits, expiresAt, within).finally(() => this.#outdate());
  }

  refund(id: string, credits: number, reason: string, within?: WithinTransaction): Promise<KeyRecord> {
    return this.#stored.refund(id, credits, reason, within).finally(() => this.#outdate());
  }

  noteUse(key: KeyRecord): Promise<void> {
    return this.#stored.noteUse(key);
  }

  async find(presented: string, beforeLookup?: BeforeLookup): Promise<KeyLookup> {
    const hash = hashOf(presented);
    const remembered = this.#rememberedByHash.get(hash);
    if (remembered && this.#isFresh(remembered)) return remembered.lookup;
    const since = this.#clock.now();
    const changes = this.#changes;
    const lookup = await this.#stored.find(presented, beforeLookup);
    if (lookup.found === 'known') this.#remember(hash, { lookup, since, changes });
    else this.#rememberedByHash.delete(hash);
    return lookup;
  }

  #isFresh({ since, changes }: Remembered): boolean {
    if (changes !== this.#changes) return false;
    const ageMs = this.#clock.now() - since;
    return ageMs >= 0 && ageMs < this.#options.ageMsMax;
  }

  #remember(hash: string, remembered: Remembered): void {
    if (this.#rememberedByHash.size >= this.#options.keysMax) this.#rememberedByHash.clear();
    this.#rememberedByHash.set(hash, remembered);
  }

  /** Nothing is repeated any more. */
  #outdate(): void {
    this.#changes++;
  }
}
