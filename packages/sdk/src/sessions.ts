import type { AdminScope } from './admin-keys.ts';

/** A session of the web console; never its token. Times are epoch milliseconds. */
export interface SessionRecord {
  readonly id: `ses_${string}`;
  /** What they logged in with: the admin token, or an admin key (its ID). */
  readonly actor: 'admin-token' | `adm_${string}`;
  /** Name of the admin key; `admin token` if there was none. */
  readonly name: string;
  /** What the admin key may do now. */
  readonly scopes: readonly AdminScope[];
  readonly createdAt: number;
  readonly expiresAt: number;
  /** To the minute. */
  readonly lastUsedAt: number;
  /** When it ended, for whatever reason; null: it works. */
  readonly endedAt: number | null;
}

/** A link that logs in to the web console, once. */
export interface LoginLink {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}
