import type fc from 'fast-check';
import { categoryObservation } from './categories.ts';
import type { Day } from './day.ts';
import type { PlainObservation } from './plainObservation.ts';
import { reviewObservation, reviewRows } from './reviews.ts';
import type { Row } from './row.ts';

interface PlainKind {
  /** A random record of it in a marketplace of so many products. */
  observation(size: { readonly products: number }): fc.Arbitrary<PlainObservation>;
  /** Rows of lists that serve it, by the name of their table, and what these are ordered by. */
  rows(
    observations: readonly { readonly kind: string }[],
    asOf: Day,
  ): Readonly<Record<string, { readonly rows: readonly Row[]; readonly by: readonly string[] }>>;
}

/** Kinds that are served as they were seen. */
export const plainKinds: Readonly<Record<PlainObservation['kind'], PlainKind>> = {
  /** Lookups serve them: packages/server/test/surfaces/categories.test.ts. */
  category: { observation: categoryObservation, rows: () => ({}) },
  review: {
    observation: reviewObservation,
    rows: (all, asOf) => ({ productReviews: { rows: reviewRows(all, asOf), by: ['product_id', 'review_id'] } }),
  },
};
