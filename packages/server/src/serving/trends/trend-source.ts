import type { ListSource } from '../list-source.ts';

/** What a reader has to know of a trend besides what it knows of a list. Its key is one id, and it is filtered by `dt` alone. */
export interface TrendSource extends ListSource {
  /** The list whose row says how it stands on the as-of day. */
  readonly of: ListSource;
  /** Field of that row, a day, that says from when on it is known. */
  readonly since: string;
  /** Fields that are running totals. */
  readonly grows: readonly string[];
  /** Of these, those whose growth is in thousandths: estimates, of which whole ones are served. */
  readonly inThousandths: readonly string[];
  /** Whether amounts of the SQL may be in another `currency` than the row of the list: these do not count. */
  readonly hasCurrencies: boolean;
  /**
   * SQL over the state of a version that ends in its WHERE: the id, `day`, `currency` where there are several, and for each of
   * the fields that grow a change of its growth on the day, in units of its last digit or thousandths of them.
   */
  readonly growth: string;
}

export function isTrend(source: ListSource): source is TrendSource {
  return 'growth' in source;
}

/** The days of all entities of a market: its key is that of the list, and it is filtered by `dt` alone. */
export interface SeriesSource extends ListSource {
  /** The days of each. */
  readonly trend: TrendSource;
}
