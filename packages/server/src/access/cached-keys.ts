import type { Clock } from '../kernel/clock.ts';
import { hashOf } from './key-format.ts';
import type { CreatedKey, KeyLookup, KeyRecord, KeyStore, NewKey } from './keys.ts';

export interface KeyCacheOptions {
  /** How long a look-up may be repeated from memory, and so how long another node may not have heard of a revocation. */
  readonly ageMsMax: number;
  /** Keys held at most. */
  readonly keysMax: number;
}

interface Remembered {
  readonly lookup: KeyLookup;
  readonly since: number;
}

/**
 * Remembers for a moment the keys that were found. A revocation or a grant through this store holds at once; one made
 * by another process holds after `ageMsMax`. What was not found is not remembered.
 */
export class CachedKeys implements KeyStore {
  readonly #stored: KeyStore;
  readonly #clock: Clock;
  readonly #options: KeyCacheOptions;
  readonly #rememberedByHash = new Map<string, Remembered>();
  #changes = 0;

  constructor(stored: KeyStore, clock: Clock, options: KeyCacheOptions = { ageMsMax: 1_000, keysMax: 10_000 }) {
    this.#stored = stored;
    this.#clock = clock;
    this.#options = options;
  }

  create(wanted: NewKey): Promise<CreatedKey> {
    return this.#stored.create(wanted);
  }

  list(): Promise<readonly KeyRecord[]> {
    return this.#stored.list();
  }

  revoke(id: string): Promise<KeyRecord> {
    return this.#stored.revoke(id).finally(() => this.#forget());
  }

  grant(id: string, credits: number): Promise<KeyRecord> {
    return this.#stored.grant(id, credits).finally(() => this.#forget());
  }

  async find(presented: string): Promise<KeyLookup> {
    const hash = hashOf(presented);
    const remembered = this.#rememberedByHash.get(hash);
    if (remembered && this.#isFresh(remembered)) return remembered.lookup;
    const since = this.#clock.now();
    const changesBefore = this.#changes;
    const lookup = await this.#stored.find(presented);
    // A look-up that a revocation overtook saw the key as it was before: it must not be repeated.
    if (lookup.found === 'known' && changesBefore === this.#changes) this.#remember(hash, { lookup, since });
    return lookup;
  }

  #isFresh({ since }: Remembered): boolean {
    const ageMs = this.#clock.now() - since;
    return ageMs >= 0 && ageMs < this.#options.ageMsMax;
  }

  #remember(hash: string, remembered: Remembered): void {
    if (this.#rememberedByHash.size >= this.#options.keysMax) this.#rememberedByHash.clear();
    this.#rememberedByHash.set(hash, remembered);
  }

  #forget(): void {
    this.#changes++;
    this.#rememberedByHash.clear();
  }
}
