import { sourceOf } from '../../../packages/server/src/catalogue/endpoint.ts';
import { ClickHouseReader } from '../../../packages/server/src/serving/clickhouse-reader.ts';
import { RankingReader } from '../../../packages/server/src/serving/rankings/ranking-reader.ts';
import type { Page } from '../../../packages/server/src/serving/reader.ts';
import { changesOf } from '../../../packages/server/src/serving/trends/changes.ts';
import { TrendReader } from '../../../packages/server/src/serving/trends/trend-reader.ts';
import { lookUp } from '../../../packages/server/src/surfaces/lookups.ts';
import { searchLookup } from '../../../packages/server/src/surfaces/search-lookup.ts';
import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import type { VersionStore } from '../../../packages/server/src/warehouse/versions.ts';
import { checkedRequest } from './checked-request.ts';

/** A version whose rows are asked for. */
export interface RecordedDataset {
  readonly engine: Engine;
  readonly versions: VersionStore;
  readonly version: number;
  /** The last day its rows know of, yyyy-MM-dd. */
  readonly asOf: string;
}

/** Answers a recorded request with the rows that the server would send. */
export type Answer = (request: string) => Promise<Page>;

const rankingBytesMax = 128 * 1024 * 1024;

/** The readers of the server in one, without its snapshot. */
export function answersOf({ engine, versions, version, asOf }: RecordedDataset): Answer {
  const reader = new ClickHouseReader(engine);
  const trends = new TrendReader({ reader, changes: changesOf(engine), versions });
  const rows = new RankingReader({ reader: trends, engine, versions, bytesMax: rankingBytesMax });
  const lookups = { search: searchLookup(engine, { current: () => ({ version, asOf }) }) };
  return async (request) => {
    const checked = checkedRequest(request);
    if ('asked' in checked) return lookUp(lookups, checked.endpoint, checked.asked, '');
    return rows.page(sourceOf(checked.endpoint), checked.query, version);
  };
}
