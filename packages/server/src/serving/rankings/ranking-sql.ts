import type { Day } from '../../warehouse/day.ts';
import type { Condition, PageQuery } from '../page-query.ts';
import { columnsStatement, pageSecondsMax, type Statement } from '../page-sql.ts';
import type { PublishedVersion } from '../published-versions.ts';
import { type Period, periodFrom, periodKindOf } from './period.ts';
import type { RankingSource } from './ranking-source.ts';

/** Places that callers can turn pages to: 100,000 pages of 10. */
const placesMax = 1_000_000;

/**
 * The SELECT for a whole ranking: places of {@link Ranking}, those that did not grow left out. Ids are not looked up in the
 * index of the days: there are too many.
 *
 * @returns undefined where the version has no day of the period.
 */
export function rankingStatement(
  source: RankingSource,
  query: PageQuery,
  { version, state, asOfDay }: PublishedVersion,
): Statement | undefined {
  const { of, grows, periodGrowth } = source;
  const days = daysOf(query, asOfDay);
  if (days === undefined) return undefined;
  const listed = columnsStatement(of, [of.rowId, 'currency'], conditionsOfList(source, query), version);
  const sql = `
    WITH listed AS (${listed.sql})
    SELECT grown.${of.rowId}, ${grows.map((name) => `vitrineCapped(grown.${name}) AS ${name}`).join(', ')}
    FROM (${periodGrowth}) AS grown
    WHERE grown.${query.sort.field} > 0
    ORDER BY ${query.sort.field} DESC, grown.${of.rowId} ASC
    LIMIT ${placesMax}
    SETTINGS optimize_aggregation_in_order = 1, use_index_for_in_with_subqueries = 0, max_execution_time = ${pageSecondsMax}
    FORMAT RowBinary`;
  return { sql, parameters: { ...listed.parameters, ...days, state } };
}

/** The days of a query's period up to the as-of day, as parameters; the engine takes no others for days. */
function daysOf(query: PageQuery, asOfDay: Day): Readonly<Record<'first_day' | 'last_day', Day>> | undefined {
  const { firstDay, lastDay } = periodOf(query);
  const [first, last] = [Math.max(0, firstDay), Math.min(lastDay, asOfDay)];
  return first <= last ? { first_day: first, last_day: last } : undefined;
}

/** The period that a query is about. */
function periodOf({ key }: PageQuery): Period {
  const given = (name: string) => key.find(({ field }) => field === name)?.value ?? '';
  return periodFrom(periodKindOf(given('rank_type')), given('date'));
}

/** What must hold of the rows of the list. */
function conditionsOfList({ of }: RankingSource, { key, filters }: PageQuery): readonly Condition[] {
  return [...key.filter(({ field }) => of.key.includes(field)), ...filters];
}
