import { totalmem } from 'node:os';
import { resolve } from 'node:path';
import {
  basePath,
  ConfigError,
  currency,
  type DecimalRange,
  hidden,
  type Lookup,
  oneOf,
  origins,
  proxies,
  thousandths,
  token,
  url,
  whole,
} from './config-values.ts';
import { type DailyTime, dailyTime } from './kernel/daily-time.ts';
import {
  attributions,
  defaultPublishSettings,
  type FittedSetting,
  fittedSettings,
  type PublishSettings,
} from './warehouse/publish/settings.ts';

/** All that the environment, or a command line over it, decides. */
export interface Config {
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absent: one is made at the first start and kept in the data directory. */
  readonly adminToken: string | undefined;
  /** `postgres://…`; absent: SQLite in the data directory. */
  readonly databaseUrl: string | undefined;
  /** `redis://…`; absent: rates are counted in this process. */
  readonly redisUrl: string | undefined;
  /** Calls a second of a key without a limit of its own. */
  readonly qpsDefault: number;
  /** How many keys or tokens that do not work an address may send a minute. */
  readonly failedAuthPerMinute: number;
  /** Requests of callers that may be under way at a time; further ones are told to come back. */
  readonly requestsMax: number;
  /** The same for requests without a key. */
  readonly keylessRequestsMax: number;
  /** The same for requests of one key. */
  readonly keyRequestsMax: number;
  /** Who reads the metrics presents it; absent: nobody has to. */
  readonly metricsToken: string | undefined;
  /**
   * Proxies that are believed about where a call comes from: addresses, CIDR blocks, `loopback`, `linklocal`,
   * `uniquelocal`.
   */
  readonly trustProxy: readonly string[];
  /** Path under which callers reach the server, such as `/vitrine`; empty: it is at the root. */
  readonly basePath: string;
  /** Origins whose pages may call with a key they hold; `*`: any. */
  readonly corsOrigins: readonly string[];
  readonly logLevel: LogLevel;
  readonly publish: PublishSettings;
  /** Which of these that can be fitted are given: they win over a fit. */
  readonly publishGiven: readonly FittedSetting[];
  readonly snapshot: SnapshotConfig;
  readonly media: MediaConfig;
  /** Absolute path of the settings of a mirror that the server runs; absent: it runs none. */
  readonly mirrorFile: string | undefined;
  /** Key of the upstream of a mirror, where no file holds it. */
  readonly upstreamKey: string | undefined;
  /** When a server publishes by itself. */
  readonly publishWhen: PublishWhen;
}

/** `manual`: never; `after-ingest`: whenever records came in; or every day at a time. */
export type PublishWhen = 'manual' | 'after-ingest' | DailyTime;

/** Images of rows, which this server fetches and serves. */
export interface MediaConfig {
  /** `off`: nothing is fetched, and there are neither the endpoint nor the route. */
  readonly mode: 'on' | 'off';
  /** What the images kept on disk may take. */
  readonly cacheBytesMax: number;
}

/** What the copy of the serving tables that answers are read from may take. */
export interface SnapshotConfig {
  /** `off`: every answer comes from the engine. */
  readonly mode: 'auto' | 'off';
  readonly memoryBytesMax: number;
  /** Undefined: half of what is free on the disk. */
  readonly diskBytesMax: number | undefined;
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration.
 *
 * @param overrides variables that a command line gives, which hold before those of the environment.
 * @param environment default: that of the process.
 * @throws ConfigError
 */
export function readConfig(overrides: Environment = {}, environment: Environment = process.env): Config {
  const lookup: Lookup = (variable) => (overrides[variable] ?? environment[variable])?.trim() || undefined;
  refuseClickHouse(lookup);
  return {
    dataDirectory: resolve(lookup('VITRINE_DATA_DIR') ?? 'data'),
    host: lookup('HOST') ?? '127.0.0.1',
    port: whole(lookup, 'PORT', 8080, 0, 65_535),
    adminToken: token(lookup, 'VITRINE_ADMIN_TOKEN'),
    databaseUrl: url(lookup, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: url(lookup, 'REDIS_URL', ['redis:', 'rediss:']),
    qpsDefault: whole(lookup, 'VITRINE_QPS', 10, 1, 1_000_000),
    failedAuthPerMinute: whole(lookup, 'VITRINE_FAILED_AUTH_PER_MINUTE', 20, 1, 1_000_000),
    requestsMax: whole(lookup, 'VITRINE_REQUESTS_MAX', 1_000, 1, 1_000_000),
    keylessRequestsMax: whole(lookup, 'VITRINE_REQUESTS_KEYLESS_MAX', 500, 1, 1_000_000),
    keyRequestsMax: whole(lookup, 'VITRINE_REQUESTS_PER_KEY_MAX', 100, 1, 1_000_000),
    metricsToken: token(lookup, 'VITRINE_METRICS_TOKEN'),
    trustProxy: proxies(lookup, 'VITRINE_TRUST_PROXY'),
    basePath: basePath(lookup, 'VITRINE_BASE_PATH'),
    corsOrigins: origins(lookup, 'VITRINE_CORS_ORIGINS'),
    logLevel: oneOf(lookup, 'LOG_LEVEL', 'info', logLevels),
    publish: publishSettings(lookup),
    publishGiven: fittedSettings.filter((name) => lookup(fittedVariables[name]) !== undefined),
    snapshot: snapshotConfig(lookup),
    media: mediaConfig(lookup),
    mirrorFile: pathOf(lookup('VITRINE_MIRROR_FILE')),
    upstreamKey: lookup('VITRINE_UPSTREAM_KEY'),
    publishWhen: publishWhen(lookup),
  };
}

function pathOf(given: string | undefined): string | undefined {
  return given === undefined ? undefined : resolve(given);
}

/** `manual`, `after-ingest`, `06:30` or `06:30 Asia/Jakarta`. */
function publishWhen(lookup: Lookup): PublishWhen {
  const given = lookup('VITRINE_PUBLISH') ?? 'manual';
  if (given === 'manual' || given === 'after-ingest') return given;
  const [time = '', zone = 'UTC', ...rest] = given.split(/\s+/);
  const daily = rest.length === 0 ? dailyTime(time, zone) : undefined;
  if (daily !== undefined) return daily;
  throw new ConfigError(
    'VITRINE_PUBLISH',
    'manual, after-ingest, or a time and zone such as 06:30 Asia/Jakarta',
    given,
  );
}

const mebibyte = 1024 * 1024;

function mediaConfig(lookup: Lookup): MediaConfig {
  return {
    mode: oneOf(lookup, 'VITRINE_MEDIA', 'on', ['on', 'off'] as const),
    cacheBytesMax: mebibyte * whole(lookup, 'VITRINE_MEDIA_CACHE_MB', 512, 0, 999_999_999),
  };
}

function snapshotConfig(lookup: Lookup): SnapshotConfig {
  const quarterOfMemory = Math.floor(totalmem() / 4 / mebibyte);
  const disk = lookup('VITRINE_SNAPSHOT_DISK_MB');
  return {
    mode: oneOf(lookup, 'VITRINE_SNAPSHOT', 'auto', ['auto', 'off'] as const),
    memoryBytesMax: mebibyte * whole(lookup, 'VITRINE_SNAPSHOT_MEMORY_MB', quarterOfMemory, 0, 999_999_999),
    diskBytesMax:
      disk === undefined ? undefined : mebibyte * whole(lookup, 'VITRINE_SNAPSHOT_DISK_MB', 0, 0, 999_999_999),
  };
}

/** The variables that set what can be fitted. */
export const fittedVariables: Readonly<Record<FittedSetting, string>> = {
  liveViewWeight: 'VITRINE_LIVE_VIEW_WEIGHT',
  unitsPerView: 'VITRINE_UNITS_PER_VIEW',
};

const weights: DecimalRange = { expected: 'a number from 0 to 1000000', holds: (value) => value <= 1_000_000 };
const shares: DecimalRange = { expected: 'a number from 0 to below 1', holds: (value) => value < 1 };

function publishSettings(lookup: Lookup): PublishSettings {
  const { attribution, videoViewWeight, liveViewWeight, storefrontShare } = defaultPublishSettings;
  return {
    reportingCurrency: currency(lookup, 'VITRINE_REPORTING_CURRENCY'),
    attribution: oneOf(lookup, 'VITRINE_ATTRIBUTION', attribution, attributions),
    videoViewWeight: thousandths(lookup, 'VITRINE_VIDEO_VIEW_WEIGHT', videoViewWeight, weights),
    liveViewWeight: thousandths(lookup, fittedVariables.liveViewWeight, liveViewWeight, weights),
    storefrontShare: thousandths(lookup, 'VITRINE_STOREFRONT_SHARE', storefrontShare, shares),
    unitsPerView: unitsPerView(lookup),
  };
}

function unitsPerView(lookup: Lookup): number | undefined {
  const variable = fittedVariables.unitsPerView;
  const given = lookup(variable);
  if (given === undefined) return undefined;
  const value = /^(\d?\.\d{1,12}|1|\d(\.\d{1,12})?e-\d{1,2})$/i.test(given) ? Number(given) : Number.NaN;
  if (value >= 1e-12 && value <= 1) return value;
  throw new ConfigError(
    variable,
    'a number from 1e-12 to 1 such as 0.0006 or 6e-4, with at most twelve decimals',
    given,
  );
}

/** Better to stop than to serve from a directory what was meant to come from a cluster. */
function refuseClickHouse(lookup: Lookup): void {
  const given = lookup('CLICKHOUSE_URL');
  if (given !== undefined) {
    throw new ConfigError('CLICKHOUSE_URL', 'to be unset (a ClickHouse server is not supported yet)', hidden(given));
  }
}
