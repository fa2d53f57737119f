import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/config-values.ts';

describe('configuration', () => {
  it.each([
    ['1e-3', 0.001],
    ['6.5E-4', 0.00065],
    ['1e-12', 1e-12],
    ['0.000000000001', 1e-12],
    ['1', 1],
  ])('takes %s for units per view', (given, unitsPerView) => {
    expect(readConfig({}, { VITRINE_UNITS_PER_VIEW: given }).publish).toMatchObject({ unitsPerView });
  });

  it('has a default for everything', () => {
    expect(readConfig({}, {})).toEqual({
      dataDirectory: `${process.cwd()}/data`,
      host: '127.0.0.1',
      port: 8080,
      adminToken: undefined,
      databaseUrl: undefined,
      redisUrl: undefined,
      qpsDefault: 10,
      failedAuthPerMinute: 20,
      requestsMax: 1_000,
      keylessRequestsMax: 500,
      keyRequestsMax: 100,
      metricsToken: undefined,
      trustProxy: [],
      basePath: '',
      corsOrigins: [],
      logLevel: 'info',
      publish: {
        reportingCurrency: undefined,
        attribution: 'learned',
        videoViewWeight: 1,
        liveViewWeight: 8,
        storefrontShare: 0.2,
        unitsPerView: undefined,
      },
      publishGiven: [],
      snapshot: { mode: 'auto', memoryBytesMax: expect.any(Number), diskBytesMax: undefined },
      media: { mode: 'on', cacheBytesMax: 512 * 2 ** 20 },
      mirrorFile: undefined,
      upstreamKey: undefined,
      publishWhen: 'manual',
    });
  });

  it('takes each value from its variable, blanks around it aside, and an empty one as absent', () => {
    const environment = {
      VITRINE_DATA_DIR: '/srv/vitrine',
      HOST: '0.0.0.0',
      PORT: ' 9000 ',
      VITRINE_ADMIN_TOKEN: 'sixteen-letters!',
      DATABASE_URL: 'postgres://user:secret@db/vitrine',
      REDIS_URL: 'rediss://cache:6379',
      VITRINE_QPS: '25',
      VITRINE_FAILED_AUTH_PER_MINUTE: '100',
      VITRINE_REQUESTS_MAX: '50',
      VITRINE_REQUESTS_KEYLESS_MAX: '20',
      VITRINE_REQUESTS_PER_KEY_MAX: '10',
      VITRINE_METRICS_TOKEN: 'also-long-enough',
      VITRINE_TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::1',
      VITRINE_CORS_ORIGINS: 'https://app.example, http://localhost:5173',
      VITRINE_BASE_PATH: '/vitrine/',
      LOG_LEVEL: 'debug',
      VITRINE_REPORTING_CURRENCY: 'EUR',
      VITRINE_VIDEO_VIEW_WEIGHT: '0.125',
      VITRINE_LIVE_VIEW_WEIGHT: '',
      VITRINE_STOREFRONT_SHARE: '0',
      VITRINE_ATTRIBUTION: 'naive',
      VITRINE_UNITS_PER_VIEW: '.0006',
      VITRINE_SNAPSHOT: 'off',
      VITRINE_SNAPSHOT_MEMORY_MB: '100',
      VITRINE_SNAPSHOT_DISK_MB: '2000',
      VITRINE_MEDIA: 'off',
      VITRINE_MEDIA_CACHE_MB: '7',
      VITRINE_MIRROR_FILE: '/etc/vitrine/mirror.json',
      VITRINE_UPSTREAM_KEY: 'a-key',
      VITRINE_PUBLISH: '06:30 Asia/Jakarta',
    };
    expect(readConfig({}, environment)).toEqual({
      dataDirectory: '/srv/vitrine',
      host: '0.0.0.0',
      port: 9000,
      adminToken: 'sixteen-letters!',
      databaseUrl: 'postgres://user:secret@db/vitrine',
      redisUrl: 'rediss://cache:6379',
      qpsDefault: 25,
      failedAuthPerMinute: 100,
      requestsMax: 50,
      keylessRequestsMax: 20,
      keyRequestsMax: 10,
      metricsToken: 'also-long-enough',
      trustProxy: ['loopback', '10.0.0.0/8', '2001:db8::1'],
      corsOrigins: ['https://app.example', 'http://localhost:5173'],
      basePath: '/vitrine',
      logLevel: 'debug',
      publish: {
        reportingCurrency: 'EUR',
        attribution: 'naive',
        videoViewWeight: 0.125,
        liveViewWeight: 8,
        storefrontShare: 0,
        unitsPerView: 0.0006,
      },
      publishGiven: ['unitsPerView'],
      snapshot: { mode: 'off', memoryBytesMax: 100 * 2 ** 20, diskBytesMax: 2000 * 2 ** 20 },
      media: { mode: 'off', cacheBytesMax: 7 * 2 ** 20 },
      mirrorFile: '/etc/vitrine/mirror.json',
      upstreamKey: 'a-key',
      publishWhen: { hour: 6, minute: 30, zone: 'Asia/Jakarta' },
    });
  });

  it('holds what a command line says before what the environment says', () => {
    expect(readConfig({ PORT: '1', HOST: undefined }, { PORT: '2', HOST: 'h' })).toMatchObject({ port: 1, host: 'h' });
  });

  it.each([
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['VITRINE_SNAPSHOT', 'on', 'one of auto, off'],
    ['VITRINE_MEDIA', 'auto', 'one of on, off'],
    ['VITRINE_PUBLISH', 'daily', 'manual, after-ingest, or a time and zone such as 06:30 Asia/Jakarta'],
    ['VITRINE_PUBLISH', '24:00', 'manual, after-ingest, or a time and zone such as 06:30 Asia/Jakarta'],
    ['VITRINE_PUBLISH', '06:30 Mars/Base', 'manual, after-ingest, or a time and zone such as 06:30 Asia/Jakarta'],
    ['VITRINE_PUBLISH', '06:30 UTC now', 'manual, after-ingest, or a time and zone such as 06:30 Asia/Jakarta'],
    ['VITRINE_SNAPSHOT_DISK_MB', '1.5', 'a whole number from 0 to 999999999'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '0x50', 'a whole number from 0 to 65535'],
    ['VITRINE_QPS', '0', 'a whole number from 1 to 1000000'],
    ['VITRINE_FAILED_AUTH_PER_MINUTE', '0', 'a whole number from 1 to 1000000'],
    [
      'VITRINE_CORS_ORIGINS',
      'https://app.example/path',
      'comma-separated origins such as https://app.example without a path, or *',
    ],
    ['VITRINE_CORS_ORIGINS', 'app.example', 'comma-separated origins such as https://app.example without a path, or *'],
    ['VITRINE_BASE_PATH', 'vitrine', 'a path such as /vitrine'],
    ['VITRINE_BASE_PATH', '//other.example', 'a path such as /vitrine'],
    ['VITRINE_BASE_PATH', '/a/../b', 'a path such as /vitrine'],
    ['VITRINE_REQUESTS_MAX', '0', 'a whole number from 1 to 1000000'],
    ['VITRINE_REQUESTS_KEYLESS_MAX', '0', 'a whole number from 1 to 1000000'],
    ['VITRINE_REQUESTS_PER_KEY_MAX', '-1', 'a whole number from 1 to 1000000'],
    ['VITRINE_TRUST_PROXY', 'true', 'comma-separated addresses, CIDR blocks or loopback, linklocal, uniquelocal'],
    [
      'VITRINE_TRUST_PROXY',
      '10.0.0.0/33',
      'comma-separated addresses, CIDR blocks or loopback, linklocal, uniquelocal',
    ],
    ['VITRINE_QPS', '2.5', 'a whole number from 1 to 1000000'],
    ['VITRINE_ATTRIBUTION', 'batch', 'one of learned, naive'],
    ['VITRINE_UNITS_PER_VIEW', '0', 'a number from 1e-12 to 1 such as 0.0006 or 6e-4, with at most twelve decimals'],
    ['VITRINE_UNITS_PER_VIEW', '1.5', 'a number from 1e-12 to 1 such as 0.0006 or 6e-4, with at most twelve decimals'],
    [
      'VITRINE_UNITS_PER_VIEW',
      '1e-13',
      'a number from 1e-12 to 1 such as 0.0006 or 6e-4, with at most twelve decimals',
    ],
    ['VITRINE_STOREFRONT_SHARE', '1', 'a number from 0 to below 1 with at most three decimals'],
    ['VITRINE_STOREFRONT_SHARE', '0.1234', 'a number from 0 to below 1 with at most three decimals'],
    ['VITRINE_VIDEO_VIEW_WEIGHT', '-1', 'a number from 0 to 1000000 with at most three decimals'],
    ['VITRINE_LIVE_VIEW_WEIGHT', '1e3', 'a number from 0 to 1000000 with at most three decimals'],
    ['VITRINE_REPORTING_CURRENCY', 'usd', 'an ISO 4217 code such as USD'],
    ['LOG_LEVEL', 'verbose', 'one of trace, debug, info, warn, error, fatal, silent'],
    ['DATABASE_URL', 'mysql://db', 'a URL that begins with postgres://'],
    ['REDIS_URL', 'cache:6379', 'a URL that begins with redis://'],
  ])('refuses %s=%s, and says what was expected', (variable, given, expected) => {
    const said = `${variable}: expected ${expected}, got "${given}"`;
    expect(() => readConfig({}, { [variable]: given })).toThrow(new ConfigError(variable, expected, given));
    expect(new ConfigError(variable, expected, given).message).toBe(said);
  });

  it.each([
    ['VITRINE_ADMIN_TOKEN', 'short-secret', 'short-secret'],
    ['VITRINE_METRICS_TOKEN', 'short-secret', 'short-secret'],
    ['DATABASE_URL', 'mysql://user:secret@db', 'secret'],
    ['CLICKHOUSE_URL', 'http://user:secret@host:8123', 'secret'],
  ])('never repeats a secret when it refuses %s', (variable, given, secret) => {
    const refusal = () => readConfig({}, { [variable]: given });
    expect(refusal).toThrow(ConfigError);
    expect(refusal).toThrow(new RegExp(`^${variable}: expected (?!.*${secret})`));
  });
});
