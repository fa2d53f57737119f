import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../kernel/clock.ts';

/** What a mirror has of its machine; tests pass their own. */
export interface Platform {
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after that time. @throws the reason of the signal once it is aborted */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
  /** Is aborted after that time. */
  deadline(ms: number): AbortSignal;
  /** From 0 to below 1. */
  random(): number;
}

export const systemPlatform: Platform = {
  fetch: (...call) => fetch(...call),
  now: () => systemClock.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }),
  deadline: (ms) => AbortSignal.timeout(ms),
  random: Math.random,
};
