import type { ListSource } from '../list-source.ts';

/** What a reader has to know of a trend besides what it knows of a list. Its key is one id, and it is filtered by `dt` alone. */
export interface TrendSource extends ListSource {
  /** The list whose row says how it stands on the as-of day. */
  readonly of: ListSource;
  /** Field of that row that says from when on it is known: a day, or a moment in epoch seconds. */
  readonly since: string;
  /**
   * SQL over the state of a version: `day`, and a column for each running total with a change of its growth on the day,
   * in units of its last digit.
   */
  readonly growth: string;
}

export function isTrend(source: ListSource): source is TrendSource {
  return 'growth' in source;
}
