import type { Basis, SectionOf } from './measure.ts';

/** What is asked: one field of the row of one entity. */
export interface ExplainQuestion {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  /** Market of the row; absent: whichever it is in. */
  readonly region?: string | undefined;
}

/** Where a number comes from. Values that are summed are decimals as text, so that sums are exact. */
export interface Explanation {
  readonly kind: string;
  readonly id: string;
  readonly region: string;
  readonly field: string;
  readonly version: number;
  /** As-of day, yyyy-MM-dd. */
  readonly asOf: string;
  /** As served. */
  readonly value: string | number;
  /** Of amounts; null of others. */
  readonly currency: string | null;
  readonly meaning: string;
  readonly rule: RuleOf;
  readonly basis: Basis;
  /** Null where rows do not say how sure they are. */
  readonly interval: { readonly low: number; readonly high: number; readonly knownRate: number } | null;
  readonly window: { readonly days: number; readonly first: string; readonly last: string } | null;
  /** What each breakdown adds up to, before it is rounded; null where there are no parts. */
  readonly unrounded: string | null;
  /** How it becomes the served value; null: it is it. */
  readonly rounding: 'half-up' | 'half-down' | null;
  readonly breakdowns: readonly Breakdown[];
  /** Fields of the row that it was calculated from. */
  readonly from: readonly { readonly field: string; readonly value: string | number }[];
  readonly sightings: readonly SightingsOf[];
  readonly sales: Sales | null;
  readonly ownSales: OwnSales | null;
  readonly notes: readonly string[];
}

/** The rule in words, and the section that has it in full. */
export interface RuleOf extends SectionOf {
  readonly words: string;
}

/** Parts that add up to the unrounded number, with what is not shown and the rest. */
export interface Breakdown {
  readonly by: string;
  readonly parts: readonly Part[];
  /** How many more there are, and what they add up to. */
  readonly more: { readonly parts: number; readonly value: string };
  /** What the number has besides; null: nothing. */
  readonly rest: { readonly what: string; readonly value: string } | null;
}

export interface Part {
  /** A UTC day, an id, or a word. */
  readonly part: string;
  readonly value: string;
  /** How much of it is known by records of sales or the sources' own totals; absent: nothing. */
  readonly stated?: string;
}

/** The observations of one total or value. */
export interface SightingsOf {
  /** Kind of record and its field, such as `product.total_sale_cnt`. */
  readonly of: string;
  readonly id: string;
  /** Newest first. */
  readonly sightings: readonly Sighting[];
  readonly more: number;
  /** Days without a sighting between two that count, over which growth was spread evenly. */
  readonly gaps: readonly Gap[];
  /** Days on which the total shrank. */
  readonly corrections: readonly Correction[];
  /** Days on which it was misread: they count as not observed. */
  readonly dips: readonly string[];
}

export interface Sighting {
  /** ISO 8601. */
  readonly at: string;
  readonly value: string;
  readonly grade: 'exact' | 'rounded' | 'derived';
  readonly batch: number;
  /** File name, or what the batch was called. */
  readonly source: string;
  /** Whether it has a part in the number. */
  readonly counts: boolean;
  readonly why: string;
  /** Whether it came in later than a sighting of a later moment. */
  readonly late: boolean;
}

export interface Gap {
  /** Day of the point before, and of the one that ends it. */
  readonly after: string;
  readonly until: string;
  readonly days: number;
  readonly growth: string;
}

export interface Correction {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** Records that state sales, newest first. */
export interface Sales {
  readonly records: readonly SaleRecord[];
  readonly more: number;
}

export interface SaleRecord {
  readonly at: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly basis: string;
  readonly units: string;
  /** Null where it is not stated. */
  readonly gmv: string | null;
  readonly currency: string | null;
  readonly video: string | null;
  readonly live: string | null;
  readonly batch: number;
  readonly source: string;
  readonly counts: boolean;
  readonly why: string;
}

/** Running sales that a video or live states of its products, newest first. */
export interface OwnSales {
  readonly records: readonly OwnSaleRecord[];
  readonly more: number;
}

export interface OwnSaleRecord {
  readonly at: string;
  readonly product: string;
  readonly units: string | null;
  readonly gmv: string | null;
  readonly batch: number;
  readonly source: string;
  readonly counts: boolean;
  readonly why: string;
}
