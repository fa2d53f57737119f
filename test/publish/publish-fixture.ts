import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type AccountsDatabase, openAccounts } from '../../packages/server/src/accounts/database.ts';
import { type Batches, databaseBatches } from '../../packages/server/src/ingest/batches.ts';
import { type IngestInput, ingest } from '../../packages/server/src/ingest/ingest.ts';
import type { IngestSummary } from '../../packages/server/src/ingest/summary.ts';
import type { Reject } from '../../packages/server/src/ingest/validating/rejects.ts';
import { completeWithdrawals, type WithdrawalParts } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import { systemClock } from '../../packages/server/src/kernel/clock.ts';
import { openChdb } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { type PublishReport, publish } from '../../packages/server/src/warehouse/publish/publish.ts';
import { defaultPublishSettings, type PublishSettings } from '../../packages/server/src/warehouse/publish/settings.ts';
import { applySchema } from '../../packages/server/src/warehouse/schema.ts';
import { databaseVersions, type VersionStore } from '../../packages/server/src/warehouse/versions.ts';
import { makeEmptyWarehouse } from '../../packages/server/test/warehouse/empty-warehouse.ts';
import type { Observation } from '../oracle/observation.ts';
import { engineWith } from './engine-with.ts';
import { versionsWith } from './versions-with.ts';

export interface PublishOptions {
  readonly asOf?: string | undefined;
  readonly anew?: boolean;
  readonly force?: boolean | undefined;
  readonly settings?: Partial<PublishSettings> | undefined;
  onStep?(name: string): void;
  /** Methods of the store of versions that are others for this publish. */
  readonly versions?: Partial<VersionStore>;
  /** Done before a statement of the publish runs. */
  readonly beforeCommand?: (sql: string) => Promise<void>;
}

/** A data directory with a real engine, where records go in by ingest and come out by publish. */
export interface PublishFixture {
  readonly engine: Engine;
  readonly versions: VersionStore;
  /** Takes records in. @throws Error when one of them is rejected, or a field of one left out. */
  take(observations: readonly Observation[]): Promise<void>;
  /** Takes in what is good. @returns the lines that are rejected, counted from 1. */
  offer(observations: readonly Observation[]): Promise<readonly number[]>;
  /** Takes a file of a source in, or says what would go in. */
  takeFile(bytes: Buffer, how?: Pick<IngestInput, 'readAs' | 'told' | 'dryRun'>): Promise<IngestSummary>;
  publish(options?: PublishOptions): Promise<PublishReport>;
  /** Runs of ingest, and what takes them out and back. */
  readonly batches: Batches;
  readonly withdrawals: WithdrawalParts;
  /** Removes everything: as new, without starting another engine. */
  empty(): Promise<void>;
  close(): Promise<void>;
  remove(): Promise<void>;
}

export async function openPublishFixture(
  directory = mkdtempSync(join(tmpdir(), 'vitrine-publish-')),
): Promise<PublishFixture> {
  const warehouse = join(directory, 'warehouse');
  if (!existsSync(warehouse)) await makeEmptyWarehouse(warehouse);
  const engine = await openChdb({ directory: warehouse });
  await applySchema(engine);
  const accounts = await openAccounts({ directory });
  const batches = databaseBatches(accounts, systemClock);
  const versions = databaseVersions(accounts, systemClock);
  const close = async () => {
    await accounts.destroy();
    await engine.close();
  };
  const withdrawals = { engine, batches, versions };
  return {
    engine,
    versions,
    batches,
    withdrawals,
    take: (observations) => takeIn(engine, batches, directory, observations),
    offer: async (observations) => rejectedLines(await ingested(engine, batches, directory, observations)),
    takeFile: (bytes, how) =>
      ingest(
        { engine, batches, clock: systemClock, dataDirectory: directory },
        { source: 'file', from: { stream: Readable.from([bytes]) }, ...how },
      ),
    publish: (options) => published({ engine, batches, versions }, options),
    empty: () => empty(engine, accounts),
    close,
    async remove() {
      await close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function published(
  { engine, batches, versions }: Pick<PublishFixture, 'engine' | 'batches' | 'versions'>,
  { asOf, anew, force, settings, onStep, versions: others = {}, beforeCommand = async () => {} }: PublishOptions = {},
): Promise<PublishReport> {
  await completeWithdrawals({ engine, batches, versions });
  const watched = engineWith(engine, {
    async command(sql, parameters) {
      await beforeCommand(sql);
      await engine.command(sql, parameters);
    },
  });
  const dependencies = {
    engine: watched,
    versions: versionsWith(versions, others),
    clock: systemClock,
    settings: { ...defaultPublishSettings, ...settings },
    watermark: () => batches.watermark(),
  };
  return publish(dependencies, { asOf, anew, force, ...(onStep && { onStep }) });
}

async function takeIn(
  engine: Engine,
  batches: Batches,
  dataDirectory: string,
  observations: readonly Observation[],
): Promise<void> {
  const summary = await ingested(engine, batches, dataDirectory, observations);
  const { rejected, leftOut, firstRejects } = summary;
  if (rejected > 0 || leftOut !== undefined) throw new Error(`rejected: ${JSON.stringify([firstRejects, leftOut])}`);
}

async function ingested(
  engine: Engine,
  batches: Batches,
  dataDirectory: string,
  observations: readonly Observation[],
): Promise<IngestSummary> {
  const lines = observations.map((observation) => Buffer.from(`${JSON.stringify(observation)}\n`));
  return ingest(
    { engine, batches, clock: systemClock, dataDirectory },
    { source: 'stdin', from: { stream: Readable.from(lines) }, format: 'ndjson' },
  );
}

function rejectedLines({ rejectsFile }: IngestSummary): readonly number[] {
  const text = rejectsFile === undefined ? '' : readFileSync(rejectsFile, 'utf8');
  const rejects = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Reject]));
  return rejects.filter(({ leftOut }) => leftOut !== true).map(({ line }) => line);
}

async function empty(engine: Engine, accounts: AccountsDatabase): Promise<void> {
  const tables = await engine.rows<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND match(name, '^(landing|serving)_')",
  );
  for (const { name } of tables) await engine.command(`TRUNCATE TABLE ${name}`);
  const lineages = await engine.rows<{ name: string }>(
    "SELECT name FROM system.databases WHERE match(name, '^(state|withdrawn)_')",
  );
  for (const { name } of lineages) await engine.command(`DROP DATABASE ${name}`);
  for (const table of ['dataset_pointer', 'dataset_version', 'ingest_batch'] as const)
    await accounts.deleteFrom(table).execute();
}
