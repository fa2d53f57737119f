import { once } from 'node:events';
import { Redis } from 'ioredis';

const connectMsMax = 2_000;
const commandMsMax = 250;
const reconnectMsMax = 2_000;

/**
 * A connection that fails fast and comes back by itself: a call is never held up by a Redis that is away. Resolves
 * after the first attempt, whether it succeeded or not.
 *
 * @param onError hears of each failed connection.
 */
export async function connectRedis(redisUrl: string, onError: (error: Error) => void = () => {}): Promise<Redis> {
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: connectMsMax,
    commandTimeout: commandMsMax,
    retryStrategy: (attempt) => Math.min(attempt * 100, reconnectMsMax),
  });
  // Without a listener, an error of the connection would end the process.
  redis.on('error', onError);
  await once(redis, 'ready').catch(() => {});
  return redis;
}
