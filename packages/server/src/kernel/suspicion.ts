/**
 * What looks wrong: `rounded-ids` end in 000; `one-value` stands in all records; `percent` is a rate of 1 or more;
 * `thousands-dot` may separate thousands; `window-as-total` is a total that equals a window beside it; `misspelt-column`
 * is none of its source; `unknown-status` of an order counts as sold; `several-totals` are stated of one moment;
 * `falling-total` falls too often to be a running one; `rounded-total` stays for days and jumps; `zero-and-back` falls to 0 for a while.
 */
export type SuspicionSign =
  | 'rounded-ids'
  | 'one-value'
  | 'percent'
  | 'thousands-dot'
  | 'window-as-total'
  | 'misspelt-column'
  | 'unknown-status'
  | 'several-totals'
  | 'falling-total'
  | 'rounded-total'
  | 'zero-and-back';

/** Something that looks wrong in what was ingested or published. */
export interface Suspicion {
  readonly sign: SuspicionSign;
  /** `kind.field` */
  readonly field: string;
  /** How many look so, of how many. */
  readonly count: number;
  readonly of: number;
  /** What it may be, and what became of it, in one sentence. */
  readonly message: string;
  /** The first three. */
  readonly examples: readonly string[];
}

/** So many examples are kept of each. */
export const examplesMax = 3;
