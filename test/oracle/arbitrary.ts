import fc from 'fast-check';
import {
  creatorObservation,
  fxObservation,
  liveObservation,
  plainObservations,
  productObservation,
  shopObservation,
  videoObservation,
} from './arbitraryObservations.ts';
import { saleObservation } from './arbitrarySales.ts';
import { daysBack, isoDate, mostly } from './arbitraryValues.ts';
import type { Observation } from './observation.ts';
import type { OracleOptions } from './oracle.ts';
import type { Sizes } from './sizes.ts';

/** Small random marketplaces in which values, moments and ids often collide. */

const sizes: fc.Arbitrary<Sizes> = fc.record({
  products: fc.integer({ min: 1, max: 6 }),
  videos: fc.integer({ min: 0, max: 8 }),
  lives: fc.integer({ min: 0, max: 4 }),
  creators: fc.integer({ min: 0, max: 5 }),
  shops: fc.integer({ min: 1, max: 3 }),
  sales: mostly(fc.integer({ min: 1, max: 4 }), fc.constant(0)),
});

/** Valid observations of one marketplace, in any order. */
export function marketplaces(): fc.Arbitrary<Observation[]> {
  return sizes.chain((size) =>
    fc
      .tuple(
        fc.array(productObservation(size), { minLength: size.products, maxLength: 6 * size.products, size: 'max' }),
        several(size.videos, videoObservation(size)),
        several(size.lives, liveObservation(size)),
        several(size.creators, creatorObservation(size)),
        fc.array(shopObservation(size), { maxLength: 3 }),
        several(size.sales, saleObservation(size)),
        fc.array(fxObservation, { maxLength: 10 }),
        ...Object.values(plainObservations).map((of) => fc.array(of(size), { maxLength: 6 })),
      )
      .map((kinds) => kinds.flat())
      .chain((records) => ways.map((way) => records.map((record) => way(record))))
      .chain((records) => fc.shuffledSubarray<Observation>(records, { minLength: records.length })),
  );
}

/** Totals as they come: each record in its own way, all exact, or none. */
const ways = mostly(
  fc.constant((record: Observation) => record),
  fc.constantFrom(
    (record: Observation) => ({ ...record, derived: undefined, rounded_to: undefined }),
    (record: Observation) => ({ ...record, rounded_to: 10 }),
  ),
);

/** How a marketplace may be published; most often in the usual way. */
export function oracleOptions(): fc.Arbitrary<OracleOptions> {
  return fc.record({
    asOf: mostly(fc.constant(undefined), daysBack(70).map(isoDate)),
    reportingCurrency: mostly(fc.constant(undefined), fc.constantFrom('USD', 'EUR', 'GBP')),
    weights: mostly(
      fc.constant(undefined),
      fc.record({
        attribution: fc.constantFrom('learned' as const, 'naive' as const),
        unitsPerView: fc.constantFrom(undefined, undefined, 0.001),
        videoViewWeight: fc.constantFrom(1, 0, 0.5, 2.125),
        liveViewWeight: fc.constantFrom(8, 0, 1, 0.001),
        storefrontShare: fc.constantFrom(0.2, 0, 0.5, 0.333, 0.999),
      }),
    ),
  });
}

function several<T>(entities: number, observation: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(observation, { minLength: entities, maxLength: 6 * entities, size: 'max' });
}
