/** What a limiter says to one call. */
export interface RateDecision {
  readonly allowed: boolean;
  /** Milliseconds until the next call can be allowed; 0 when this one is. */
  readonly retryAfterMs: number;
  /** Calls a second the key may make. */
  readonly qps: number;
}

/** Counts the calls of keys. */
export interface RateLimiter {
  /** Counts one call of a key. @param qps calls a second it may make; null: the default of the server. */
  take(keyId: string, qps: number | null): Promise<RateDecision>;
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
