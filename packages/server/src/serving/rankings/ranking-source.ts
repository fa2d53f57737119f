import type { ListSource } from '../list-source.ts';

/**
 * What a reader has to know of a ranking besides what it knows of a list: its rows are those of a list, with what they
 * grew by in a period in place of running totals. Its key is `date`, `rank_type` and the key of the list.
 */
export interface RankingSource extends ListSource {
  /** The list that says all else of a row. */
  readonly of: ListSource;
  /** Fields that are growth in the period. */
  readonly grows: readonly string[];
  /**
   * SQL over the state of a version: the id, and for each of these fields what it grew by from `first_day` to `last_day`, in
   * units of its last digit. Of the table `listed` alone, which has the ids and currencies of what is ranked.
   */
  readonly periodGrowth: string;
}

export function isRanking(source: ListSource): source is RankingSource {
  return 'periodGrowth' in source;
}
