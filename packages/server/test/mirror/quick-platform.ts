import type { Platform } from '../../src/mirror/upstream/platform.ts';

export interface QuickPlatform extends Platform {
  /** Milliseconds that were waited, one a wait. */
  readonly waits: number[];
  /** Lets the attempt under way run out of time. */
  expire(): void;
  setTime(ms: number): void;
}

/** A machine on which waiting takes no time, and the clock goes on by what was waited. */
export function quickPlatform(startMs = Date.parse('2026-08-12T06:00:00Z')): QuickPlatform {
  let now = startMs;
  let deadline = new AbortController();
  const waits: number[] = [];
  return {
    fetch: (...call) => fetch(...call),
    now: () => now,
    async wait(ms, signal) {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    deadline() {
      deadline = new AbortController();
      return deadline.signal;
    },
    random: () => 0.5,
    waits,
    expire: () => deadline.abort(),
    setTime(ms) {
      now = ms;
    },
  };
}
