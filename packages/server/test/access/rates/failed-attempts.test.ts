import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FailedAttempts, memoryAttempts } from '../../../src/access/rates/failed-attempts.ts';

const perMinute = 3;

describe('failed attempts of an address', () => {
  let attempts: FailedAttempts;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    attempts = memoryAttempts({ perMinute });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function fail(address: string, times = perMinute): Promise<void> {
    for (let time = 0; time < times; time++) await attempts.count(address);
  }

  const refusal = { status: 429, id: 'attempts-exceeded', headers: { 'Retry-After': expect.stringMatching(/^\d+$/) } };

  it('are allowed up to the limit and refused from there on', async () => {
    await fail('192.0.2.1', perMinute - 1);
    await attempts.check('192.0.2.1');
    await fail('192.0.2.1', 1);
    await expect(attempts.check('192.0.2.1')).rejects.toMatchObject(refusal);
  });

  it('are allowed again a minute after the first of them, as was said', async () => {
    await fail('192.0.2.1');
    vi.advanceTimersByTime(20_000);
    await expect(attempts.check('192.0.2.1')).rejects.toMatchObject({ headers: { 'Retry-After': '40' } });
    vi.advanceTimersByTime(39_999);
    await expect(attempts.check('192.0.2.1')).rejects.toMatchObject({ headers: { 'Retry-After': '1' } });
    vi.advanceTimersByTime(1);
    await attempts.check('192.0.2.1');
  });

  it('are refused for no longer when the clock is set back', async () => {
    await fail('192.0.2.1');
    vi.setSystemTime(Date.now() - 3_600_000);
    await expect(attempts.check('192.0.2.1')).rejects.toMatchObject({ headers: { 'Retry-After': '60' } });
    vi.advanceTimersByTime(60_000);
    await attempts.check('192.0.2.1');
  });

  it('are those of the whole network where an address is of IPv6, and of one address of IPv4', async () => {
    await fail('2001:db8:1:2::1');
    await expect(attempts.check('2001:db8:1:2:ffff:ffff:ffff:ffff')).rejects.toMatchObject(refusal);
    await fail('::ffff:192.0.2.1');
    await expect(attempts.check('192.0.2.1')).rejects.toMatchObject(refusal);
  });

  it('are counted in a table that cannot grow, whatever is said to be the address', async () => {
    const addresses = Array.from({ length: 100_000 }, (_, index) => `no address ${index}`);
    for (const address of addresses) await attempts.count(address);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(65_536);
  });
});
