import type { Redis } from 'ioredis';
import {
  BurstyRateLimiter,
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { connectRedis } from '../redis.ts';
import type { RateDecision, RatedKey, RateLimiter, RateOptions } from './rates.ts';

/** Limits counted in this process: right for a single node. */
export function memoryRates(options: RateOptions): RateLimiter {
  return new FlexibleRates(options, (limit) => new RateLimiterMemory(limit));
}

/**
 * Limits counted in Redis for all nodes together; while Redis is away, each node counts for itself. Resolves once Redis
 * answered or the first attempt failed; later attempts go on by themselves.
 */
export async function openRedisRates(redisUrl: string, options: RateOptions): Promise<RateLimiter> {
  const redis = await connectRedis(redisUrl, options.onStoreError);
  return new FlexibleRates(
    options,
    (limit) => insuredLimiter(redis, limit),
    async () => redis.disconnect(),
  );
}

interface Limit {
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
  readonly keyPrefix: string;
}

function insuredLimiter(redis: Redis, limit: Limit): RateLimiterRedis {
  return new RateLimiterRedis({
    ...limit,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(limit),
  });
}

type Consumer = Pick<RateLimiterAbstract, 'consume'>;

/** A burst is counted over this many windows. */
const burstWindows = 10;

/** One limiter for each rate in use: the library fixes the number of points when a limiter is made. */
class FlexibleRates implements RateLimiter {
  readonly #qpsDefault: number;
  readonly #windowSeconds: number;
  readonly #newLimiter: (limit: Limit) => RateLimiterAbstract;
  readonly #limiterByRate = new Map<string, Consumer>();
  readonly close: () => Promise<void>;

  constructor(options: RateOptions, newLimiter: (limit: Limit) => RateLimiterAbstract, close = async () => {}) {
    this.#qpsDefault = options.qpsDefault;
    this.#windowSeconds = options.windowSeconds ?? 1;
    this.#newLimiter = newLimiter;
    this.close = close;
  }

  async take({ id, qps: qpsOfKey, burst }: RatedKey): Promise<RateDecision> {
    const qps = qpsOfKey ?? this.#qpsDefault;
    try {
      return this.#decisionOf(qps, true, await this.#limiterOf(qps, burst).consume(id));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return this.#decisionOf(qps, false, refusal);
    }
  }

  /** A clock that is set back makes a window look longer than any is, although it ends in time. */
  #decisionOf(qps: number, allowed: boolean, { msBeforeNext, remainingPoints }: RateLimiterRes): RateDecision {
    const resetMs = Math.min(Math.max(1, msBeforeNext), this.#windowSeconds * 1000);
    const limit = qps * this.#windowSeconds;
    return { allowed, retryAfterMs: allowed ? 0 : resetMs, qps, limit, remaining: remainingPoints, resetMs };
  }

  #limiterOf(qps: number, burst: number): Consumer {
    const rate = `${qps}+${burst}`;
    const known = this.#limiterByRate.get(rate);
    if (known) return known;
    const limiter = this.#limiterFor(qps, burst);
    this.#limiterByRate.set(rate, limiter);
    return limiter;
  }

  #limiterFor(qps: number, burst: number): Consumer {
    const duration = this.#windowSeconds;
    const steady = this.#newLimiter({ points: qps * duration, duration, keyPrefix: 'vitrine:rate' });
    if (burst === 0) return steady;
    const beyond = { points: burst, duration: duration * burstWindows, keyPrefix: 'vitrine:burst' };
    return new BurstyRateLimiter(steady, this.#newLimiter(beyond));
  }
}
