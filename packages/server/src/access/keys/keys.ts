import type { WithinTransaction } from '../../accounts/database.ts';
import type { QuotaPeriod } from '../credits/ledger/credit-changes.ts';
import type { KeyMode } from './key-format.ts';

/** A key as its operator sees it; never the key itself. Times are epoch milliseconds. */
export interface KeyRecord {
  /** `key_…` */
  readonly id: string;
  /** `sk_live_ab…wxyz` */
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
  /** Credits left when the record was read; null: unlimited. */
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
  /** Of the last call that succeeded, to the minute. */
  readonly lastUsedAt: number | null;
}

export interface NewKey {
  /** For the operator to know the key by, 1 to 100 characters. */
  readonly name: string;
  /** Default `live`. */
  readonly mode?: KeyMode | undefined;
  /** At most 100 characters. */
  readonly owner?: string | undefined;
  /** Endpoint ids; absent: all. */
  readonly scopes?: readonly string[] | undefined;
  /** Credits to begin with, 0 or more; absent: unlimited, or 0 with a quota. A test key takes none. */
  readonly credits?: number | undefined;
  /** Credits a month, 1 or more, used before others; what is left at the end of the month lapses. */
  readonly monthlyQuota?: number | undefined;
  /** Default `calendar`. */
  readonly quotaPeriod?: QuotaPeriod | undefined;
  /** Calls a second, 1 or more; absent: the default of the server. */
  readonly qps?: number | undefined;
  /** Absent: 0. */
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
  /** Only with a `monthlyQuota` that begins; default `calendar`. */
  readonly quotaPeriod?: QuotaPeriod | undefined;
  readonly notBefore?: number | null | undefined;
  readonly expiresAt?: number | null | undefined;
}

/** A key just made, with the only sight of the key there will ever be. */
export interface CreatedKey extends KeyRecord {
  readonly key: string;
}

/** Result of a look-up. `malformed`: the checksum is wrong, so nothing was looked up. */
export type KeyLookup =
  | { readonly found: 'malformed' }
  | { readonly found: 'unknown' }
  | {
      readonly found: 'known';
      readonly key: KeyRecord;
      /** When what was presented ends because the key was rotated, epoch milliseconds; null: it is the newest. */
      readonly endsAt: number | null;
    };

/** Runs before the look-up of a key that is not cached; what it throws ends the look-up. */
export type BeforeLookup = () => Promise<void>;

/** Looking up the keys that callers present. */
export interface KeyLookups {
  /** Looks up the key a caller presents. A key that no longer works is found too; its record says why. */
  find(presented: string, beforeLookup?: BeforeLookup): Promise<KeyLookup>;
  /** Records the use of a key that is not charged. */
  noteUse(key: KeyRecord): Promise<void>;
}

/**
 * The keys of a server, for their operator. Methods that take an ID throw ApiError resource-unknown if there is no such
 * key; those that take `within` run it first in the transaction of the change.
 */
export interface KeyAdministration {
  /** @throws ApiError parameter-invalid */
  create(wanted: NewKey, within?: WithinTransaction): Promise<CreatedKey>;
  /** Whether there is such a key, revoked or not. */
  has(id: string): Promise<boolean>;
  /** All keys, revoked ones too, oldest first. */
  list(): Promise<readonly KeyRecord[]>;
  /** @throws ApiError parameter-invalid */
  update(id: string, changes: KeyChanges): Promise<KeyRecord>;
  /**
   * Makes a new secret of the same key. What its holder has now works for `overlapMs` more (default: a day); 0 ends it.
   *
   * @throws ApiError parameter-invalid; rotation-refused for a revoked key
   */
  rotate(id: string, overlapMs?: number, within?: WithinTransaction): Promise<CreatedKey>;
  /** Ends a key for good; ending it again changes nothing. */
  revoke(id: string): Promise<KeyRecord>;
  /**
   * Adds credits, a whole number of 1 or more, used after a quota and before what expires later.
   *
   * @param expiresAt from then on, epoch milliseconds, what is left of them is gone; absent: never.
   * @throws ApiError parameter-invalid
   */
  grant(id: string, credits: number, expiresAt?: number, within?: WithinTransaction): Promise<KeyRecord>;
  /** Gives charged credits back, at most what was charged and not refunded yet. @throws ApiError parameter-invalid */
  refund(id: string, credits: number, reason: string, within?: WithinTransaction): Promise<KeyRecord>;
}

/** All that is done with keys. */
export interface KeyStore extends KeyLookups, KeyAdministration {}
