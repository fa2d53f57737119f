/** Records of kinds on which no number depends. */
export type PlainObservation = ReviewObservation | CategoryObservation;

/** As in observation.ts: absent and null both mean "not seen". */
type Seen<T> = T | null | undefined;

export interface ReviewObservation {
  readonly kind: 'review';
  readonly observed_at: string;
  readonly review_id: string;
  readonly product_id: string;
  readonly rating: number;
  readonly display_text?: Seen<string>;
  /** Epoch milliseconds. */
  readonly review_timestamp?: Seen<number>;
  readonly sku_id?: Seen<string>;
  readonly sku_specification?: Seen<string>;
}

export interface CategoryObservation {
  readonly kind: 'category';
  readonly observed_at: string;
  readonly category_id: string;
  readonly language: string;
  readonly category_level: number;
  readonly category_name: string;
  readonly parent_id?: Seen<string>;
}
