import { recorded } from '../access/audit/audit-log.ts';
import type { BufferingAuditLog } from '../access/audit/buffering-audit-log.ts';
import { type AccountsDatabase, openAccounts } from '../accounts/database.ts';
import type { Config } from '../config.ts';
import { type BatchEntry, databaseBatches } from '../ingest/batches.ts';
import {
  creatorPreview,
  type ErasureOptions,
  type ErasureParts,
  type ErasureReport,
  eraseCreator,
  type FinishedErasures,
  finishErasures,
} from '../ingest/erasure/erase-creator.ts';
import type { ErasurePreview } from '../ingest/erasure/erasure-preview.ts';
import { openErasures } from '../ingest/erasure/erasures.ts';
import { holdable } from '../ingest/erasure/holdable-batches.ts';
import { type IngestDependencies, type IngestInput, ingest } from '../ingest/ingest.ts';
import type { IngestProgress, IngestSummary } from '../ingest/summary.ts';
import { completeWithdrawals, restoreBatch, withdrawBatch } from '../ingest/withdrawal/withdrawals.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { ApiError, errors } from '../kernel/errors.ts';
import { PolledDataset } from '../serving/polled-dataset.ts';
import { ImageCache } from '../surfaces/media/image-cache.ts';
import { type UsageAnswers, usageAnswers } from '../surfaces/usage/usage-answer.ts';
import { openChdb } from '../warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import { type PublishReport, type PublishRequest, publish } from '../warehouse/publish/publish.ts';
import { type RollbackReport, rollBack } from '../warehouse/rollback.ts';
import { applySchema } from '../warehouse/schema.ts';
import { databaseVersions, type VersionStore } from '../warehouse/versions.ts';
import { type Administration, administrationOf } from './administration.ts';
import { type DataPaths, dataPaths, prepareDirectory } from './data-directory.ts';
import { exclusive } from './exclusive.ts';
import { publishAnew } from './publish-anew.ts';
import { keepRelease, refuseNewerRelease } from './release.ts';
import { ResourceStack } from './resource-stack.ts';
import { refuseRunningServer } from './running-server.ts';
import { startFailure } from './start-failure.ts';

/** An open data directory: everything Vitrine does, without the surfaces. */
export interface Vitrine extends Administration {
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
  /** @throws ApiError publish-running when one is under way; PublishRefused, EngineError as `publish` does. */
  publish(request?: PublishRequest): Promise<PublishReport>;
  /** Serves an earlier version again. @throws ApiError as `rollBack` does, and publish-running */
  rollBack(version?: number): Promise<RollbackReport>;
  /**
   * Takes a batch out: the next publish is as if it had never come.
   *
   * @throws ApiError as `withdrawBatch` does, and publish-running
   */
  withdrawBatch(batch: number, reason: string): Promise<BatchEntry>;
  /** Takes a withdrawal back. @throws ApiError as `restoreBatch` does, and publish-running */
  restoreBatch(batch: number): Promise<BatchEntry>;
  /**
   * Erases a creator permanently and publishes without them.
   *
   * @throws ApiError as `eraseCreator` of ingest does; what `publish` throws
   */
  eraseCreator(userId: string, options?: ErasureOptions, onStep?: PublishRequest['onStep']): Promise<ErasureReport>;
  /** Whom an erasure would affect, and what it would delete. @throws ApiError parameter-invalid */
  previewErasure(userId: string): Promise<ErasurePreview>;
  /** Completes erasures that an earlier process left unfinished, as a publish does first; undefined: there was none. */
  finishErasures(): Promise<FinishedErasures | undefined>;
  /** Begins no publish, rollback or erasure any more, and waits for the one under way. */
  endChanges(): Promise<void>;
  /** Does so and lets go of the directory. */
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

async function assemble({ config, paths, engine, accounts, resources }: Stores): Promise<Vitrine> {
  const clock = systemClock;
  const batches = holdable(databaseBatches(accounts, clock));
  const erasures = await openErasures(accounts, clock);
  const versions = databaseVersions(accounts, clock);
  await batches.closeAbandoned();
  await failAbandoned(versions);
  const dataset = new PolledDataset(versions);
  await dataset.refresh();
  const ingestion = { engine, batches, clock, erasures, dataDirectory: paths.directory };
  const { keys, adminKeys, audit } = administrationOf({ accounts, clock, paths, resources });
  const publishing = exclusive(() => new ApiError(errors.publishRunning, {}));
  const publication = { engine, versions, clock, settings: config.publish, watermark: () => batches.watermark() };
  const anew = { publication, dataset, snapshotDirectory: paths.snapshots };
  const images = new ImageCache({ directory: paths.media, bytesMax: config.media.cacheBytesMax });
  const erasure = { engine, batches, erasures, versions, clearImages: () => images.clear() };
  /** One at a time; what it did is served when it resolves. */
  const change = <Report>(work: () => Promise<Report>): Promise<Report> =>
    publishing.run(async () => {
      const report = await work();
      // Still one at a time: the next one could drop a version that is served until this is.
      await dataset.refresh();
      return report;
    });
  const withSteps = (onStep: PublishRequest['onStep']) => ({
    ...erasure,
    publishAnew: () => publishAnew(anew, onStep),
  });
  const completed = (onStep?: PublishRequest['onStep']) => recordedCompletion(audit, withSteps(onStep));
  const withdrawing = { engine, batches, versions };
  /** Only whole batches count. */
  const changeOfRows = <Report>(work: () => Promise<Report>): Promise<Report> =>
    change(async () => {
      await completeWithdrawals(withdrawing);
      return work();
    });
  const endChanges = () => publishing.end(() => new ApiError(errors.shuttingDown, {}));
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
    publish: (request) =>
      changeOfRows(async () => {
        const finished = await completed(request?.onStep);
        const report = await publish(publication, request);
        return finished === undefined ? report : { ...report, erasuresFinished: finished.persons };
      }),
    rollBack: (version) => change(() => rollBack(versions, version)),
    withdrawBatch: (batch, reason) => change(() => withdrawBatch(withdrawing, batch, reason)),
    restoreBatch: (batch) => change(() => restoreBatch(withdrawing, batch)),
    eraseCreator: (userId, options, onStep) => changeOfRows(() => eraseCreator(withSteps(onStep), userId, options)),
    previewErasure: (userId) => creatorPreview(erasure, userId),
    finishErasures: async () =>
      (await erasures.unfinished()).length === 0 ? undefined : changeOfRows(() => completed()),
    endChanges,
    async close() {
      dataset.stop();
      await endChanges();
      await resources.close();
    },
  };
}

/** The directory is this process's alone, so whatever is being built was left by a dead one. */
async function failAbandoned(versions: VersionStore): Promise<void> {
  for (const { version, status } of await versions.list()) {
    if (status === 'building') await versions.fail(version, 'the process that built it exited before it finished');
  }
}

/** Entered in the audit log only where something is left to complete. */
async function recordedCompletion(
  audit: BufferingAuditLog,
  parts: ErasureParts,
): Promise<FinishedErasures | undefined> {
  if ((await parts.erasures.unfinished()).length === 0) return undefined;
  const change = { actor: 'local', origin: 'this server', action: 'forget.finish', request: {} } as const;
  return recorded(audit, change, () => finishErasures(parts), { ofResult: (result) => ({ ...result }) });
}
