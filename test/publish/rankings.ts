import { rankings } from '../../packages/server/src/catalogue/catalogue.ts';
import type { RankingEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { methodName } from '../../packages/server/src/catalogue/method-name.ts';
import { checkRows } from '../../packages/server/src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import { firstDateOf, periodFrom, periodKindOf } from '../../packages/server/src/serving/rankings/period.ts';
import { RankingReader } from '../../packages/server/src/serving/rankings/ranking-reader.ts';
import { dateOf, dayOf } from '../../packages/server/src/warehouse/day.ts';
import type { OracleRankings } from '../oracle/oracle.ts';
import { type Candidate, ranking } from '../oracle/rankings.ts';
import type { Row } from '../oracle/row.ts';
import type { PublishFixture } from './publish-fixture.ts';
import { isSame } from './served.ts';

/** Periods that are asked for: of which kind, and how many days before the as-of day one of their days is. */
const periods = [
  ['1', 0],
  ['1', 2],
  ['2', 0],
  ['2', 7],
  ['3', 0],
  ['3', 31],
] as const;

/** Of the questions one in so many is asked, which ones varies with the marketplace: each is two queries. */
const askedOneIn = 5;

/** Where the rankings of a version and the oracle's differ, one line a difference. */
export async function rankingDifferences(
  fixture: PublishFixture,
  version: number,
  expected: OracleRankings,
): Promise<readonly string[]> {
  const asOf = dayOf((await fixture.versions.current())?.asOf ?? '');
  const found: string[] = [];
  for (const [of, endpoint] of rankings.entries()) {
    const candidates = expected[methodName(endpoint) as keyof OracleRankings];
    const questions = questionsOf(endpoint, candidates, asOf);
    for (const question of questions.filter((_, place) => (place + candidates.length + of) % askedOneIn === 0))
      found.push(...(await differencesOf(fixture, version, endpoint, candidates, question)));
  }
  return found;
}

/** Query parameters without the page. */
type Question = Readonly<Record<string, string>>;

function questionsOf(endpoint: RankingEndpoint, candidates: readonly Candidate[], asOf: number): readonly Question[] {
  const regions = [...new Set(candidates.map(({ row }) => String(row['region'])))].filter((region) => region !== '');
  const sort = endpoint.parameters.find(({ use }) => use.as === 'sortField')?.name ?? '';
  return regions.flatMap((region) =>
    periods.flatMap(([rank_type, back]) =>
      endpoint.sortFields.map((_, i) => ({
        ...{ region, rank_type, date: firstDateOf(periodKindOf(rank_type), dateOf(asOf - back)) },
        [sort]: String(i + 1),
      })),
    ),
  );
}

async function differencesOf(
  fixture: PublishFixture,
  version: number,
  endpoint: RankingEndpoint,
  candidates: readonly Candidate[],
  question: Question,
): Promise<readonly string[]> {
  const served = await servedRanking(fixture, endpoint, question, version);
  const { date = '', rank_type = '', region = '' } = question;
  const { firstDay: first, lastDay: last } = periodFrom(periodKindOf(rank_type), date);
  const field = checkRows(endpoint, { ...question, page_num: 1, page_size: 10 }).sort.field;
  const expected = ranking(candidates, { first, last, region, field, filters: {} });
  const where = `${endpoint.id} ${JSON.stringify(question)}`;
  if (served.length !== expected.length) return [`${where}: ${served.length} rows, expected ${expected.length}`];
  return expected.flatMap((row, place) =>
    endpoint.row
      .filter(({ name }) => !isSame(served[place]?.[name], row[name] ?? 'missing'))
      .map(({ name }) => `${where} ${place} ${name}: ${served[place]?.[name]}, expected ${row[name]}`),
  );
}

/** A whole ranking. */
export async function servedRanking(
  { engine, versions }: PublishFixture,
  endpoint: RankingEndpoint,
  question: Question,
  version: number,
): Promise<readonly Row[]> {
  const reader = new RankingReader({ reader: new ClickHouseReader(engine), engine, versions, bytesMax: 1_000_000 });
  const query = checkRows(endpoint, { ...question, page_num: 1, page_size: 10 });
  const { rows } = await reader.page(endpoint, { ...query, pageSize: 10_000 }, version);
  return JSON.parse(`[${rows}]`) as readonly Row[];
}
