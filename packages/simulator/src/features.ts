/** What makes a marketplace harder to see through than the plain one. Each can be had by itself. */
export const features = {
  creators: 'creators and links convert differently, not only products',
  wear: 'a video converts less the older it is and the more have seen it',
  lives: 'a live sells by who holds it, five times as well as a video at the median',
  storefront: 'the storefront sells far more of some products than of others, and more where videos just sold',
  hidden: 'a quarter of the videos is never observed',
  noise: 'demand differs from day to day and drifts, and counts are as irregular as chance makes them',
  promotions: 'a lower price sells more',
  ads: 'videos that are ads convert 2.6 times as well',
  rounded: 'running totals of products show three digits',
  returns: 'units that come back leave the running totals of products',
  own: 'of videos, the larger ones show their own sales',
  thin: 'many products are first seen late, and not every day',
} as const;

export type Feature = keyof typeof features;

/** Names of all of them. */
export const FEATURES = Object.keys(features) as readonly Feature[];

/** @throws RangeError for a name that is none */
export function featuresNamed(names: readonly string[]): ReadonlySet<Feature> {
  for (const name of names) {
    if (!Object.hasOwn(features, name)) {
      throw new RangeError(`features: expected ${FEATURES.join(', ')}, got "${name}"`);
    }
  }
  return new Set(names as readonly Feature[]);
}
