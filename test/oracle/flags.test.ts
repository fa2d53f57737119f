import { describe, expect, it } from 'vitest';
import { dayOf } from './day.ts';
import { firstCrawlDt, salesFlag, salesTrendFlag } from './flags.ts';
import { product } from './sightings.ts';

describe('flags (section 7)', () => {
  it('say whether videos or lives sell more', () => {
    expect([salesFlag(0n, 0n), salesFlag(5n, 5n), salesFlag(1n, 0n), salesFlag(5n, 6n)]).toEqual([0, 1, 1, 2]);
  });

  it('call more than a tenth more up, more than a tenth less down', () => {
    const trend = (last7: bigint, previous7: bigint) =>
      salesTrendFlag(last7, previous7, [product('2026-03-01')], dayOf('2026-03-15'));
    expect([trend(110n, 100n), trend(111n, 100n)]).toEqual([0, 1]);
    expect([trend(90n, 100n), trend(89n, 100n)]).toEqual([0, 2]);
    expect([trend(0n, 0n), trend(1n, 0n)]).toEqual([0, 1]);
  });

  it('see no trend in a product first observed less than 14 days ago, or never', () => {
    const day = dayOf('2026-03-15');
    expect(salesTrendFlag(9n, 0n, [product('2026-03-02')], day)).toBe(0);
    expect(salesTrendFlag(9n, 0n, [], day)).toBe(0);
  });

  it('date the first observation, 0 without one', () => {
    expect(firstCrawlDt([product('2026-03-05'), product('2026-03-01')])).toBe(20260301);
    expect(firstCrawlDt([])).toBe(0);
  });
});
