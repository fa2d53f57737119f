import fc from 'fast-check';
import { idOf, madeAt, maybe, observedAt, words } from './arbitraryValues.ts';
import { type Day, dayOf } from './day.ts';
import { groupBy } from './group.ts';
import type { ReviewObservation } from './plainObservation.ts';
import type { Row } from './row.ts';
import { seenCount, seenId, seenText } from './seen.ts';

export function reviewObservation({ products }: { readonly products: number }): fc.Arbitrary<ReviewObservation> {
  return fc.record({
    kind: fc.constant('review' as const),
    observed_at: observedAt,
    review_id: idOf(3),
    product_id: idOf(products + 1),
    rating: fc.constantFrom(0, 1, 4, 5),
    display_text: maybe(words),
    review_timestamp: maybe(madeAt.map((seconds) => seconds * 1000 + 7)),
    sku_id: maybe(idOf(2)),
    sku_specification: maybe(words),
  });
}

/** Section 8, "Product reviews". */
export function reviewRows(observations: readonly { readonly kind: string }[], asOf: Day): Row[] {
  const isReview = (one: { readonly kind: string }): one is ReviewObservation => one.kind === 'review';
  const seen = observations.filter(isReview).filter((record) => dayOf(record.observed_at) <= asOf);
  return [...groupBy(seen, ({ review_id }) => BigInt(review_id))].map(([reviewId, records]) => ({
    review_id: String(reviewId),
    product_id: seenId(records, (record) => record.product_id, '0'),
    rating: seenCount(records, (record) => record.rating),
    display_text: seenText(records, (record) => record.display_text),
    review_timestamp: seenCount(records, (record) => record.review_timestamp),
    sku_id: seenId(records, (record) => record.sku_id, '0'),
    sku_specification: seenText(records, (record) => record.sku_specification),
  }));
}
