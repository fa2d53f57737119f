const headersOfRate = [
  ['ratelimit-remaining', 'ratelimit-reset'],
  ['x-ratelimit-remaining', 'x-ratelimit-reset'],
] as const;

/** A reset that is beyond this is a moment, in seconds since the epoch; beyond its thousandfold, in milliseconds. */
const secondsOfMomentMin = 1_000_000_000;

/**
 * How long an answer asks us to wait before the next call: `Retry-After`, or until the reset where nothing of the rate
 * is left. Undefined: it asks nothing.
 */
export function waitMsAskedBy(headers: Headers, nowMs: number): number | undefined {
  const retryAfterMs = retryAfterMsOf(headers, nowMs);
  if (retryAfterMs !== undefined) return retryAfterMs;
  for (const [remaining, reset] of headersOfRate) {
    if (!/^0+$/.test(headers.get(remaining) ?? '')) continue;
    const resetMs = resetMsOf(headers.get(reset), nowMs);
    if (resetMs !== undefined) return resetMs;
  }
  return undefined;
}

/** Seconds, or a date. */
function retryAfterMsOf(headers: Headers, nowMs: number): number | undefined {
  const given = headers.get('retry-after');
  if (given === null) return undefined;
  if (/^\d{1,9}$/.test(given)) return Number(given) * 1000;
  const moment = Date.parse(given);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - nowMs);
}

function resetMsOf(given: string | null, nowMs: number): number | undefined {
  if (given === null || !/^\d{1,15}(\.\d+)?$/.test(given)) return undefined;
  const value = Number(given);
  if (value < secondsOfMomentMin) return value * 1000;
  return Math.max(0, (value < secondsOfMomentMin * 1000 ? value * 1000 : value) - nowMs);
}
