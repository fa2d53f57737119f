/** What looks wrong: see the section *Suspicions* of the documentation of the input format. */
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
  /** What it may be, and what became of it. */
  readonly message: string;
  /** The first three. */
  readonly examples: readonly string[];
}
