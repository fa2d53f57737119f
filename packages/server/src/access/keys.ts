/** A key as its operator sees it; never the key itself. */
export interface KeyRecord {
  /** `key_…` */
  readonly id: string;
  /** `sk_live_ab…wxyz` */
  readonly hint: string;
  readonly name: string;
  /** Calls a second; null: the default of the server. */
  readonly qps: number | null;
  /** Credits left when the record was read; null: unlimited. */
  readonly credits: number | null;
  /** Epoch milliseconds, as the times below. */
  readonly createdAt: number;
  readonly revokedAt: number | null;
  /** Of the last call that was charged, to the minute. */
  readonly lastUsedAt: number | null;
}

export interface NewKey {
  /** For the operator to know the key by, 1 to 100 characters. */
  readonly name: string;
  /** Credits to begin with, 0 or more; absent: unlimited. */
  readonly credits?: number | undefined;
  /** Calls a second, 1 or more; absent: the default of the server. */
  readonly qps?: number | undefined;
}

/** A key just made, with the only sight of the key there will ever be. */
export interface CreatedKey extends KeyRecord {
  readonly key: string;
}

/** What became of a look-up. `malformed` took no look-up: the checksum is wrong. */
export type KeyLookup =
  | { readonly found: 'malformed' }
  | { readonly found: 'unknown' }
  | { readonly found: 'known'; readonly key: KeyRecord };

/** The keys of a server. */
export interface KeyStore {
  /** @throws ApiError parameter-invalid */
  create(wanted: NewKey): Promise<CreatedKey>;
  /** All keys, revoked ones too, oldest first. */
  list(): Promise<readonly KeyRecord[]>;
  /** Ends a key for good; ending it again changes nothing. @throws ApiError resource-unknown */
  revoke(id: string): Promise<KeyRecord>;
  /** Adds credits, a whole number of 1 or more. @throws ApiError resource-unknown, parameter-invalid */
  grant(id: string, credits: number): Promise<KeyRecord>;
  /** Looks up the key a caller presents; a revoked one is found, with its `revokedAt`. */
  find(presented: string): Promise<KeyLookup>;
}
