import { UsageRecorder } from '../access/usage/usage-recorder.ts';
import { UsageSpool } from '../access/usage/usage-spool.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import { storeUsage } from '../warehouse/usage/usage-store.ts';

export interface UsageParts {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where records wait for the engine. */
  readonly spoolDirectory: string;
}

/** About a million records. */
const spoolBytesMax = 256 * 1024 * 1024;

/** Records usage in the engine, and begins with what an earlier process left in the spool. */
export async function openUsage({ engine, clock, logger, spoolDirectory }: UsageParts): Promise<UsageRecorder> {
  return new UsageRecorder({
    spool: await UsageSpool.open({ directory: spoolDirectory, bytesMax: spoolBytesMax, clock }),
    sink: { store: (batchId, ndjson) => storeUsage(engine, batchId, ndjson) },
    events: {
      onAway: (error) => logger.error({ err: error }, 'cannot store usage, keeping it in the spool'),
      onBack: () => logger.info('storing usage again'),
      onLoss: (reason) => logger.error({ reason }, 'usage records were lost'),
    },
  });
}
