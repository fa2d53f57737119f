import type { SqlParameters } from '../../warehouse/engine/engine.ts';
import type { FieldKind } from '../list-source.ts';
import type { Digits, Rounding } from './decimals.ts';

/** How a number is known: see docs/explain.md. */
export type Basis = 'observed' | 'stated' | 'estimated' | 'thin' | 'counted' | 'calculated';

/** What observations are of. */
export type Place = 'product' | 'creator' | 'video' | 'live' | 'shop';

/** Parts that a number is the sum of, as they are read. */
export interface BreakdownOf {
  /** What a part is: `day`, or the kind of an entity. */
  readonly by: string;
  /** Statement of `parts.sql`. */
  readonly statement: string;
  /** What the statement takes besides the question: tables and columns; `column` is the field itself where it is not given. */
  readonly parameters?: SqlParameters;
  /** Id of a list whose rows it reads. */
  readonly list?: string;
  readonly digits: Digits;
  /** What the number may have besides these parts, in words; absent: they are all of it. */
  readonly rest?: string;
}

/** Observations that a number is taken from or calculated from. */
export interface SeenOf {
  readonly place: Place;
  /** Column of the landing table. */
  readonly column: string;
  /** Whether it is a running total whose growth counts, the last value alone, or the first observation of all. */
  readonly as: 'total' | 'last' | 'first';
  /** Whether it is a decimal amount, of which the cents count. */
  readonly isAmount?: boolean;
  /** Whether the column has cents. */
  readonly isCents?: boolean;
  /** Whether a fall is a loss that counts, and no correction. */
  readonly isWonAndLost?: boolean;
  /** Field of the row with the id that they are of; absent: that of the row. */
  readonly idField?: string;
}

/** Records that state sales. */
export interface SalesOf {
  /** Column of the records of sales that names the entity. */
  readonly key: 'product_id' | 'video_id' | 'live_id';
}

/** A sum of days beside the number, under its name in words. */
export interface SumOf {
  readonly what: string;
  readonly of: BreakdownOf;
  /** How many days before the as-of day its first and last one are. */
  readonly ages: readonly [first: number, last: number];
}

/** How a field, or a measure of several windows, is explained. */
export interface Measure {
  /** The rule in words. */
  readonly rule: string;
  readonly basis: Basis;
  readonly breakdowns?: readonly BreakdownOf[];
  /** How what they add up to becomes the served number; absent: it is the number. */
  readonly rounding?: Rounding;
  /** Fields of the row that it was calculated from. */
  readonly from?: readonly string[];
  readonly sums?: readonly SumOf[];
  readonly seen?: readonly SeenOf[];
  readonly sales?: SalesOf;
  /** Whether its videos (lives) state sales of their own, a product each. */
  readonly hasOwnSales?: boolean;
}

/** Measures by the name of the field, or of the measure with `_Nd_` in place of the days. */
export type Measures = Readonly<Record<string, Measure>>;

/** A field that can be explained. */
export interface ExplainedField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly meaning: string;
  readonly window: { readonly of: string; readonly days: number } | undefined;
  readonly section: SectionOf;
}

/** A section of docs/estimates.md. */
export interface SectionOf {
  readonly number: number;
  readonly title: string;
  /** Its place in the repository and below /docs of a server. */
  readonly doc: string;
}

/** A kind of entity whose fields can be explained. */
export interface ExplainedKind {
  readonly kind: Place;
  /** Id of the list with its rows, its table, and the field with the id. */
  readonly list: string;
  readonly table: string;
  readonly idField: string;
  readonly fields: readonly ExplainedField[];
  readonly measures: Measures;
}
