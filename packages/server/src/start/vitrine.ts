import { EventEmitter } from 'node:events';
import { type AccountsDatabase, openAccounts } from '../accounts/database.ts';
import { explained, listTables } from '../catalogue/explained.ts';
import { views } from '../catalogue/views.ts';
import type { Config } from '../config.ts';
import { databaseFits } from '../estimates/fits.ts';
import { fittedNow } from '../estimates/served-estimates.ts';
import { dropTrial } from '../estimates/trial.ts';
import { type Batches, databaseBatches } from '../ingest/batches.ts';
import { openErasures } from '../ingest/erasure/erasures.ts';
import { holdable } from '../ingest/erasure/holdable-batches.ts';
import { type IngestDependencies, type IngestInput, ingest } from '../ingest/ingest.ts';
import type { IngestProgress, IngestSummary } from '../ingest/summary.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { Explainer } from '../serving/explain/explainer.ts';
import { movedIdsOf } from '../serving/moved-ids.ts';
import { PolledDataset } from '../serving/polled-dataset.ts';
import { SqlQueries } from '../serving/sql/sql-queries.ts';
import { ImageCache } from '../surfaces/media/image-cache.ts';
import { type UsageAnswers, usageAnswers } from '../surfaces/usage/usage-answer.ts';
import { openChdb } from '../warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import { applySchema } from '../warehouse/schema.ts';
import { databaseVersions, type VersionStore } from '../warehouse/versions.ts';
import { type Administration, administrationOf } from './administration.ts';
import { type DataPaths, dataPaths, prepareDirectory } from './data-directory.ts';
import { type DatasetChanges, datasetChanges } from './dataset-changes.ts';
import { keepRelease, refuseNewerRelease } from './release.ts';
import { ResourceStack } from './resource-stack.ts';
import { refuseRunningServer } from './running-server.ts';
import { startFailure } from './start-failure.ts';

/** An open data directory: everything Vitrine does, without the surfaces. */
export interface Vitrine extends Administration, DatasetChanges {
  readonly config: Config;
  readonly paths: DataPaths;
  readonly clock: Clock;
  readonly engine: Engine;
  readonly accounts: AccountsDatabase;
  readonly ingestion: IngestDependencies;
  readonly versions: VersionStore;
  readonly dataset: PolledDataset;
  readonly usage: UsageAnswers;
  /** Answers a SELECT over the documented views. */
  readonly sql: Pick<SqlQueries, 'rows' | 'file'>;
  /** Says where served numbers come from. */
  readonly explainer: Pick<Explainer, 'explain'>;
  /** Images of rows that were fetched. */
  readonly images: ImageCache;
  /** Tells of each batch that has brought records in, from now on. */
  onIngested(listener: () => void): void;
  /** @throws IngestError */
  ingest(input: IngestInput, onProgress?: (progress: IngestProgress) => void): Promise<IngestSummary>;
  /** Ends changes and closes the directory. */
  close(): Promise<void>;
}

/**
 * Opens a data directory, making what is missing in it, and marks as failed what a process that died left unfinished.
 *
 * @throws StartError in words for the person at the terminal.
 */
export async function openVitrine(config: Config): Promise<Vitrine> {
  const paths = dataPaths(config.dataDirectory);
  const resources = new ResourceStack();
  try {
    await refuseRunningServer(paths.directory);
    prepareDirectory(paths.directory);
    refuseNewerRelease(paths);
    const engine = resources.add(await openChdb({ directory: paths.warehouse }));
    keepRelease(paths);
    await applySchema(engine);
    const accounts = await openAccounts({ directory: paths.directory, databaseUrl: config.databaseUrl });
    resources.add({ close: () => accounts.destroy() });
    return await assemble({ config, paths, engine, accounts, resources });
  } catch (cause) {
    // Why it could not start says more than why it could not close.
    await resources.close().catch(() => {});
    throw startFailure(cause, { directory: paths.directory });
  }
}

/** The two stores of a data directory. */
interface Stores {
  readonly config: Config;
  readonly paths: DataPaths;
  readonly engine: Engine;
  readonly accounts: AccountsDatabase;
  readonly resources: ResourceStack;
}

async function assemble({ config, paths, engine, accounts, resources }: Stores, clock = systemClock): Promise<Vitrine> {
  const batches = holdable(databaseBatches(accounts, clock));
  const erasures = await openErasures(accounts, clock);
  const versions = databaseVersions(accounts, clock);
  await failAbandoned(batches, versions);
  await dropTrial(engine);
  const dataset = await openDataset(versions, engine);
  const events = new EventEmitter();
  const onIngested = () => void events.emit('ingested');
  const ingestion = { engine, batches, clock, erasures, dataDirectory: paths.directory, onIngested };
  const administration = administrationOf({ accounts, clock, paths, resources });
  const estimates = { fits: databaseFits(accounts, clock), given: config.publishGiven };
  const publication = {
    engine,
    versions,
    clock,
    settings: config.publish,
    fitted: () => fittedNow(estimates),
    watermark: () => batches.watermark(),
  };
  const images = new ImageCache({ directory: paths.media, bytesMax: config.media.cacheBytesMax });
  const changes = datasetChanges({
    audit: administration.audit,
    anew: { publication, dataset, snapshotDirectory: paths.snapshots },
    erasure: { engine, batches, erasures, versions, clearImages: () => images.clear() },
    withdrawal: { engine, batches, versions },
    estimates,
  });
  return {
    config,
    paths,
    clock,
    engine,
    accounts,
    ingestion,
    ...administration,
    versions,
    dataset,
    usage: usageAnswers({ engine, clock, hasKey: (id) => administration.keys.has(id) }),
    sql: new SqlQueries({ engine, versions, views }),
    explainer: new Explainer({ engine, versions, batches, kinds: explained, tables: listTables }),
    images,
    onIngested: (listener) => void events.on('ingested', listener),
    ingest: (input, onProgress) => ingest(ingestion, input, onProgress),
    ...changes,
    async close() {
      dataset.stop();
      await changes.endChanges();
      await resources.close();
    },
  };
}

async function openDataset(versions: VersionStore, engine: Engine): Promise<PolledDataset> {
  const dataset = new PolledDataset(versions, (version) => movedIdsOf(engine, version));
  await dataset.refresh();
  return dataset;
}

/** The directory is this process's alone, so whatever is being built was left by a dead one. */
async function failAbandoned(batches: Batches, versions: VersionStore): Promise<void> {
  await batches.closeAbandoned();
  for (const { version, status } of await versions.list()) {
    if (status === 'building') await versions.fail(version, 'the process that built it exited before it finished');
  }
}
