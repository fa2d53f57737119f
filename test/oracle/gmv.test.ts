import { describe, expect, it } from 'vitest';
import type { ProductObservation } from './observation.ts';
import { oracle } from './oracle.ts';
import { priceOfRecord } from './price.ts';
import { fx, only, product } from './sightings.ts';

function priceOf(fields: Partial<ProductObservation>): bigint | undefined {
  return priceOfRecord(product('2026-03-01', fields));
}

describe('price of a record (section 3)', () => {
  const skus = [
    { real_price: { price_val: '1.99' } },
    { real_price: { price_val: 2 } },
    { real_price: { price_val: 'n/a' } },
    {},
  ];

  it('is the average price where there is one', () => {
    expect(priceOf({ spu_avg_price: 14.98, skus, min_price: 1 })).toBe(1498n);
  });

  it('else is the mean of the SKU prices that are numbers, half up', () => {
    // (1.99 + 2) / 2 = 1.995
    expect(priceOf({ skus, min_price: 1 })).toBe(200n);
    expect(priceOf({ skus: JSON.stringify(skus) })).toBe(200n);
  });

  it('takes the price of a SKU from sale_price_decimal where price_val has none', () => {
    expect(priceOf({ skus: [{ real_price: { sale_price_decimal: '23.3' } }] })).toBe(2330n);
    expect(priceOf({ skus: [{ real_price: { price_val: 'n/a', sale_price_decimal: 2 } }] })).toBe(200n);
    expect(priceOf({ skus: [{ real_price: { price_val: 1, sale_price_decimal: 2 } }] })).toBe(100n);
  });

  it('else is the mean of the ends, or the one end there is', () => {
    expect(priceOf({ skus: [], min_price: 1, max_price: 2 })).toBe(150n);
    expect(priceOf({ max_price: 3 })).toBe(300n);
    expect(priceOf({})).toBe(undefined);
  });
});

describe('GMV of a day (section 3)', () => {
  it('is the units times the price of the day, the last one before it where it has none', () => {
    // 5 units on each of two days: 5 × 2.00 and 5 × 3.00. Total: 100 × 2.00 + 25.00.
    const row = only(
      oracle([
        product('2026-03-01', { total_sale_cnt: 100, spu_avg_price: 2 }),
        product('2026-03-03', { total_sale_cnt: 110, spu_avg_price: 3 }),
      ]).products,
    );
    expect(row).toMatchObject({ total_sale_gmv_1d_amt: 15, total_sale_gmv_7d_amt: 25, total_sale_gmv_amt: 225 });
  });

  it('takes the first known price for the days before it', () => {
    // 4 units on 2 March at the 5.00 of 3 March; 100 × 5.00 + 20.00.
    const row = only(
      oracle([
        product('2026-03-01', { total_sale_cnt: 100 }),
        product('2026-03-02', { total_sale_cnt: 104 }),
        product('2026-03-03', { spu_avg_price: 5 }),
      ]).products,
    );
    expect(row).toMatchObject({ total_sale_gmv_7d_amt: 20, total_sale_gmv_amt: 520, spu_avg_price: 5 });
  });

  it('is 0 for a product that never had a price', () => {
    const row = only(
      oracle([product('2026-03-01', { total_sale_cnt: 1 }), product('2026-03-02', { total_sale_cnt: 9 })]).products,
    );
    expect(row).toMatchObject({
      total_sale_1d_cnt: 8,
      total_sale_gmv_1d_amt: 0,
      spu_avg_price: 0,
      total_sale_gmv_amt: 0,
    });
  });

  it('is the share of the growth of running GMV inside a gap of it', () => {
    // 50.00 → 60.01 in two days: 5.00 and 5.01. On 4 March no GMV was seen: 2 units × 4.00.
    const row = only(
      oracle([
        product('2026-03-01', { total_sale_cnt: 10, total_sale_gmv_amt: 50, spu_avg_price: 4 }),
        product('2026-03-03', { total_sale_cnt: 12, total_sale_gmv_amt: 60.01 }),
        product('2026-03-04', { total_sale_cnt: 14 }),
      ]).products,
    );
    expect(row).toMatchObject({ total_sale_gmv_1d_amt: 8, total_sale_gmv_7d_amt: 18.01, total_sale_gmv_amt: 60.01 });
  });
});

describe('reporting currency (section 3)', () => {
  const sold = [
    product('2026-03-01', { currency: 'EUR', total_sale_cnt: 100, spu_avg_price: 2 }),
    product('2026-03-03', { currency: 'EUR', total_sale_cnt: 110 }),
  ];

  it('converts each day at its own rate, prices at the last, the base at the first', () => {
    // Days: 10.00 / 0.8 = 12.50 and 10.00 / 0.5 = 20.00. Base: 200.00 / 0.8 = 250.00. Price: 2.00 / 0.5.
    const rates = [fx('2026-02-01', 'EUR', 0.8), fx('2026-03-03', 'EUR', 0.5), fx('2026-03-04', 'EUR', 9)];
    expect(only(oracle([...sold, ...rates], { reportingCurrency: 'USD' }).products)).toMatchObject({
      currency: 'USD',
      total_sale_gmv_1d_amt: 20,
      total_sale_gmv_7d_amt: 32.5,
      total_sale_gmv_amt: 282.5,
      spu_avg_price: 4,
    });
  });

  it('crosses two currencies over the dollar and rounds half up', () => {
    // 0.01 EUR × 1.5 / 1 = 1.5 cents
    const seen = [product('2026-03-01', { currency: 'EUR', spu_avg_price: 0.01 })];
    const rates = [fx('2026-03-01', 'EUR', 1), fx('2026-03-01', 'GBP', 1.5)];
    expect(only(oracle([...seen, ...rates], { reportingCurrency: 'GBP' }).products)).toMatchObject({
      spu_avg_price: 0.02,
    });
  });

  it('takes the last record of a date, and of one moment the larger rate', () => {
    const rates = [
      fx('2026-03-01', 'EUR', 0.9),
      fx('2026-03-01', 'EUR', 0.4, '2026-03-01T08:00:00Z'),
      fx('2026-03-01', 'EUR', 0.5, '2026-03-01T08:00:00Z'),
    ];
    expect(only(oracle([...sold, ...rates], { reportingCurrency: 'USD' }).products)).toMatchObject({
      spu_avg_price: 4,
    });
  });

  it('serves 0 where a rate is missing', () => {
    const row = only(oracle(sold, { reportingCurrency: 'USD' }).products);
    expect(row).toMatchObject({ currency: 'USD', spu_avg_price: 0, total_sale_gmv_7d_amt: 0, total_sale_gmv_amt: 0 });
  });
});
