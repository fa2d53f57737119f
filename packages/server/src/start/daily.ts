import { type DailyTime, dayIn, momentOn, nextMoment } from '../kernel/daily-time.ts';
import type { Closable } from './resource-stack.ts';

/** Where the time comes from, and how it passes; tests pass their own. */
export interface Timekeeper {
  now(): number;
  /** @throws the reason of the signal once it is aborted */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export interface DailyWork {
  /** Whether the work of a day, whose time has come, is still to be done. */
  isDue(day: string): boolean | Promise<boolean>;
  /** Does the work of a day. What it throws is its own affair: it is done again when it is due. */
  work(day: string, signal: AbortSignal): Promise<void>;
}

/** The clock of a machine may be set, and a machine may sleep. */
const waitMsMax = 60_000;

/**
 * Does work once a day at a time, and at once where the time of today has passed and the work is still due. When it is
 * closed, the work under way is told to stop and waited for.
 */
export function daily(time: DailyTime, { isDue, work }: DailyWork, timekeeper: Timekeeper): Closable {
  const closing = new AbortController();
  const running = (async () => {
    while (!closing.signal.aborted) {
      const now = timekeeper.now();
      const day = dayIn(time.zone, now);
      if (momentOn(day, time) <= now && (await isDue(day))) await work(day, closing.signal);
      const waitMs = Math.min(waitMsMax, nextMoment(time, now) - now);
      await timekeeper.wait(waitMs, closing.signal).catch(() => {});
    }
  })();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
