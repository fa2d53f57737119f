import { join } from 'node:path';
import { openAccounts } from '../../packages/server/src/accounts/database.ts';
import { type Batches, databaseBatches } from '../../packages/server/src/ingest/batches.ts';
import { systemClock } from '../../packages/server/src/kernel/clock.ts';
import { openChdb } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import type { PublishDependencies } from '../../packages/server/src/warehouse/publish/publish.ts';
import { defaultPublishSettings, type PublishSettings } from '../../packages/server/src/warehouse/publish/settings.ts';
import { applySchema } from '../../packages/server/src/warehouse/schema.ts';
import { databaseVersions } from '../../packages/server/src/warehouse/versions.ts';

/** A data directory opened as the server opens it. */
export interface PipelineDirectory {
  readonly engine: Engine;
  readonly batches: Batches;
  readonly publishing: PublishDependencies;
  close(): Promise<void>;
}

export async function openPipelineDirectory(
  directory: string,
  settings: Partial<PublishSettings> = {},
): Promise<PipelineDirectory> {
  const engine = await openChdb({ directory: join(directory, 'warehouse') });
  await applySchema(engine);
  const accounts = await openAccounts({ directory });
  const batches = databaseBatches(accounts, systemClock);
  const versions = databaseVersions(accounts, systemClock);
  return {
    engine,
    batches,
    publishing: {
      engine,
      versions,
      clock: systemClock,
      settings: { ...defaultPublishSettings, ...settings },
      watermark: () => batches.watermark(),
    },
    async close() {
      await engine.close();
      await accounts.destroy();
    },
  };
}
