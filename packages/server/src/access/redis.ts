import { Redis } from 'ioredis';

const commandMsMax = 250;
const reconnectMsMax = 2_000;

/** A connection that fails fast and comes back by itself: a call is never held up by a Redis that is away. */
export function connectRedis(redisUrl: string): Redis {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: commandMsMax,
    retryStrategy: (attempt) => Math.min(attempt * 100, reconnectMsMax),
  });
  // Each command reports its own failure; a connection error nobody listens to would end the process.
  redis.on('error', () => {});
  return redis;
}
