/** A test key reads the same data as a live one, and costs nothing. */
export type KeyMode = 'live' | 'test';

/** Months of the calendar, UTC, or counted from when the quota began. */
export type QuotaPeriod = 'calendar' | 'anniversary';

/** A key as its operator sees it. Times are epoch milliseconds. */
export interface KeyRecord {
  readonly id: string;
  readonly hint: string;
  readonly mode: KeyMode;
  readonly name: string;
  /** Who has it; empty: not said. */
  readonly owner: string;
  /** Ids of the endpoints it may call; null: all. */
  readonly scopes: readonly string[] | null;
  /** Calls a second; null: the default of the server. */
  readonly qps: number | null;
  /** Calls beyond `qps` that are let through in ten seconds. */
  readonly burst: number;
  /** Credits left; null: unlimited. */
  readonly credits: number | null;
  /** Credits a month, used before others; null: no such plan. */
  readonly monthlyQuota: number | null;
  /** When the quota renews, and what is left of it lapses. */
  readonly renewsAt: number | null;
  readonly createdAt: number;
  /** It works from this moment on; null: from the beginning. */
  readonly notBefore: number | null;
  /** It works until this moment; null: without end. */
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
  /** Absent: unlimited, or 0 with a quota. A test key takes none. */
  readonly credits?: number | undefined;
  /** Credits a month; what is left at the end of the month lapses. */
  readonly monthlyQuota?: number | undefined;
  /** Default `calendar`. */
  readonly quotaPeriod?: QuotaPeriod | undefined;
  /** Absent: the default of the server. */
  readonly qps?: number | undefined;
  readonly burst?: number | undefined;
  readonly notBefore?: number | undefined;
  readonly expiresAt?: number | undefined;
}

/** What to change of a key: what is absent stays, null takes a limit away. */
export interface KeyChanges {
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
  readonly scopes?: readonly string[] | null | undefined;
  readonly qps?: number | null | undefined;
  readonly burst?: number | undefined;
  /** From the next month on, where the key has a quota; null: it renews no more. An unlimited key takes none. */
  readonly monthlyQuota?: number | null | undefined;
  /** Only with a `monthlyQuota` that begins; default: months of the calendar. */
  readonly quotaPeriod?: QuotaPeriod | undefined;
  readonly notBefore?: number | null | undefined;
  readonly expiresAt?: number | null | undefined;
}

/** The only sight of the key there will ever be. */
export interface CreatedKey extends KeyRecord {
  readonly key: string;
}
