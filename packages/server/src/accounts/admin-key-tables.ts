import type { Absent, Fixed } from './column-types.ts';

/** A key of the admin API; the key itself is not kept, only its hash. */
export interface AdminKeyTable {
  /** Short public id, `adm_…`. */
  readonly id: Fixed<string>;
  /** SHA-256 of the key, 64 hexadecimal digits. */
  readonly key_hash: Fixed<string>;
  /** Enough of the key for its holder to tell it from others. */
  readonly key_hint: Fixed<string>;
  readonly name: Fixed<string>;
  /** What it may do, joined by commas. */
  readonly scopes: Fixed<string>;
  readonly created_at: Fixed<number>;
  readonly expires_at: Fixed<number>;
  readonly revoked_at: Absent<number>;
  /** To the minute. */
  readonly last_used_at: Absent<number>;
}
