import type { Platform, Received } from './platform.ts';
import { ConnectionError } from './vitrine-error.ts';

export interface Patience {
  readonly retriesMax: number;
  readonly platform: Platform;
  readonly signal: AbortSignal | undefined;
}

const firstWaitMsMax = 250;
const waitMsMax = 10_000;
/** Who is told to wait longer than this hears the error at once instead. */
const retryAfterMsMax = 60_000;
const retriedStatuses: readonly number[] = [429, 500, 502, 503, 504];

/** Attempts until an answer is not worth another one. The last attempt's answer or error is given as it is. */
export async function attemptsOf(attempt: () => Promise<Received>, patience: Patience): Promise<Received> {
  const { retriesMax, platform, signal } = patience;
  for (let retries = 0; ; retries++) {
    const outcome = await attempt().catch(orConnectionError);
    const waitMs = retries < retriesMax ? waitMsBefore(outcome, retries, platform) : undefined;
    if (waitMs === undefined) return answerOf(outcome);
    await platform.wait(waitMs, signal);
  }
}

type Outcome = Received | ConnectionError;

function orConnectionError(error: unknown): ConnectionError {
  if (error instanceof ConnectionError) return error;
  throw error;
}

function answerOf(outcome: Outcome): Received {
  if (outcome instanceof ConnectionError) throw outcome;
  return outcome;
}

/**
 * Undefined: no further attempt. Waits differ at random, so that those who were refused together do not return
 * together.
 */
function waitMsBefore(outcome: Outcome, retries: number, platform: Platform): number | undefined {
  const backoffMs = platform.random() * Math.min(waitMsMax, firstWaitMsMax * 2 ** retries);
  if (outcome instanceof ConnectionError) return backoffMs;
  if (!retriedStatuses.includes(outcome.status)) return undefined;
  const retryAfterMs = retryAfterMsOf(outcome);
  if (retryAfterMs === undefined) return backoffMs;
  return retryAfterMs > retryAfterMsMax ? undefined : retryAfterMs + platform.random() * firstWaitMsMax;
}

/** The header says seconds, or a date. */
function retryAfterMsOf({ retryAfter }: Received): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const dateMs = Date.parse(retryAfter);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - Date.now());
}
