import { lists } from '../catalogue/catalogue.ts';
import type { Logger } from '../kernel/logger.ts';
import { BoundedReader } from '../serving/bounded-reader.ts';
import { BoundedWork } from '../serving/bounded-work.ts';
import { ClickHouseFinder, ClickHouseReader } from '../serving/clickhouse-reader.ts';
import { pageSecondsMax } from '../serving/page-sql.ts';
import { RankingReader } from '../serving/rankings/ranking-reader.ts';
import type { Reader } from '../serving/reader.ts';
import { SnapshotReader } from '../serving/snapshot/snapshot-reader.ts';
import { Snapshots } from '../serving/snapshot/snapshots.ts';
import { changesOf, sharedChanges } from '../serving/trends/changes.ts';
import { SeriesReader } from '../serving/trends/series-reader.ts';
import { TrendReader } from '../serving/trends/trend-reader.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { ResourceStack } from './resource-stack.ts';
import type { Vitrine } from './vitrine.ts';

/** One page a session of the engine. */
const pageBounds = { pageMsMax: pageSecondsMax * 1000, pagesAtOnceMax: 4 };

/** Answers from a snapshot as soon as there is one, and from the engine until then; without snapshots, old ones go. */
export function openReader(vitrine: Vitrine, resources: ResourceStack, logger: Logger): SnapshotReader {
  const { config, dataset, engine, paths } = vitrine;
  const engineReader = resources.add(new BoundedReader(new ClickHouseReader(engine), pageBounds));
  const finder = engineReader.finder(new ClickHouseFinder(engine));
  const snapshots = new Snapshots({
    engine,
    directory: paths.snapshots,
    sources: lists,
    budget: config.snapshot,
    onLeftOut: (list, reason) => logger.warn({ list, reason }, 'the snapshot does not include a list'),
  });
  const onFailure = (error: unknown) =>
    logger.error({ err: error }, 'cannot use the snapshot, serving from the engine');
  const reader = resources.add(new SnapshotReader({ snapshots, engineReader, finder, onFailure }));
  if (config.snapshot.mode === 'off') {
    void reader.removeAll();
    return reader;
  }
  dataset.prepareWith((version) => reader.prepare(version));
  const served = dataset.current();
  if (served !== undefined) void reader.prepare(served.version);
  return reader;
}

/** Trends and rankings take few sessions of the engine, so that pages are never without one; rankings the fewest: they take longest. */
const [daysAtOnceMax, rankingsAtOnceMax] = [2, 1];
const msMax = pageSecondsMax * 1000;

/** Memory of the rankings that are kept: a few of a million places, or thousands of a usual size. */
const rankingBytesMax = 128 * 1024 * 1024;

/** What rows are read with. */
export interface RowReaders {
  /** Reads lists, trends and rankings. */
  readonly rows: Reader;
  /** Reads the trends of whole markets. */
  readonly series: SeriesReader;
}

/** Answers trends and rankings too. */
export function openRows({ engine, versions }: Vitrine, resources: ResourceStack, reader: Reader): RowReaders {
  const days = resources.add(new BoundedWork({ msMax, atOnceMax: daysAtOnceMax }));
  const rankings = resources.add(new BoundedWork({ msMax, atOnceMax: rankingsAtOnceMax }));
  const trendEngine: Pick<Engine, 'rows'> = { rows: (...asked) => days.run(() => engine.rows(...asked)) };
  const rankingEngine: Pick<Engine, 'bytes'> = {
    bytes: (...asked) => rankings.run(() => days.run(() => engine.bytes(...asked))),
  };
  const changes = sharedChanges(changesOf(engine), days);
  const trends = new TrendReader({ reader, changes, versions });
  const ranked = { engine: rankingEngine, versions, bytesMax: rankingBytesMax };
  return {
    rows: new RankingReader({ reader: trends, ...ranked }),
    series: new SeriesReader({ reader, engine: trendEngine, versions }),
  };
}
