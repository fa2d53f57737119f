import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryRates, openRedisRates } from '../../../src/access/rates/flexible-rates.ts';
import type { RatedKey, RateLimiter, RateOptions } from '../../../src/access/rates/rates.ts';

const { REDIS_URL: redisUrl } = process.env;

interface RateStore {
  readonly title: string;
  readonly absent: boolean;
  open(options: RateOptions): Promise<RateLimiter>;
}

const stores: readonly RateStore[] = [
  { title: 'memory', absent: false, open: async (options) => memoryRates(options) },
  {
    title: redisUrl ? 'Redis' : 'Redis (skipped: REDIS_URL is not given)',
    absent: !redisUrl,
    open: (options) => openRedisRates(redisUrl ?? '', options),
  },
  { title: 'memory while Redis is away', absent: false, open: (options) => openRedisRates(redisAway, options) },
];

/** A port nothing listens on. */
const redisAway = 'redis://127.0.0.1:1';

/** Long enough that no test outlasts it. */
const windowSeconds = 600;

describe.each(stores)('rates in $title', ({ absent, open }) => {
  describe.skipIf(absent)('within one window', () => {
    let rates: RateLimiter;
    beforeEach(async () => {
      rates = await open({ qpsDefault: 1 / 300, windowSeconds });
    });
    afterEach(() => rates.close());

    it('allows as many calls as the limit of the key and refuses the next', async () => {
      const key = randomUUID();
      const decisions = await takeTimes(rates, 4, key, 3 / windowSeconds);
      expect(decisions.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    });

    it('says when to come back, within the window', async () => {
      const key = randomUUID();
      const [allowed, refused] = await takeTimes(rates, 2, key, 1 / windowSeconds);
      expect(allowed?.retryAfterMs).toBe(0);
      expect(refused?.retryAfterMs).toBeGreaterThan(0);
      expect(refused?.retryAfterMs).toBeLessThanOrEqual(windowSeconds * 1000);
    });

    it('gives a key without a limit the default', async () => {
      const decisions = await takeTimes(rates, 3, randomUUID(), null);
      expect(decisions.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    });

    it('tells where a key stands', async () => {
      const [first, second, third] = await takeTimes(rates, 3, randomUUID(), 2 / windowSeconds);
      expect([first, second, third].map((each) => each?.limit)).toEqual([2, 2, 2]);
      expect([first, second, third].map((each) => each?.remaining)).toEqual([1, 0, 0]);
      for (const decision of [first, second, third]) {
        expect(decision?.resetMs).toBeGreaterThan(0);
        expect(decision?.resetMs).toBeLessThanOrEqual(windowSeconds * 1000);
      }
    });

    it('lets a burst through beyond the limit, and no more than that', async () => {
      const key = randomUUID();
      const decisions = await takeTimes(rates, 8, key, 2 / windowSeconds, 4);
      expect(decisions.map(({ allowed }) => allowed)).toEqual([...Array(6).fill(true), false, false]);
      expect(decisions.at(-1)).toMatchObject({ limit: 2, remaining: 0 });
    });

    it('never allows more than limit and burst, however many calls come at once', async () => {
      const key = rated(randomUUID(), 5 / windowSeconds, 7);
      const decisions = await Promise.all(Array.from({ length: 40 }, () => rates.take(key)));
      expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(12);
    });

    it('lets no key use up the calls of another', async () => {
      await takeTimes(rates, 3, randomUUID(), null);
      expect(await rates.take(rated(randomUUID(), null))).toMatchObject({ allowed: true });
    });
  });
});

describe('rates over time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives a burst back after ten windows, and the limit after each', async () => {
    const rates = memoryRates({ qpsDefault: 1 });
    const allowed = async () => (await takeTimes(rates, 9, 'key', null, 3)).filter((each) => each.allowed).length;
    expect(await allowed()).toBe(4);
    for (let second = 1; second < 10; second++) {
      vi.advanceTimersByTime(1_000);
      expect(await allowed()).toBe(1);
    }
    vi.advanceTimersByTime(1_000);
    expect(await allowed()).toBe(4);
  });

  it('ends a window in time and tells no longer wait when the clock is set back', async () => {
    const rates = memoryRates({ qpsDefault: 1 });
    await takeTimes(rates, 2, 'key', null);
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(await rates.take(rated('key', null))).toMatchObject({ allowed: false, retryAfterMs: 1_000, resetMs: 1_000 });
    vi.advanceTimersByTime(1_000);
    expect(await rates.take(rated('key', null))).toMatchObject({ allowed: true });
  });

  it('begins a new window at once when the clock is set forward', async () => {
    const rates = memoryRates({ qpsDefault: 1 });
    await takeTimes(rates, 2, 'key', null);
    vi.setSystemTime(Date.now() + 3_600_000);
    expect(await rates.take(rated('key', null))).toMatchObject({ allowed: true });
  });

  it('allows a call again as soon as it said, and not before', async () => {
    const rates = memoryRates({ qpsDefault: 2 });
    const refused = (await takeTimes(rates, 3, 'key', null)).at(-1);
    vi.advanceTimersByTime((refused?.retryAfterMs ?? 0) - 1);
    expect(await rates.take(rated('key', null))).toMatchObject({ allowed: false, retryAfterMs: 1, qps: 2 });
    vi.advanceTimersByTime(1);
    expect(await rates.take(rated('key', null))).toMatchObject({ allowed: true, retryAfterMs: 0 });
  });
});

describe.skipIf(!redisUrl)(`rates shared through Redis${redisUrl ? '' : ' (skipped: REDIS_URL is not given)'}`, () => {
  it('count the calls of a key on all nodes together', async () => {
    const options = { qpsDefault: 4 / windowSeconds, windowSeconds };
    const nodes = await Promise.all([1, 2].map(() => openRedisRates(redisUrl ?? '', options)));
    const key = randomUUID();
    const decisions = (await Promise.all(nodes.map((rates) => takeTimes(rates, 4, key, null)))).flat();
    await Promise.all(nodes.map((rates) => rates.close()));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(4);
  });
});

function rated(id: string, qps: number | null, burst = 0): RatedKey {
  return { id, qps, burst };
}

async function takeTimes(rates: RateLimiter, times: number, keyId: string, qps: number | null, burst = 0) {
  const decisions = [];
  for (let time = 0; time < times; time++) decisions.push(await rates.take(rated(keyId, qps, burst)));
  return decisions;
}
