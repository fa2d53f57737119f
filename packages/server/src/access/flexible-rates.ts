import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateDecision, RateLimiter, RateOptions } from './rates.ts';
import { connectRedis } from './redis.ts';

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

/** One limiter for each qps in use: the library fixes the number of points when a limiter is made. */
class FlexibleRates implements RateLimiter {
  readonly #options: RateOptions;
  readonly #newLimiter: (limit: Limit) => RateLimiterAbstract;
  readonly #limiterByQps = new Map<number, RateLimiterAbstract>();
  readonly close: () => Promise<void>;

  constructor(options: RateOptions, newLimiter: (limit: Limit) => RateLimiterAbstract, close = async () => {}) {
    this.#options = options;
    this.#newLimiter = newLimiter;
    this.close = close;
  }

  async take(keyId: string, qpsOfKey: number | null): Promise<RateDecision> {
    const qps = qpsOfKey ?? this.#options.qpsDefault;
    try {
      await this.#limiterOf(qps).consume(keyId);
      return { allowed: true, retryAfterMs: 0, qps };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { allowed: false, retryAfterMs: Math.max(1, refusal.msBeforeNext), qps };
    }
  }

  #limiterOf(qps: number): RateLimiterAbstract {
    const known = this.#limiterByQps.get(qps);
    if (known) return known;
    const duration = this.#options.windowSeconds ?? 1;
    const limiter = this.#newLimiter({ points: qps * duration, duration, keyPrefix: 'vitrine:rate' });
    this.#limiterByQps.set(qps, limiter);
    return limiter;
  }
}
