import { describe, expect, it } from 'vitest';
import { oracle } from './oracle.ts';
import { epochSeconds, only, product, video } from './sightings.ts';
import { WINDOWS } from './windows.ts';

describe('windows (section 4)', () => {
  it('sum the last N days, the as-of day included', () => {
    // 200 more in 100 days is 2 a day.
    const seen = [
      product('2026-01-01', { total_sale_cnt: 0, spu_avg_price: 1.5 }),
      product('2026-04-11', { total_sale_cnt: 200 }),
    ];
    const row = only(oracle(seen).products);
    for (const days of WINDOWS) {
      expect(row[`total_sale_${days}d_cnt`]).toBe(2 * days);
      expect(row[`total_sale_gmv_${days}d_amt`]).toBe(3 * days);
    }
  });

  it('are empty when the as-of day is long after the last sale', () => {
    const seen = [product('2026-01-01', { total_sale_cnt: 0 }), product('2026-01-03', { total_sale_cnt: 6 })];
    const row = only(oracle(seen, { asOf: '2026-01-09' }).products);
    // 3 units on 2 January and 3 on 3 January, the first day of the 7 up to the 9th.
    expect(row).toMatchObject({ total_sale_1d_cnt: 0, total_sale_7d_cnt: 3, total_sale_15d_cnt: 6 });
  });

  it('sum the views of linked videos, from their making on', () => {
    // 0 on 28 February, 30 on 3 March: 10 a day.
    const seen = [video('2026-03-03', { total_views_cnt: 30, create_time: epochSeconds('2026-03-01T23:00:00Z') })];
    expect(only(oracle(seen).products)).toMatchObject({ total_views_1d_cnt: 10, total_views_7d_cnt: 30 });
  });
});
