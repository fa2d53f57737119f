import type { PageQuery } from '../page-query.ts';
import { columnsStatement, idsStatement, pageSecondsMax, type Statement } from '../page-sql.ts';
import type { PublishedVersion } from '../published-versions.ts';
import { firstOfAll, growthParameters } from './changes.ts';
import type { Span } from './span.ts';
import type { SeriesSource, TrendSource } from './trend-source.ts';

/** The SELECT for the next ids of the rows of a list, in their order: from one on, a block of them. */
export function nextIdsStatement({ trend: { of } }: SeriesSource, { key }: PageQuery, from: string, version: number) {
  const { sql, parameters } = idsStatement(of, [...key, { field: of.rowId, test: 'atLeast', value: from }], version);
  return { sql: `${sql} ORDER BY listed.${of.rowId} LIMIT ${idsAtOnce}`, parameters } satisfies Statement;
}

/** Ids of a block. */
export const idsAtOnce = 10_000;

/**
 * The SELECT for how many days all entities of a market have together, as a row with `rows`. The rules are those of `TrendDays`:
 * days begin with the one from which on the row of the list says that it is known, or with a growth before that which is left
 * when its changes are added up.
 */
export function countDaysStatement(
  { trend }: SeriesSource,
  { key }: PageQuery,
  published: PublishedVersion,
  { first, last }: Span,
): Statement {
  const { of, since } = trend;
  const listed = columnsStatement(of, [of.rowId, since, 'currency'], key, published.version);
  const sql = `
    WITH listed AS (
      SELECT ${of.rowId} AS id, currency, if(${since} = 0, {as_of_day:Int32}, toInt32(YYYYMMDDToDate(${since}))) AS known
      FROM (${listed.sql}))
    SELECT sum(greatest(0, {last_day:Int32} - greatest({first_day:Int32}, known) + 1)) AS rows
    FROM (
      SELECT id, min(day) AS known
      FROM (SELECT id, known AS day FROM listed UNION ALL ${grownBefore(trend)})
      GROUP BY id)
    SETTINGS max_execution_time = ${pageSecondsMax}`;
  const days = { first_day: first, last_day: Math.min(last, published.asOfDay) };
  return { sql, parameters: { ...listed.parameters, ...growthParameters(published, { first: firstOfAll }), ...days } };
}

/** The days of growth before an entity is known otherwise: few. */
function grownBefore({ of, row, grows, growth, hasCurrencies }: TrendSource): string {
  const isLeft = row
    .filter(({ name }) => grows.includes(name))
    .map(({ name, kind }) => {
      const counts = hasCurrencies && kind === 'amount' ? 'change.currency = listed.currency' : 'true';
      return `sumIf(change.${name}, ${counts}) != 0`;
    });
  return `
      SELECT listed.id AS id, change.day AS day
      FROM (${growth}) AS change JOIN listed ON listed.id = change.${of.rowId}
      WHERE change.day < listed.known AND listed.known > {first_day:Int32}
      GROUP BY id, day
      HAVING ${isLeft.join(' OR ')}`;
}
