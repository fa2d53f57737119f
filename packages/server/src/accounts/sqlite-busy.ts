import { setTimeout as delay } from 'node:timers/promises';

const waitMsMax = 10_000;
const pauseMs = 5;

/**
 * Repeats an attempt for as long as another connection holds the database, for at most ten seconds, and unlike
 * SQLite's own `busy_timeout` without stopping the event loop, in which that other connection may live.
 */
export async function retryWhileBusy<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || waitedMs >= waitMsMax) throw error;
    }
    await delay(pauseMs);
  }
}

/** Whether another connection holds the database. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
