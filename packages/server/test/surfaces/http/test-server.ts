import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { openCredits } from '../../../src/access/credits/database-credits.ts';
import { createGate } from '../../../src/access/gate.ts';
import { DatabaseKeys } from '../../../src/access/keys/database-keys.ts';
import type { CreatedKey, NewKey } from '../../../src/access/keys/keys.ts';
import { memoryAttempts } from '../../../src/access/rates/failed-attempts.ts';
import { memoryRates } from '../../../src/access/rates/flexible-rates.ts';
import type { UsageRecorder } from '../../../src/access/usage/usage-recorder.ts';
import { type AccountsLocation, openAccounts } from '../../../src/accounts/database.ts';
import { catalogue, lists } from '../../../src/catalogue/catalogue.ts';
import { type Endpoint, exportedOf } from '../../../src/catalogue/endpoint.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { createLogger } from '../../../src/kernel/logger.ts';
import { createMetrics } from '../../../src/kernel/metrics.ts';
import { ClickHouseReader } from '../../../src/serving/clickhouse-reader.ts';
import { countRows } from '../../../src/serving/count-rows.ts';
import type { Dataset } from '../../../src/serving/current-dataset.ts';
import { RankingReader } from '../../../src/serving/rankings/ranking-reader.ts';
import type { Reader } from '../../../src/serving/reader.ts';
import { changesOf } from '../../../src/serving/trends/changes.ts';
import { SeriesReader } from '../../../src/serving/trends/series-reader.ts';
import { TrendReader } from '../../../src/serving/trends/trend-reader.ts';
import { accountRoutes } from '../../../src/surfaces/account/account-routes.ts';
import { docsRoutes } from '../../../src/surfaces/docs/docs-routes.ts';
import { type ExportParts, exportRoutes } from '../../../src/surfaces/export/export-routes.ts';
import { exportScope } from '../../../src/surfaces/export/export-scope.ts';
import { buildHttp } from '../../../src/surfaces/http/build-http.ts';
import type { HttpLimits } from '../../../src/surfaces/http/limits.ts';
import type { HttpExtension, HttpServer } from '../../../src/surfaces/http/server.ts';
import type { Lookups } from '../../../src/surfaces/lookups.ts';
import { mcpRoutes } from '../../../src/surfaces/mcp/mcp-routes.ts';
import { docsResources, openApiResource } from '../../../src/surfaces/mcp/resources.ts';
import { usageAnswers } from '../../../src/surfaces/usage/usage-answer.ts';
import type { Engine } from '../../../src/warehouse/engine/engine.ts';
import { stateDatabase } from '../../../src/warehouse/publish/state-database.ts';
import { runFile, stepFile } from '../../../src/warehouse/publish/steps.ts';
import { recorderInto } from '../../access/usage/recorders.ts';
import { store } from '../../serving/rows.ts';
import { temporaryEngine } from '../../serving/temporary-engine.ts';

/** A whole server on a real engine and a real accounts database, serving each endpoint's example row. */
export interface TestServer {
  readonly server: HttpServer;
  readonly engine: Engine;
  readonly keys: DatabaseKeys;
  /** What it records goes into the engine when it is flushed. */
  readonly usage: UsageRecorder;
  /** What is served; undefined: nothing is published. */
  dataset: Dataset | undefined;
  /** Lines of the log so far. */
  readonly log: string[];
  newKey(wanted?: Partial<NewKey>): Promise<CreatedKey>;
  creditsOf(key: CreatedKey): Promise<number | null>;
  remove(): Promise<void>;
}

export interface TestServerOptions {
  /** Stands before the reader, e.g. to fail. */
  readonly wrapReader?: (reader: Reader) => Reader;
  /** Happens before the rows of an export are counted. */
  readonly beforeCount?: () => Promise<void>;
  readonly extensions?: readonly HttpExtension[];
  /** Default: more than any test makes. */
  readonly failedAuthPerMinute?: number;
  readonly trustProxy?: readonly string[];
  readonly limits?: Partial<HttpLimits>;
  readonly metricsToken?: string;
  readonly corsOrigins?: readonly string[];
  /** Default: those of the product. */
  readonly endpoints?: readonly Endpoint[];
  /** Where keys and credits are; default: in a SQLite database of the server's own. */
  readonly accountsLocation?: AccountsLocation;
}

/** Every lookup has its example's row to say. */
const exampleLookups: Lookups = Object.fromEntries(
  catalogue.filter(({ kind }) => kind === 'lookup').map(({ id, example }) => [id, async () => [example.row]]),
);

/** What time it is in the tests, epoch milliseconds. */
export const testNow = Date.UTC(2026, 10, 21);

const clock = { now: () => testNow };

export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const stores = await openStores(options.accountsLocation);
  const { engine, keys, credits, usage } = stores;
  const log: string[] = [];
  const test: Omit<TestServer, 'server'> = {
    engine,
    keys,
    usage,
    dataset: { version: 1, asOf: '2026-11-20' },
    log,
    newKey: (wanted = {}) => keys.create({ name: 'test', ...wanted }),
    creditsOf: (key) => credits.balance(key.id),
    remove: async () => {
      await server.close();
      await stores.remove();
    },
  };
  const server = await openHttp(stores, options, test);
  return Object.assign(test, { server });
}

type Stores = Awaited<ReturnType<typeof openStores>>;

async function openStores(accountsLocation: AccountsLocation | undefined) {
  const place = await temporaryEngine();
  const { engine } = place;
  for (const endpoint of lists) await store(engine, endpoint, 1, [endpoint.example.row]);
  await runFile(engine, stepFile('00_state'), { state: stateDatabase(1) });
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-accounts-'));
  const location = accountsLocation ?? { directory };
  const accounts = await openAccounts(location);
  const keys = new DatabaseKeys(accounts, clock, [...catalogue.map(({ id }) => id), exportScope]);
  const credits = await openCredits(accounts, location, clock);
  const usage = await recorderInto(engine, join(directory, 'spool'));
  const remove = async () => {
    await usage.close();
    await credits.close();
    await accounts.destroy();
    await place.remove();
    rmSync(directory, { recursive: true, force: true });
  };
  return { engine, keys, credits, usage, remove };
}

async function openHttp(
  { engine, keys, credits, usage }: Stores,
  options: TestServerOptions,
  test: Pick<TestServer, 'dataset' | 'log'>,
): Promise<HttpServer> {
  const { wrapReader, extensions = [], failedAuthPerMinute = 100_000, endpoints = catalogue } = options;
  const { trustProxy = [], limits = {}, metricsToken, corsOrigins = [] } = options;
  const current = () => test.dataset;
  const rates = memoryRates({ qpsDefault: 10_000, windowSeconds: 600 });
  const attempts = memoryAttempts({ perMinute: failedAuthPerMinute });
  const gate = createGate({ keys, rates, credits, attempts, clock });
  const reader = readerOf(engine);
  const served = {
    catalogue: endpoints,
    gate,
    reader: wrapReader?.(reader) ?? reader,
    dataset: { current },
    lookups: exampleLookups,
    productVersion: '1.2.3',
  };
  const answers = usageAnswers({ engine, clock: systemClock, hasKey: (id) => keys.has(id) });
  return buildHttp({
    ...served,
    logger: createLogger({ destination: { write: (line) => test.log.push(line) } }),
    metrics: createMetrics({ datasetVersion: () => current()?.version }),
    usage,
    ...{ trustProxy, limits, metricsToken, corsOrigins },
    extensions: [
      exportsOf(served, engine, options.beforeCount),
      accountRoutes({ gate, credits, usage: answers }),
      mcpRoutes({ ...served, resources: resourcesOf(served) }),
      docsRoutes(served),
      ...extensions,
    ],
  });
}

const version = { version: 1, asOf: '2026-11-20', lineage: 1, watermark: 1, settings: '', outdated: 0 } as const;
const versions = { list: async () => [{ ...version, status: 'ready' as const }] };

/** Of a version whose state holds no days. */
function readerOf(engine: Engine): Reader {
  const trends = new TrendReader({ reader: new ClickHouseReader(engine), changes: changesOf(engine), versions });
  return new RankingReader({ reader: trends, engine, versions, bytesMax: 1_000_000 });
}

type Served = Omit<ExportParts, 'exported' | 'count' | 'series'> & {
  readonly catalogue: readonly Endpoint[];
  readonly productVersion: string;
};

function exportsOf(served: Served, engine: Engine, beforeCount: TestServerOptions['beforeCount']): HttpExtension {
  return exportRoutes({
    ...served,
    exported: exportedOf(served.catalogue),
    series: new SeriesReader({ reader: served.reader, engine, versions }),
    count: async (list, query, version) => {
      await beforeCount?.();
      return countRows(engine, list, query, version);
    },
  });
}

function resourcesOf({ catalogue: endpoints, productVersion }: Served) {
  return [openApiResource(endpoints, productVersion), ...docsResources(endpoints)];
}

export type Headers = Readonly<Record<string, string>>;

/** Headers that present a key. */
export function bearing({ key }: CreatedKey): Headers {
  return { authorization: `Bearer ${key}` };
}

/** Address of the endpoint's example question, with parameters replaced or, if undefined, left out. */
export function exampleUrl(endpoint: Endpoint, differences: Readonly<Record<string, string | undefined>> = {}): string {
  const entries = Object.entries({ ...endpoint.example.query, ...differences });
  const given = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${endpoint.path}?${new URLSearchParams(given)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What errors say of themselves. */
export const errorAbout = {
  id: expect.stringMatching(/^[a-z-]+$/),
  doc_url: expect.stringMatching(/^\/docs\/errors\/[a-z-]+$/),
};

/**
 * Holds of every error: the envelope and nothing besides, the status in it, the request's id in it and in the header.
 */
export function expectError(response: LightMyRequestResponse, status: number, message: string | RegExp): void {
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(response.json()).toEqual({
    code: status,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    data: null,
    requestId: expect.stringMatching(uuid),
    error: errorAbout,
  });
  expect(response.statusCode).toBe(status);
  expect(response.headers['x-request-id']).toBe(response.json<{ requestId: string }>().requestId);
}
