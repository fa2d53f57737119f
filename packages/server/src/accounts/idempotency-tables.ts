import type { Absent, Fixed } from './column-types.ts';

/** A request that carried an `Idempotency-Key`, kept for a day. */
export interface IdempotentRequestTable {
  /** SHA-256 of who sent it, the method, the path and the header. */
  readonly id_hash: Fixed<string>;
  /** SHA-256 of the body. */
  readonly fingerprint: Fixed<string>;
  /** By whom it has now: a claim that is taken over begins again. */
  readonly begun_at: number;
  readonly expires_at: Fixed<number>;
  /** Written in the transaction of the change; null: the change is not made. */
  readonly done_at: Absent<number>;
  /** Encrypted under the header, which is not kept; null: it is under way, or its process ended before it was over. */
  readonly response: Absent<string>;
}
