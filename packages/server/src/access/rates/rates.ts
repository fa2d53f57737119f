import type { KeyRecord } from '../keys/keys.ts';

/** What a limiter says to one call. */
export interface RateDecision {
  readonly allowed: boolean;
  /** Milliseconds until the next call can be allowed; 0 when this one is. */
  readonly retryAfterMs: number;
  /** Calls a second the key may make. */
  readonly qps: number;
  /** Calls that a window allows, those of a burst aside. */
  readonly limit: number;
  /** How many of these are left in the window. */
  readonly remaining: number;
  /** Milliseconds until the window is over. */
  readonly resetMs: number;
}

/** What the rate of a key depends on. */
export type RatedKey = Pick<KeyRecord, 'id' | 'qps' | 'burst'>;

/** Counts the calls of keys. */
export interface RateLimiter {
  /** Counts one call of a key. */
  take(key: RatedKey): Promise<RateDecision>;
  /** Lets go of connections. */
  close(): Promise<void>;
}

export interface RateOptions {
  /** For keys that have no limit of their own. */
  readonly qpsDefault: number;
  /** Length of the window calls are counted over; default 1. A window allows qps · windowSeconds calls. */
  readonly windowSeconds?: number;
  /** Hears of each failed connection to a shared store; calls are then counted in this process. */
  readonly onStoreError?: (error: Error) => void;
}
