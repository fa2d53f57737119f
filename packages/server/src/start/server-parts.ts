import type { CreditLedger } from '../access/credits/credits.ts';
import { openCredits } from '../access/credits/database-credits.ts';
import { createGate, type Gate } from '../access/gate.ts';
import { KnownKeys } from '../access/keys/known-keys.ts';
import { type FailedAttempts, memoryAttempts } from '../access/rates/failed-attempts.ts';
import { memoryRates, openRedisRates } from '../access/rates/flexible-rates.ts';
import type { RateLimiter } from '../access/rates/rates.ts';
import type { UsageRecorder } from '../access/usage/usage-recorder.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../kernel/logger.ts';
import type { SnapshotReader } from '../serving/snapshot/snapshot-reader.ts';
import type { Network } from '../surfaces/media/origin/pinned-request.ts';
import { expireAndRenewCredits } from './credit-expiry.ts';
import { type LookupsAndMedia, openLookupsAndMedia } from './lookups-and-media.ts';
import { type OperatorAccess, openOperatorAccess } from './operator-access.ts';
import { openReader, openRows, type RowReaders } from './reader.ts';
import type { ResourceStack } from './resource-stack.ts';
import { openUsage } from './usage.ts';
import type { Vitrine } from './vitrine.ts';

/** What a server has besides the directory. */
export interface ServerParts extends RowReaders {
  readonly logger: Logger;
  readonly usage: UsageRecorder;
  readonly credits: CreditLedger;
  readonly operatorAccess: OperatorAccess;
  readonly gate: Gate;
  readonly reader: SnapshotReader;
  readonly lookupsAndMedia: LookupsAndMedia;
}

/** Opens what surfaces stand on, and leaves closing it to `resources`. @throws what a database or Redis reports */
export async function openServerParts(
  vitrine: Vitrine,
  resources: ResourceStack,
  logger: Logger,
  network: Network,
): Promise<ServerParts> {
  const { accounts, clock, config, engine, keys, paths } = vitrine;
  const usage = resources.add(await openUsage({ engine, clock, logger, spoolDirectory: paths.usageSpool }));
  const rates = resources.add(await openRates(config, logger));
  const place = { databaseUrl: config.databaseUrl, directory: paths.directory };
  const credits = resources.add(await openCredits(accounts, place, clock));
  resources.add(expireAndRenewCredits({ accounts, clock, logger }));
  const reader = openReader(vitrine, resources, logger);
  const { rows, series } = openRows(vitrine, resources, reader);
  const known = await KnownKeys.of(accounts);
  const gate = createGate({ keys, rates, credits, attempts: attemptsOf(config), known });
  const lookupsAndMedia = await openLookupsAndMedia(vitrine, resources, logger, network);
  const operatorAccess = await openOperatorAccess(vitrine, () => attemptsOf(config));
  return { logger, usage, credits, operatorAccess, gate, reader, rows, series, lookupsAndMedia };
}

function attemptsOf({ failedAuthPerMinute }: Config): FailedAttempts {
  return memoryAttempts({ perMinute: failedAuthPerMinute });
}

async function openRates({ redisUrl, qpsDefault }: Config, logger: Logger): Promise<RateLimiter> {
  if (redisUrl === undefined) return memoryRates({ qpsDefault });
  const onStoreError = (error: Error) =>
    logger.error({ err: error }, 'Redis is unavailable, this node counts by itself');
  return openRedisRates(redisUrl, { qpsDefault, onStoreError });
}
