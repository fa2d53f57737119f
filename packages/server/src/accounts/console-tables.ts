import type { Absent, Fixed } from './column-types.ts';

/** Somebody who is logged in to the console; the token of their cookie is not kept, only its hash. */
export interface ConsoleSessionTable {
  /** Short public id, `ses_…`. */
  readonly id: Fixed<string>;
  /** SHA-256 of the token, 64 hexadecimal digits. */
  readonly token_hash: Fixed<string>;
  /** The admin key they logged in with; null: it was the admin token. */
  readonly admin_key_id: Fixed<string | null>;
  /** HMAC-SHA-256 of the token under the admin token, so that the session ends with that; null: it was an admin key. */
  readonly admin_token_proof: Fixed<string | null>;
  readonly created_at: Fixed<number>;
  /** However much it is used. */
  readonly expires_at: Fixed<number>;
  /** To the minute. */
  readonly last_used_at: number;
  readonly ended_at: Absent<number>;
}

/** A code that logs in once; it is not kept, only its hash. The row goes when it is used. */
export interface LoginCodeTable {
  /** SHA-256 of the code, 64 hexadecimal digits. */
  readonly code_hash: Fixed<string>;
  /** As in `console_session`. */
  readonly admin_key_id: Fixed<string | null>;
  /** As in `console_session`, of the code. */
  readonly admin_token_proof: Fixed<string | null>;
  readonly expires_at: Fixed<number>;
}
