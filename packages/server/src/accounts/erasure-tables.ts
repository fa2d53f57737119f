import type { Fixed } from './column-types.ts';

/** What the ids of erased persons are hashed with: the row with id 1, absent until somebody is erased. */
export interface ErasureKeyTable {
  readonly id: Fixed<1>;
  /** 64 hexadecimal digits. */
  readonly key: Fixed<string>;
}

/** A person whose records are not taken in again. */
export interface ErasedPersonTable {
  /** HMAC-SHA-256 of the id, 64 hexadecimal digits: the id itself is not kept. */
  readonly person: Fixed<string>;
  readonly erased_at: Fixed<number>;
  /** Null while it goes on, or was cut short. */
  readonly finished_at: number | null;
}
