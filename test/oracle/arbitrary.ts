import fc from 'fast-check';
import {
  creatorObservation,
  fxObservation,
  liveObservation,
  productObservation,
  type Sizes,
  shopObservation,
  videoObservation,
} from './arbitraryObservations.ts';
import { daysBack, isoDate, mostly } from './arbitraryValues.ts';
import type { Observation } from './observation.ts';
import type { OracleOptions } from './oracle.ts';

/** Small random marketplaces in which values, moments and ids often collide. */

const sizes: fc.Arbitrary<Sizes> = fc.record({
  products: fc.integer({ min: 1, max: 6 }),
  videos: fc.integer({ min: 0, max: 8 }),
  lives: fc.integer({ min: 0, max: 4 }),
  creators: fc.integer({ min: 0, max: 5 }),
  shops: fc.integer({ min: 1, max: 3 }),
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
        fc.array(fxObservation, { maxLength: 10 }),
      )
      .map((kinds) => kinds.flat())
      .chain((records) => fc.shuffledSubarray<Observation>(records, { minLength: records.length })),
  );
}

/** How a marketplace may be published; most often in the usual way. */
export function oracleOptions(): fc.Arbitrary<OracleOptions> {
  return fc.record({
    asOf: mostly(fc.constant(undefined), daysBack(70).map(isoDate)),
    reportingCurrency: mostly(fc.constant(undefined), fc.constantFrom('USD', 'EUR', 'GBP')),
    weights: mostly(
      fc.constant(undefined),
      fc.record({
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
