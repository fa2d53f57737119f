import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Observation, ProductObservation } from '../oracle/observation.ts';
import { type OracleOptions, oracle } from '../oracle/oracle.ts';
import { fx, product } from '../oracle/sightings.ts';
import { openPlace, type Place } from './place.ts';
import { differences, servedRows } from './served.ts';

describe('what ingest accepts can be published, and is served as docs/estimates.md says', () => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place.remove());
  beforeEach(() => place.empty());

  it.each<[string, readonly Observation[], OracleOptions?]>([
    ['a SKU price of -1, alone', sold({ skus: skus(-1) })],
    ['a SKU price of -1 among others', sold({ skus: skus(-1, 5, 6) })],
    ['60 SKUs at 99999999999999', sold({ skus: skus(...Array(60).fill(99_999_999_999_999)) })],
    ['60 SKUs at the highest price', sold({ skus: skus(...Array(60).fill(1e12)) })],
    ['20,000 SKUs at the highest price', sold({ skus: skus(...Array(20_000).fill(1e12)) })],
    ['the highest rate', [...sold({ spu_avg_price: 9 }), fx('2026-01-01', 'USD', 1e9)], { reportingCurrency: 'USD' }],
  ])('%s', async (_, observations, options = {}) => {
    await place.take(observations);
    const { version } = await place.publish({ settings: { reportingCurrency: options.reportingCurrency } });
    expect(differences(await servedRows(place.engine, version), oracle(observations, options))).toEqual([]);
  });
});

/** Ten units on each of two days. */
function sold(fields: Partial<ProductObservation>): readonly Observation[] {
  return ['2026-03-01', '2026-03-02', '2026-03-03'].map((day, index) =>
    product(day, { total_sale_cnt: 100 + 10 * index, ...fields }),
  );
}

function skus(...prices: readonly number[]): object {
  return prices.map((price_val) => ({ real_price: { price_val } }));
}
