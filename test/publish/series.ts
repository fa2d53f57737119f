import { trends } from '../../packages/server/src/catalogue/catalogue.ts';
import type { TrendEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { methodName } from '../../packages/server/src/catalogue/method-name.ts';
import { checkQuery } from '../../packages/server/src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import { changesOf } from '../../packages/server/src/serving/trends/changes.ts';
import { SeriesReader } from '../../packages/server/src/serving/trends/series-reader.ts';
import { TrendReader } from '../../packages/server/src/serving/trends/trend-reader.ts';
import { dateOf, dayOf } from '../../packages/server/src/warehouse/day.ts';
import type { OracleTrends } from '../oracle/trends.ts';
import type { PublishFixture } from './publish-fixture.ts';

/** First and last date. */
type Range = readonly [string, string];

/** Entities of a region whose rows are read one by one: each is a query. */
const entitiesMax = 8;

/**
 * Where the days of whole regions differ from those of the oracle, from those that the trend endpoint gives for a shorter range, or
 * from their count; one line a difference.
 */
export async function seriesDifferences(
  fixture: PublishFixture,
  version: number,
  expected: OracleTrends,
): Promise<readonly string[]> {
  const asOf = dayOf((await fixture.versions.current())?.asOf ?? '');
  const whole: Range = [dateOf(asOf - 179), dateOf(asOf)];
  const shorter: Range = [dateOf(asOf - 3), dateOf(asOf - 1)];
  const found: string[] = [];
  for (const trend of trends)
    for (const [region, ids] of await idsByRegion(fixture, trend, version)) {
      const days = expected[methodName(trend) as keyof OracleTrends];
      const rows = ids.flatMap((id) => days.get(id)?.map((row) => textOf(trend, row)) ?? []);
      found.push(...(await differences(fixture, trend, region, version, whole, rows)));
      found.push(...(await shorterDifferences(fixture, trend, region, version, shorter, ids)));
    }
  return found;
}

/** A row's values in the order of its fields. */
function textOf({ row }: TrendEndpoint, values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.fromEntries(row.map(({ name }) => [name, values[name]])));
}

async function idsByRegion({ engine }: PublishFixture, { of }: TrendEndpoint, version: number) {
  const rows = await engine.rows<{ region: string; id: string }>(
    `SELECT region, toString(listed.${of.rowId}) AS id FROM ${of.table} AS listed
     WHERE version = {version:UInt32} ORDER BY region, listed.${of.rowId}`,
    { version },
  );
  const regions = new Map<string, string[]>();
  for (const { region, id } of rows) regions.set(region, [...(regions.get(region) ?? []), id]);
  // A market that is not known has no name to ask by.
  return [...regions].filter(([region]) => region !== '');
}

async function shorterDifferences(
  fixture: PublishFixture,
  trend: TrendEndpoint,
  region: string,
  version: number,
  range: Range,
  ids: readonly string[],
): Promise<readonly string[]> {
  const some = new Set(ids.filter((_, place) => place % Math.ceil(ids.length / entitiesMax) === 0));
  const { engine, versions } = fixture;
  const reader = new TrendReader({ reader: new ClickHouseReader(engine), changes: changesOf(engine), versions });
  const single: string[] = [];
  for (const id of some) {
    const query = checkQuery(trend, { ...rangeOf(range), [trend.of.rowId]: id, page_num: 1, page_size: 10 });
    single.push(...linesOf((await reader.page(trend, query, version)).rows));
  }
  const { rows, count } = await servedSeries(fixture, trend, region, version, range);
  const served = rows.filter((row) => some.has(String((JSON.parse(row) as Record<string, unknown>)[trend.of.rowId])));
  const where = `${trend.id} of ${region}, ${range.join(' to ')}`;
  return [...countDifference(where, rows, count), ...firstDifference(where, served, single)];
}

async function differences(
  fixture: PublishFixture,
  trend: TrendEndpoint,
  region: string,
  version: number,
  range: Range,
  expected: readonly string[],
): Promise<readonly string[]> {
  const { rows, count } = await servedSeries(fixture, trend, region, version, range);
  const where = `${trend.id} of ${region}`;
  return [...countDifference(where, rows, count), ...firstDifference(where, rows, expected)];
}

function countDifference(where: string, rows: readonly string[], count: number): readonly string[] {
  return rows.length === count ? [] : [`${where}: ${count} rows announced, ${rows.length} sent`];
}

function firstDifference(where: string, rows: readonly string[], expected: readonly string[]): readonly string[] {
  const at = Array.from({ length: Math.max(rows.length, expected.length) }, (_, i) => i).find(
    (i) => rows[i] !== expected[i],
  );
  return at === undefined ? [] : [`${where}, row ${at}: ${rows[at]}, expected ${expected[at]}`];
}

/** All rows of a region as lines, and how many were announced. */
async function servedSeries(
  { engine, versions }: PublishFixture,
  { series }: TrendEndpoint,
  region: string,
  version: number,
  range: Range,
) {
  const reader = new SeriesReader({ reader: new ClickHouseReader(engine), engine, versions });
  const query = checkQuery(series, { ...rangeOf(range), region, page_num: 1, page_size: 1 });
  const rows: string[] = [];
  for await (const page of reader.pages(series, query, version, 7)) rows.push(...linesOf(page.rows));
  return { rows, count: await reader.count(series, query, version) };
}

function rangeOf([start_date, end_date]: Range) {
  return { start_date, end_date };
}

function linesOf(rows: Buffer): readonly string[] {
  return (JSON.parse(`[${rows}]`) as readonly unknown[]).map((row) => JSON.stringify(row));
}
