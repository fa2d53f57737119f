import type { Absent, Fixed } from './column-types.ts';

/** A request that carried an `Idempotency-Key`, kept for a day. */
export interface IdempotentRequestTable {
  /** SHA-256 of who sent it, the method, the path and the header. */
  readonly id_hash: Fixed<string>;
  /** SHA-256 of the body. */
  readonly fingerprint: Fixed<string>;
  readonly begun_at: Fixed<number>;
  readonly expires_at: Fixed<number>;
  /** Encrypted under the header, which is not kept; null: it is under way, or its process ended before it was over. */
  readonly response: Absent<string>;
}
