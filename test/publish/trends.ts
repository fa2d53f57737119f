import { trends } from '../../packages/server/src/catalogue/catalogue.ts';
import type { TrendEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { methodName } from '../../packages/server/src/catalogue/method-name.ts';
import { checkRows } from '../../packages/server/src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import { changesOf } from '../../packages/server/src/serving/trends/changes.ts';
import { TrendReader } from '../../packages/server/src/serving/trends/trend-reader.ts';
import { dateOf, dayOf } from '../../packages/server/src/warehouse/day.ts';
import type { Row } from '../oracle/row.ts';
import type { OracleTrends } from '../oracle/trends.ts';
import type { PublishFixture } from './publish-fixture.ts';

/** Entities of which a trend is read: each is a query. */
const entitiesMax = 10;

/** Where the trends of a version and the oracle's differ, one line a difference. */
export async function trendDifferences(
  fixture: PublishFixture,
  version: number,
  expected: OracleTrends,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const trend of trends) {
    const entities = [...expected[methodName(trend) as keyof OracleTrends]];
    const nth = Math.ceil(entities.length / entitiesMax);
    for (const [id, rows] of entities.filter((_, place) => place % nth === 0))
      found.push(...rowDifferences(trend, id, await servedTrend(fixture, trend, id, version), rows));
  }
  return found;
}

/** All days of the last 180 up to the as-of day. */
export async function servedTrend(
  { engine, versions }: PublishFixture,
  trend: TrendEndpoint,
  id: string,
  version: number,
): Promise<readonly Row[]> {
  const reader = new TrendReader({ reader: new ClickHouseReader(engine), changes: changesOf(engine), versions });
  const asOf = (await versions.current())?.asOf ?? '';
  const range = { start_date: dateOf(dayOf(asOf) - 179), end_date: asOf };
  const query = checkRows(trend, { [trend.of.rowId]: id, ...range, page_num: 1, page_size: 10 });
  const { rows } = await reader.page(trend, { ...query, pageSize: 180 }, version);
  return JSON.parse(`[${rows}]`) as readonly Row[];
}

function rowDifferences(trend: TrendEndpoint, id: string, served: readonly Row[], expected: readonly Row[]) {
  const where = `${trend.id} ${id}`;
  if (served.length !== expected.length) return [`${where}: ${served.length} days, expected ${expected.length}`];
  return expected.flatMap((row, place) =>
    trend.row
      .filter(({ name }) => served[place]?.[name] !== row[name])
      .map(({ name }) => `${where} ${row['dt']} ${name}: ${served[place]?.[name]}, expected ${row[name]}`),
  );
}
