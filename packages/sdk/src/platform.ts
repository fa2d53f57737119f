/** What the platform does, for those who want to do it themselves. */
export interface Platform {
  readonly fetch: typeof fetch;
  /** Resolves after that time, or rejects with the reason of the signal. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

/** An answer, whatever its status. */
export interface Received {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly headers: Headers;
}
