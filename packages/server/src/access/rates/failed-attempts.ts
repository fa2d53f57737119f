import { hash, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ApiError, errors } from '../../kernel/errors.ts';

/** Counts keys and tokens that did not work, by the address they came from. */
export interface FailedAttempts {
  /** @throws ApiError attempts-exceeded when too many of them came from the address within a minute */
  check(address: string): Promise<void>;
  count(address: string): Promise<void>;
}

export interface FailedAttemptsOptions {
  /** How many an address may make a minute. */
  readonly perMinute: number;
}

const windowSeconds = 60;

/**
 * Counts in this process, each node for itself, in a table that cannot grow: an address has one of 65,536 counters, and
 * which one is chosen anew at every start, so that nobody can aim at the counter of another.
 */
export function memoryAttempts({ perMinute }: FailedAttemptsOptions): FailedAttempts {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
  const salt = randomBytes(16).toString('hex');
  return {
    async check(address) {
      const counted = await limiter.get(counterOf(address, salt));
      if (counted !== null && counted.consumedPoints >= perMinute) throw refusal(counted.msBeforeNext);
    },
    async count(address) {
      await limiter.penalty(counterOf(address, salt));
    },
  };
}

function refusal(msBeforeNext: number): ApiError {
  const retryAfterSeconds = Math.min(Math.max(1, Math.ceil(msBeforeNext / 1000)), windowSeconds);
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  return new ApiError(errors.attemptsExceeded, { retryAfterSeconds }, { headers });
}

function counterOf(address: string, salt: string): string {
  return hash('sha256', salt + networkOf(address)).slice(0, 4);
}

/** Whoever has one IPv6 address has the 2^64 others of its network too. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
