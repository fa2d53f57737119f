import { describe, expect, it } from 'vitest';
import { oracle } from './oracle.ts';
import { only, product } from './sightings.ts';

describe('state of a day (section 1)', () => {
  it('takes each field from the last record that has it', () => {
    const row = only(
      oracle([
        product('2026-03-01', { observed_at: '2026-03-01T23:59:59.999Z', product_name: 'old', review_count: 5 }),
        product('2026-03-02', { observed_at: '2026-03-02T00:00:00Z', product_name: 'new', review_count: null }),
      ]).products,
    );
    expect(row).toMatchObject({ product_name: 'new', review_count: 5 });
  });

  it('takes the larger of two values of one millisecond, numbers by size and texts by their bytes', () => {
    // UTF-8: U+FFEE begins with EF, the emoji with F0; UTF-16 would order them the other way round.
    const row = only(
      oracle([
        product('2026-03-01', { product_name: '\u{1F600}', review_count: 9, seller_id: '10' }),
        product('2026-03-01', { product_name: '\uffee', review_count: 10, seller_id: '9' }),
      ]).products,
    );
    expect(row).toMatchObject({ product_name: '\u{1F600}', review_count: 10, seller_id: '10' });
  });

  it('knows nothing of what was seen after the as-of day', () => {
    const seen = [product('2026-03-01', { total_sale_cnt: 5 }), product('2026-03-02', { total_sale_cnt: 9 })];
    expect(only(oracle(seen, { asOf: '2026-03-01' }).products)).toMatchObject({
      total_sale_cnt: 5,
      total_sale_90d_cnt: 0,
    });
  });
});
