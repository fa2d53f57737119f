/** What an admin key allows. */
export type AdminScope = 'ingest' | 'publish' | 'keys' | 'usage' | 'audit' | 'forget' | 'sql' | 'view' | 'operate';

/** A key of the admin API as the operator sees it; never the key itself. Times are epoch milliseconds. */
export interface AdminKeyRecord {
  readonly id: `adm_${string}`;
  /** `sk_admin_ab…wxyz` */
  readonly hint: string;
  readonly name: string;
  readonly scopes: readonly AdminScope[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  /** To the minute. */
  readonly lastUsedAt: number | null;
}

export interface NewAdminKey {
  /** Display name, 1 to 100 characters. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Epoch milliseconds; default: in 90 days. */
  readonly expiresAt?: number | undefined;
}

/** The key itself, which is returned only this once. */
export interface CreatedAdminKey extends AdminKeyRecord {
  readonly key: string;
}
