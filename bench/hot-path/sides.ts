import { join } from 'node:path';
import { fastify } from 'fastify';
import { openCredits } from '../../packages/server/src/access/credits/database-credits.ts';
import { createGate } from '../../packages/server/src/access/gate.ts';
import { CachedKeys } from '../../packages/server/src/access/keys/cached-keys.ts';
import { DatabaseKeys } from '../../packages/server/src/access/keys/database-keys.ts';
import type { KeyRecord } from '../../packages/server/src/access/keys/keys.ts';
import { memoryAttempts } from '../../packages/server/src/access/rates/failed-attempts.ts';
import { memoryRates } from '../../packages/server/src/access/rates/flexible-rates.ts';
import type { UsageLog } from '../../packages/server/src/access/usage/usage-record.ts';
import { openAccounts } from '../../packages/server/src/accounts/database.ts';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { monotonicClock, systemClock } from '../../packages/server/src/kernel/clock.ts';
import { createLogger } from '../../packages/server/src/kernel/logger.ts';
import { createMetrics } from '../../packages/server/src/kernel/metrics.ts';
import { framed } from '../../packages/server/src/serving/reader.ts';
import { openUsage } from '../../packages/server/src/start/usage.ts';
import type { AnswerParts } from '../../packages/server/src/surfaces/answer.ts';
import { buildHttp } from '../../packages/server/src/surfaces/http/build-http.ts';
import type { HttpServer } from '../../packages/server/src/surfaces/http/server.ts';
import { serverOptions } from '../../packages/server/src/surfaces/http/server-options.ts';
import { openChdb } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import { applySchema } from '../../packages/server/src/warehouse/schema.ts';
import { nextPage } from './pages.ts';

/** A server to be measured, not listening yet. */
export interface Side {
  readonly http: HttpServer;
  /** A key it knows. */
  readonly key: string;
  close(): Promise<void>;
}

/** What is measured, by name. `directory` is for the side's files. */
export const sides: Readonly<Record<SideName, (directory: string) => Promise<Side>>> = { floor, open, access, product };

export type SideName = 'floor' | 'open' | 'access' | 'product';

/** The least an answer costs: the same routes and options of Fastify, and a buffer that is ready. */
async function floor(): Promise<Side> {
  const http = fastify(serverOptions(createLogger()));
  const answer = nextPage().rows;
  for (const { path } of lists) {
    http.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').send(answer));
  }
  return { http, key: 'none', close: () => http.close() };
}

/** The product without access: its gate lets everybody in and charges nobody. */
async function open(): Promise<Side> {
  const everybody: KeyRecord = {
    id: 'key_0',
    hint: 'none',
    mode: 'live',
    name: 'everybody',
    owner: '',
    scopes: null,
    qps: null,
    burst: 0,
    credits: null,
    monthlyQuota: null,
    renewsAt: null,
    createdAt: 0,
    notBefore: null,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  };
  const gate = { admit: async () => everybody, requireCredits: async () => {}, charge: async () => null };
  const http = await serverWith(gate, { record: () => {} });
  return { http, key: 'none', close: () => http.close() };
}

/** The product with access but without usage: keys and credits in SQLite, rates in memory. */
async function access(directory: string): Promise<Side> {
  const { gate, key, close } = await openGate(directory);
  const http = await serverWith(gate, { record: () => {} });
  return { http, key, close: () => http.close().then(close) };
}

/** The product as it is, but for the reader: with access, and with usage into an engine. */
async function product(directory: string): Promise<Side> {
  const { gate, key, close } = await openGate(directory);
  const engine = await openChdb({ directory: join(directory, 'warehouse'), sessions: 1 });
  await applySchema(engine);
  const spoolDirectory = join(directory, 'usage-spool');
  const usage = await openUsage({ engine, clock: systemClock, logger: createLogger(), spoolDirectory });
  const http = await serverWith(gate, usage);
  return {
    http,
    key,
    async close() {
      await http.close();
      await usage.close();
      await engine.close();
      await close();
    },
  };
}

/** A gate with a key of many credits. */
async function openGate(directory: string) {
  const accounts = await openAccounts({ directory });
  const keys = new CachedKeys(new DatabaseKeys(accounts, systemClock), monotonicClock);
  const rates = memoryRates({ qpsDefault: 1_000_000 });
  const { key } = await keys.create({ name: 'bench', credits: 1_000_000_000 });
  const credits = await openCredits(accounts, { directory }, systemClock);
  return {
    gate: createGate({ keys, rates, credits, attempts: memoryAttempts({ perMinute: 20 }) }),
    key,
    async close() {
      await rates.close();
      await credits.close();
      await accounts.destroy();
    },
  };
}

function serverWith(gate: AnswerParts['gate'], usage: UsageLog): Promise<HttpServer> {
  return buildHttp({
    catalogue: lists,
    lookups: {},
    gate,
    reader: { page: async (_source, _query, _version, frame) => framed(nextPage(), frame) },
    dataset: { current: () => ({ version: 1, asOf: '2026-11-20' }) },
    logger: createLogger(),
    metrics: createMetrics({ datasetVersion: () => 1 }),
    usage,
    productVersion: '0.0.0',
  });
}
