import { type AccountsDatabase, openAccounts } from '../accounts/database.ts';
import type { Config } from '../config.ts';
import { databaseBatches } from '../ingest/batches.ts';
import { openErasures } from '../ingest/erasure/erasures.ts';
import { holdable } from '../ingest/erasure/holdable-batches.ts';
import { type IngestDependencies, type IngestInput, ingest } from '../ingest/ingest.ts';
import type { IngestProgress, IngestSummary } from '../ingest/summary.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { PolledDataset } from '../serving/polled-dataset.ts';
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
  /** Images of rows that were fetched. */
  readonly images: ImageCache;
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
  await batches.closeAbandoned();
  await failAbandoned(versions);
  const dataset = await openDataset(versions);
  const ingestion = { engine, batches, clock, erasures, dataDirectory: paths.directory };
  const { keys, adminKeys, audit } = administrationOf({ accounts, clock, paths, resources });
  const publication = { engine, versions, clock, settings: config.publish, watermark: () => batches.watermark() };
  const images = new ImageCache({ directory: paths.media, bytesMax: config.media.cacheBytesMax });
  const changes = datasetChanges({
    audit,
    anew: { publication, dataset, snapshotDirectory: paths.snapshots },
    erasure: { engine, batches, erasures, versions, clearImages: () => images.clear() },
    withdrawal: { engine, batches, versions },
  });
  return {
    config,
    paths,
    clock,
    engine,
    accounts,
    ingestion,
    keys,
    adminKeys,
    versions,
    dataset,
    audit,
    usage: usageAnswers({ engine, clock, hasKey: (id) => keys.has(id) }),
    images,
    ingest: (input, onProgress) => ingest(ingestion, input, onProgress),
    ...changes,
    async close() {
      dataset.stop();
      await changes.endChanges();
      await resources.close();
    },
  };
}

async function openDataset(versions: VersionStore): Promise<PolledDataset> {
  const dataset = new PolledDataset(versions);
  await dataset.refresh();
  return dataset;
}

/** The directory is this process's alone, so whatever is being built was left by a dead one. */
async function failAbandoned(versions: VersionStore): Promise<void> {
  for (const { version, status } of await versions.list()) {
    if (status === 'building') await versions.fail(version, 'the process that built it exited before it finished');
  }
}
