import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { AuditLog } from './access/audit/audit-log.ts';
import { databaseAuditLog } from './access/audit/database-audit-log.ts';
import { CachedKeys } from './access/cached-keys.ts';
import type { CreditLedger } from './access/credits.ts';
import { openCredits } from './access/database-credits.ts';
import { DatabaseKeys } from './access/database-keys.ts';
import { memoryAttempts } from './access/failed-attempts.ts';
import { memoryRates, openRedisRates } from './access/flexible-rates.ts';
import { createGate } from './access/gate.ts';
import type { KeyStore } from './access/keys.ts';
import type { RateLimiter } from './access/rates.ts';
import type { UsageRecorder } from './access/usage/usage-recorder.ts';
import { catalogue } from './catalogue/catalogue.ts';
import type { Config } from './config.ts';
import { databaseBatches } from './ingest/batches.ts';
import { openErasures } from './ingest/erasure/erasures.ts';
import { type ForgetReport, forgetCreator } from './ingest/erasure/forget.ts';
import { holdable } from './ingest/erasure/holdable-batches.ts';
import { type IngestDependencies, type IngestInput, ingest } from './ingest/ingest.ts';
import type { IngestProgress, IngestSummary } from './ingest/summary.ts';
import { type AccountsDatabase, openAccounts } from './kernel/accounts/database.ts';
import { type Clock, monotonicClock, systemClock } from './kernel/clock.ts';
import { ApiError, errors } from './kernel/errors.ts';
import { createLogger, type Logger } from './kernel/logger.ts';
import { createMetrics } from './kernel/metrics.ts';
import { BoundedReader } from './serving/bounded-reader.ts';
import { ClickHouseReader } from './serving/clickhouse-reader.ts';
import { pageSecondsMax } from './serving/page-sql.ts';
import { PolledDataset } from './serving/polled-dataset.ts';
import { SnapshotReader } from './serving/snapshot/snapshot-reader.ts';
import { keepOnlySnapshot, Snapshots } from './serving/snapshot/snapshots.ts';
import { keptAdminToken } from './start/admin-token.ts';
import { type DataPaths, dataPaths, prepareDirectory } from './start/data-directory.ts';
import { exclusive } from './start/exclusive.ts';
import { listen, urlOf } from './start/listen.ts';
import { productVersion } from './start/product-version.ts';
import { findServer, removeServerFile, writeServerFile } from './start/server-file.ts';
import { keepSettled } from './start/settling.ts';
import { StartError, startFailure } from './start/start-failure.ts';
import { openUsage } from './start/usage.ts';
import { accountRoutes } from './surfaces/account/account-routes.ts';
import { adminRoutes } from './surfaces/admin/admin-routes.ts';
import { buildHttp } from './surfaces/http/build-http.ts';
import type { HttpServer } from './surfaces/http/server.ts';
import { mcpRoutes } from './surfaces/mcp/mcp-routes.ts';
import type { CallEndpoint } from './surfaces/mcp/mcp-server.ts';
import { openApiResource } from './surfaces/mcp/resources.ts';
import { serveStdio } from './surfaces/mcp/stdio.ts';
import { type UsageAnswers, usageAnswers } from './surfaces/usage/usage-answer.ts';
import { openChdb } from './warehouse/chdb.ts';
import type { Engine } from './warehouse/engine.ts';
import { keepOnlyServed } from './warehouse/publish/keep-only.ts';
import { type PublishReport, type PublishRequest, publish } from './warehouse/publish/publish.ts';
import { type RollbackReport, rollBack } from './warehouse/rollback.ts';
import { applySchema } from './warehouse/schema.ts';
import { databaseVersions, type VersionStore } from './warehouse/versions.ts';

export { recorded } from './access/audit/audit-log.ts';
export { type Config, ConfigError, readConfig } from './config.ts';
export { formatOf, type IngestFormat, ingestFormats, isGzipName } from './ingest/sources/format.ts';
export { type Finding, inspect } from './start/inspection.ts';
export { productVersion } from './start/product-version.ts';
export { sampleQuestion } from './start/sample-question.ts';
export { type FoundServer, findServer } from './start/server-file.ts';
export { stopOnSignals } from './start/signals.ts';
export type { IngestInput, IngestProgress, IngestSummary, KeyStore, PublishReport, PublishRequest, VersionStore };

/** An open data directory: everything Vitrine does, without the surfaces. */
export interface Vitrine {
  readonly config: Config;
  readonly paths: DataPaths;
  readonly clock: Clock;
  readonly engine: Engine;
  readonly accounts: AccountsDatabase;
  readonly ingestion: IngestDependencies;
  readonly keys: KeyStore;
  readonly versions: VersionStore;
  readonly dataset: PolledDataset;
  readonly audit: AuditLog;
  readonly usage: UsageAnswers;
  /** @throws IngestError */
  ingest(input: IngestInput, onProgress?: (progress: IngestProgress) => void): Promise<IngestSummary>;
  /** @throws ApiError publish-running when one is under way; PublishRefused, EngineError as `publish` does. */
  publish(request?: PublishRequest): Promise<PublishReport>;
  /** Serves an earlier version again. @throws ApiError as `rollBack` does, and publish-running */
  rollBack(version?: number): Promise<RollbackReport>;
  /** Erases a creator for good and publishes anew. @throws ApiError as `forgetCreator` does; what `publish` throws */
  forgetCreator(userId: string, onStep?: PublishRequest['onStep']): Promise<ForgetReport>;
  /** Waits for a publish under way and lets go of the directory. */
  close(): Promise<void>;
}

/**
 * Opens a data directory, making what is missing in it, and marks as failed what a process that died left unfinished.
 *
 * @throws StartError in words for the person at the terminal.
 */
export async function openVitrine(config: Config): Promise<Vitrine> {
  const paths = dataPaths(config.dataDirectory);
  const opened: { close(): Promise<void> }[] = [];
  try {
    await refuseRunningServer(paths.directory);
    prepareDirectory(paths.directory);
    const engine = await openChdb({ directory: paths.warehouse });
    opened.push(engine);
    await applySchema(engine);
    const accounts = await openAccounts({ directory: paths.directory, databaseUrl: config.databaseUrl });
    opened.push({ close: () => accounts.destroy() });
    return await assemble(config, paths, engine, accounts);
  } catch (cause) {
    for (const each of opened.reverse()) await each.close();
    throw startFailure(cause, { directory: paths.directory });
  }
}

/** Requests under way take milliseconds as a rule. */
const requestMsMax = 1_000;

/** What a key may be limited to. */
const keyScopes = catalogue.map(({ id }) => id);

async function assemble(
  config: Config,
  paths: DataPaths,
  engine: Engine,
  accounts: AccountsDatabase,
): Promise<Vitrine> {
  const clock = systemClock;
  const batches = holdable(databaseBatches(accounts, clock));
  const erasures = await openErasures(accounts, clock);
  const versions = databaseVersions(accounts, clock);
  await batches.closeAbandoned();
  await failAbandoned(versions);
  const dataset = new PolledDataset(versions);
  await dataset.refresh();
  const ingestion = { engine, batches, clock, erasures, dataDirectory: paths.directory };
  const publishing = exclusive(() => new ApiError(errors.publishRunning, {}));
  const publication = { engine, versions, clock, settings: config.publish, watermark: () => batches.watermark() };
  return {
    config,
    paths,
    clock,
    engine,
    accounts,
    ingestion,
    keys: new CachedKeys(new DatabaseKeys(accounts, clock, keyScopes), monotonicClock),
    versions,
    dataset,
    audit: databaseAuditLog(accounts, clock),
    usage: usageAnswers({ engine, clock }),
    ingest: (input, onProgress) => ingest(ingestion, input, onProgress),
    async publish(request) {
      const report = await publishing.run(() => publish(publication, request));
      await dataset.refresh();
      return report;
    },
    async rollBack(version) {
      const report = await publishing.run(() => rollBack(versions, version));
      await dataset.refresh();
      return report;
    },
    async forgetCreator(userId, onStep) {
      const publishAnew = async () => {
        const served = await versions.current();
        if (served === undefined) return null;
        const { version } = await publish(publication, { asOf: served.asOf, anew: true, ...(onStep && { onStep }) });
        await dataset.refresh();
        // Requests that began with the version before are let finish.
        await setTimeout(requestMsMax);
        await keepOnlyServed(engine, versions);
        if (existsSync(paths.snapshots)) keepOnlySnapshot(paths.snapshots, version);
        return version;
      };
      return publishing.run(() => forgetCreator({ engine, batches, erasures, publishAnew }, userId));
    },
    async close() {
      dataset.stop();
      await publishing.idle();
      await engine.close();
      await accounts.destroy();
    },
  };
}

/** The engine would refuse too, but in its own words and without the address. */
async function refuseRunningServer(directory: string): Promise<void> {
  const running = await findServer(directory);
  if (running === undefined) return;
  const where = `a server runs on ${directory} already, at ${running.url} (process ${running.pid})`;
  throw new StartError(`${where}: stop it, or choose another data directory with --data (VITRINE_DATA_DIR)`);
}

/** The directory is this process's alone, so whatever is being built was left by a dead one. */
async function failAbandoned(versions: VersionStore): Promise<void> {
  for (const { version, status } of await versions.list()) {
    if (status === 'building') await versions.fail(version, 'the process that built it ended before it was done');
  }
}

/** A server that listens. */
export interface VitrineServer {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** Finishes the requests under way, then closes everything. */
  stop(): Promise<void>;
}

/** Opens the data directory and serves it. @throws StartError */
export async function startServer(config: Config): Promise<VitrineServer> {
  return serve(await openVitrine(config));
}

/** Serves an open data directory, and closes it when it stops or cannot start. @throws StartError */
export async function serve(vitrine: Vitrine): Promise<VitrineServer> {
  const { config, paths } = vitrine;
  const logger = createLogger({ level: config.logLevel });
  const opened: { close(): Promise<void> }[] = [vitrine];
  try {
    const { engine, clock } = vitrine;
    const usage = await openUsage({ engine, clock, logger, spoolDirectory: paths.usageSpool });
    opened.push(usage);
    const rates = await openRates(config, logger);
    opened.push(rates);
    const { databaseUrl } = config;
    const credits = await openCredits(vitrine.accounts, { databaseUrl, directory: paths.directory }, clock);
    opened.push(credits);
    const onError = (error: unknown) => logger.error({ err: error }, 'credits that are due cannot be settled');
    opened.push(keepSettled({ accounts: vitrine.accounts, clock, onError }));
    const engineReader = new BoundedReader(new ClickHouseReader(engine), pageBounds);
    opened.push(engineReader);
    const reader = createReader(vitrine, engineReader, logger);
    opened.push(reader);
    const http = await buildServer(vitrine, { rates, credits, reader, usage, logger });
    opened.push({ close: () => http.close() });
    await listen(http, config);
    const url = urlOf(http, config.host);
    writeServerFile(paths.serverFile, { url, pid: process.pid });
    vitrine.dataset.poll({ onError: (error) => logger.error({ err: error }, 'cannot look up the served version') });
    return { url, stop: () => stop(opened, paths) };
  } catch (cause) {
    await closeAll(opened);
    throw startFailure(cause, { directory: paths.directory, host: config.host, port: config.port });
  }
}

async function stop(opened: readonly { close(): Promise<void> }[], paths: DataPaths): Promise<void> {
  removeServerFile(paths.serverFile);
  await closeAll(opened);
}

/** The last one opened goes first. */
async function closeAll(opened: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const each of [...opened].reverse()) await each.close();
}

async function openRates({ redisUrl, qpsDefault }: Config, logger: Logger): Promise<RateLimiter> {
  if (redisUrl === undefined) return memoryRates({ qpsDefault });
  const onStoreError = (error: Error) => logger.error({ err: error }, 'Redis is away, this node counts for itself');
  return openRedisRates(redisUrl, { qpsDefault, onStoreError });
}

/** One page a session of the engine. */
const pageBounds = { pageMsMax: pageSecondsMax * 1000, pagesAtOnceMax: 4 };

/** Answers from a snapshot as soon as there is one, and from the engine until then. */
function createReader(
  { config, dataset, engine, paths }: Vitrine,
  engineReader: BoundedReader,
  logger: Logger,
): SnapshotReader {
  const reader = new SnapshotReader({
    snapshots: new Snapshots({
      engine,
      directory: paths.snapshots,
      sources: catalogue,
      budget: config.snapshot,
      onLeftOut: (list, reason) => logger.warn({ list, reason }, 'a list is left out of the snapshot'),
    }),
    engineReader,
    onFailure: (error) => logger.error({ err: error }, 'a snapshot cannot be used, the engine answers'),
  });
  if (config.snapshot.mode === 'off') return reader;
  dataset.prepareWith((version) => reader.prepare(version));
  const served = dataset.current();
  if (served !== undefined) void reader.prepare(served.version);
  return reader;
}

/** What a server has besides the directory. */
interface ServerParts {
  readonly rates: RateLimiter;
  readonly credits: CreditLedger;
  readonly reader: SnapshotReader;
  readonly usage: UsageRecorder;
  readonly logger: Logger;
}

function buildServer(vitrine: Vitrine, parts: ServerParts): Promise<HttpServer> {
  const { rates, credits, reader, usage, logger } = parts;
  const { config, dataset, ingestion, keys, paths, versions } = vitrine;
  const adminToken = config.adminToken ?? keptAdminToken(paths.adminToken);
  const attempts = memoryAttempts({ perMinute: config.failedAuthPerMinute });
  const gate = createGate({ keys, rates, credits, attempts });
  const publishNow = (request: PublishRequest) => vitrine.publish(request);
  return buildHttp({
    catalogue,
    gate,
    reader,
    dataset,
    logger,
    metrics: createMetrics({
      datasetVersion: () => dataset.current()?.version,
      pagesRead: () => reader.pagesRead(),
      usage,
    }),
    usage,
    readers: () => reader.shares(catalogue, dataset.current()?.version),
    productVersion: productVersion(),
    trustProxy: config.trustProxy,
    limits: { requestsMax: config.requestsMax },
    extensions: [
      ...adminRoutes({
        adminToken,
        attempts,
        ingestion,
        keys,
        versions,
        publish: publishNow,
        rollBack: (version) => vitrine.rollBack(version),
        audit: vitrine.audit,
        forgetCreator: (userId, onStep) => vitrine.forgetCreator(userId, onStep),
        usage: vitrine.usage,
      }),
      accountRoutes({ gate, credits, usage: vitrine.usage }),
      mcpRoutes({ gate, reader, dataset, ...mcpParts() }),
    ],
  });
}

function mcpParts() {
  return {
    catalogue,
    resources: [openApiResource(catalogue, productVersion())],
    productVersion: productVersion(),
  };
}

/** Speaks the Model Context Protocol on standard input and output; who calls the endpoints is up to the caller. */
export function serveMcp(call: CallEndpoint): Promise<void> {
  return serveStdio(mcpParts(), call);
}
