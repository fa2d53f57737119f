import { openCredits } from '../../../../src/access/credits/database-credits.ts';
import { createGate } from '../../../../src/access/gate.ts';
import { CachedKeys } from '../../../../src/access/keys/cached-keys.ts';
import { DatabaseKeys } from '../../../../src/access/keys/database-keys.ts';
import { memoryAttempts } from '../../../../src/access/rates/failed-attempts.ts';
import { memoryRates } from '../../../../src/access/rates/flexible-rates.ts';
import { type AccountsLocation, openAccounts } from '../../../../src/accounts/database.ts';
import { lists } from '../../../../src/catalogue/catalogue.ts';
import { monotonicClock, systemClock } from '../../../../src/kernel/clock.ts';
import { createLogger } from '../../../../src/kernel/logger.ts';
import { createMetrics } from '../../../../src/kernel/metrics.ts';
import { framed } from '../../../../src/serving/reader.ts';
import { listen, urlOf } from '../../../../src/start/listen.ts';
import { buildHttp } from '../../../../src/surfaces/http/build-http.ts';

const host = '127.0.0.1';

/** The HTTP server as it is, over accounts as they are, but for its reader, which has a page ready. */
async function serve(location: AccountsLocation): Promise<void> {
  const accounts = await openAccounts(location);
  const http = await buildHttp({
    catalogue: lists,
    lookups: {},
    gate: createGate({
      keys: new CachedKeys(new DatabaseKeys(accounts, systemClock), monotonicClock),
      rates: memoryRates({ qpsDefault: 1_000_000 }),
      credits: await openCredits(accounts, location, systemClock),
      attempts: memoryAttempts({ perMinute: 20 }),
    }),
    reader: {
      page: async (_source, _query, _version, frame) => framed({ rows: Buffer.from('{"number":1}'), count: 1 }, frame),
    },
    dataset: { current: () => ({ version: 1, asOf: '2026-11-20' }) },
    logger: createLogger({ level: 'silent' }),
    metrics: createMetrics({ datasetVersion: () => 1 }),
    usage: { record: () => {} },
    productVersion: '0.0.0',
  });
  await listen(http, { host, port: 0 });
  process.send?.(urlOf(http, host));
}

const [directory = '', databaseUrl = ''] = process.argv.slice(2);
await serve({ directory, databaseUrl: databaseUrl || undefined });
