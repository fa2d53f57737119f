import { vi } from 'vitest';
import { endMs } from '../../../../test/running/end-ms.ts';
import type { Timekeeper } from '../../src/start/daily.ts';

export interface SteppedTime extends Timekeeper {
  /** Lets time pass to a moment, and whoever waits for it go on until they wait again. */
  passTo(moment: string): Promise<void>;
}

/** Time that passes when a test says so. */
export function steppedTime(start: string): SteppedTime {
  let now = Date.parse(start);
  let goOn: (() => void) | undefined;
  return {
    now: () => now,
    wait: (_ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        goOn = resolve;
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    async passTo(moment) {
      await vi.waitUntil(() => goOn !== undefined, { timeout: endMs });
      now = Date.parse(moment);
      const waiting = goOn;
      goOn = undefined;
      waiting?.();
      await vi.waitUntil(() => goOn !== undefined, { timeout: endMs });
    },
  };
}
