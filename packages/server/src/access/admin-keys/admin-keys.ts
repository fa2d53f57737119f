import type { WithinTransaction } from '../../accounts/database.ts';

/**
 * What a key of the admin API may do; `view` and `operate` are of the console. Admin keys themselves are for the admin
 * token alone.
 */
export const adminScopes = ['ingest', 'publish', 'keys', 'usage', 'audit', 'forget', 'sql', 'view', 'operate'] as const;
export type AdminScope = (typeof adminScopes)[number];

export type AdminKeyId = `adm_${string}`;

/** What an operator showed over HTTP: the admin token, or an admin key (its id). */
export type AdminActor = 'admin-token' | AdminKeyId;

/** An admin key as the operator sees it; never the key itself. Times are epoch milliseconds. */
export interface AdminKeyRecord {
  readonly id: AdminKeyId;
  /** `sk_admin_ab…wxyz` */
  readonly hint: string;
  readonly name: string;
  readonly scopes: readonly AdminScope[];
  readonly createdAt: number;
  /** It works until this moment. */
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  /** To the minute. */
  readonly lastUsedAt: number | null;
}

export interface NewAdminKey {
  /** Who or what has it, 1 to 100 characters. */
  readonly name: string;
  /** One or more of {@link adminScopes}. */
  readonly scopes: readonly string[];
  /** Epoch milliseconds; default: in 90 days. */
  readonly expiresAt?: number | undefined;
}

/** An admin key just made, with the only sight of the key there will ever be. */
export interface CreatedAdminKey extends AdminKeyRecord {
  readonly key: string;
}

/** Keys of the admin API, beside the one token that may do everything. */
export interface AdminKeyStore {
  /** @param within run first in the transaction of the change. @throws ApiError parameter-invalid */
  create(wanted: NewAdminKey, within?: WithinTransaction): Promise<CreatedAdminKey>;
  /** All of them, expired and revoked ones too, oldest first. */
  list(): Promise<readonly AdminKeyRecord[]>;
  /** Ends a key for good; ending it again changes nothing. @throws ApiError resource-unknown */
  revoke(id: string): Promise<AdminKeyRecord>;
  /** The key that a caller presents, also one that works no more; undefined: there is none. */
  find(presented: string): Promise<AdminKeyRecord | undefined>;
  /** Notes that a key was used. */
  noteUse(key: AdminKeyRecord): Promise<void>;
}
