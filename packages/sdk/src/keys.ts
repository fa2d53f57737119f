/** A test key reads the same data as a live key, free of charge. */
export type KeyMode = 'live' | 'test';

/** Calendar months in UTC, or months from the start of the quota. */
export type QuotaPeriod = 'calendar' | 'anniversary';

/** A key as its operator sees it. Times are epoch milliseconds. */
export interface KeyRecord {
  readonly id: string;
  readonly hint: string;
  readonly mode: KeyMode;
  readonly name: string;
  /** Owner of the key; may be empty. */
  readonly owner: string;
  /** IDs of the endpoints the key may call; null: all. */
  readonly scopes: readonly string[] | null;
  /** Calls per second; null: the default of the server. */
  readonly qps: number | null;
  /** Extra calls beyond `qps` allowed within ten seconds. */
  readonly burst: number;
  /** Credits left; null: unlimited. */
  readonly credits: number | null;
  /** Credits per month, used before others; null: no quota. */
  readonly monthlyQuota: number | null;
  /** When the quota renews and unused credits of it expire. */
  readonly renewsAt: number | null;
  readonly createdAt: number;
  /** Start of validity; null: no limit. */
  readonly notBefore: number | null;
  /** End of validity; null: no limit. */
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly lastUsedAt: number | null;
}

export interface NewKey {
  readonly name: string;
  /** Default `live`. */
  readonly mode?: KeyMode | undefined;
  readonly owner?: string | undefined;
  /** Absent: all. */
  readonly scopes?: readonly string[] | undefined;
  /** Absent: unlimited, or 0 with a quota. Not allowed for test keys. */
  readonly credits?: number | undefined;
  /** Credits per month; unused ones expire at the end of the month. */
  readonly monthlyQuota?: number | undefined;
  /** Default `calendar`. */
  readonly quotaPeriod?: QuotaPeriod | undefined;
  /** Absent: the default of the server. */
  readonly qps?: number | undefined;
  readonly burst?: number | undefined;
  readonly notBefore?: number | undefined;
  readonly expiresAt?: number | undefined;
}

/** Changes to a key: absent fields are unchanged, null removes a limit. */
export interface KeyChanges {
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
  readonly scopes?: readonly string[] | null | undefined;
  readonly qps?: number | null | undefined;
  readonly burst?: number | undefined;
  /**
   * Takes effect next month if the key already has a quota; null: the quota no longer renews. Not allowed for unlimited
   * keys.
   */
  readonly monthlyQuota?: number | null | undefined;
  /** Only with a new `monthlyQuota`; default: calendar months. */
  readonly quotaPeriod?: QuotaPeriod | undefined;
  readonly notBefore?: number | null | undefined;
  readonly expiresAt?: number | null | undefined;
}

/** The key itself, which is returned only this once. */
export interface CreatedKey extends KeyRecord {
  readonly key: string;
}
