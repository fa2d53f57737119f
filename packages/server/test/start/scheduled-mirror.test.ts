import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createLogger, type Logger } from '../../src/kernel/logger.ts';
import { inspect, openVitrine, serve } from '../../src/main.ts';
import { readMirrorFile } from '../../src/mirror/mirror-settings.ts';
import type { Platform } from '../../src/mirror/upstream/platform.ts';
import { scheduleMirror } from '../../src/start/scheduled-mirror.ts';
import type { Vitrine } from '../../src/start/vitrine.ts';
import { error, type Loopback, openLoopback, rows } from '../mirror/loopback.ts';
import { steppedTime } from './stepped-time.ts';

const key = 'upstream-key-0123456789';
const row = { product_id: '11', product_name: 'Box', region: 'US', currency: 'USD', min_price: 10 };
const units = { total_sale_cnt: 500, total_sale_1d_cnt: 7, total_sale_7d_cnt: 40, total_sale_gmv_amt: 5000 };
const product = { ...row, ...units, total_sale_gmv_1d_amt: 70, total_sale_gmv_7d_amt: 400 };

let home: string;
let upstream: Loopback;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'vitrine-scheduled-'));
  upstream = await openLoopback(rows([product]));
  writeFileSync(join(home, 'key'), `${key}\n`, { mode: 0o600 });
  writeFileSync(join(home, 'watch.json'), JSON.stringify({ products: ['11'] }));
  writeSettings({});
});
afterEach(async () => {
  await upstream.close();
  rmSync(home, { recursive: true });
});

function writeSettings(changes: object): void {
  const settings = {
    upstream: upstream.url,
    key_file: 'key',
    watch: 'watch.json',
    budget: 10,
    at: '00:00',
    ...changes,
  };
  writeFileSync(join(home, 'mirror.json'), JSON.stringify(settings));
}

function config(environment: Readonly<Record<string, string>> = {}) {
  const own = { VITRINE_DATA_DIR: join(home, 'data'), VITRINE_MIRROR_FILE: join(home, 'mirror.json'), PORT: '0' };
  return readConfig({}, { ...own, LOG_LEVEL: 'silent', ...environment });
}

it('a server fetches, ingests and publishes what is watched, and shows it in metrics and checks', async () => {
  const vitrine = await openVitrine(config({ VITRINE_PUBLISH: 'after-ingest' }));
  const server = await serve(vitrine);
  await expect.poll(() => vitrine.dataset.current()?.version).toBe(1);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('vitrine_mirror_credits_spent 1');
  expect(metrics).toContain('vitrine_mirror_stale_items 0');
  expect(metrics).toMatch(/vitrine_mirror_last_run_seconds [1-9]/);
  const { key: own } = await vitrine.keys.create({ name: 'test' });
  const list = `${server.url}/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=10`;
  const served = (await (await fetch(list, { headers: { authorization: `Bearer ${own}` } })).json()) as {
    data: unknown;
  };
  expect(served.data).toMatchObject([
    { product_id: '11', total_sale_cnt: 500, total_sale_1d_cnt: 7, total_sale_7d_cnt: 40 },
  ]);
  expect((await vitrine.audit.list({})).map(({ origin, action }) => [origin, action])).toContainEqual([
    'mirror',
    'ingest',
  ]);
  expect(await inspect(config())).toContainEqual({
    name: 'mirror',
    ok: true,
    found: expect.stringMatching(/^last run \d{4}-\d\d-\d\d: 1 of 10 credits spent, 1 of 1 fresh$/),
  });
  await server.stop();
});

it.each([
  [{ budget: 0 }, 'mirror.json: budget: expected a whole number from 1 to 100000000, got 0'],
  [{ at: '6 am' }, 'mirror.json: at: expected a time such as 06:00, and a zone such as Asia/Jakarta, got "6 am"'],
  [{ upstream: 'https://u:p@host' }, 'upstream: expected a URL without a user and password'],
  [{ key_file: 'no-such-file' }, 'no such key file: expected a file of mode 0600'],
  [{ watch: 'no-such-file' }, 'cannot read'],
  [{ zone: 'Asia/Atlantis' }, 'expected a time such as 06:00, and a zone such as Asia/Jakarta'],
  [
    { key: 'upstream-key' },
    'expected an object with upstream, key_file, watch, budget, at, zone, got the member "key"',
  ],
])('a mirror file with %j is refused, and says where it is wrong', (changes, message) => {
  writeSettings(changes);
  expect(() => readMirrorFile(join(home, 'mirror.json'), undefined)).toThrow(message);
});

it('a key file that others may read is refused', () => {
  chmodSync(join(home, 'key'), 0o640);
  expect(() => readMirrorFile(join(home, 'mirror.json'), undefined)).toThrow(
    'has mode 0640: others could read the key',
  );
});

it('a server does not start with a mirror file that it cannot use', async () => {
  writeSettings({ budget: 0 });
  const vitrine = await openVitrine(config());
  await expect(serve(vitrine)).rejects.toThrow('budget: expected a whole number');
});

describe('the mirror of a server', () => {
  /** Runs its schedule on time that passes when the test says so, without a server. */
  function scheduled(logger: Logger, start: string) {
    writeSettings({ at: '06:00' });
    const time = steppedTime(start);
    const platform: Platform = { ...time, fetch, deadline: () => new AbortController().signal, random: () => 0.5 };
    const mirror = join(home, 'mirror');
    const vitrine = {
      config: config(),
      paths: { mirror },
      audit: { begin: async () => 1, end: async () => {} },
      ingest: async ({ source, from }: { source: string; from: { stream: AsyncIterable<Buffer> } }) => {
        for await (const _piece of from.stream);
        return { batch: 1, source, records: {}, rejected: 0 };
      },
    } as unknown as Vitrine;
    const schedule = scheduleMirror(vitrine, logger, platform);
    return { ...time, close: async () => schedule?.close() };
  }

  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });

  it('runs once a day, and again an hour after the upstream failed', async () => {
    upstream.next.push(error(429, 'come back later', { 'retry-after': '7200' }));
    const mirror = scheduled(logger, '2026-08-12T05:59:00Z');
    const asked = async (moment: string) => {
      await mirror.passTo(moment);
      return upstream.asked.length;
    };
    expect(await asked('2026-08-12T06:00:00Z')).toBe(1);
    expect(await asked('2026-08-12T06:59:00Z')).toBe(1);
    expect(await asked('2026-08-12T07:00:00Z')).toBe(2);
    expect(await asked('2026-08-12T12:00:00Z')).toBe(2);
    expect(await asked('2026-08-13T06:00:00Z')).toBe(3);
    await mirror.close();
  });

  it('waits for the next day once the key is refused, and says so', async () => {
    upstream.otherwise = error(402, 'no credits left');
    const mirror = scheduled(logger, '2026-08-12T05:59:00Z');
    await mirror.passTo('2026-08-12T06:00:00Z');
    await mirror.passTo('2026-08-12T12:00:00Z');
    expect(upstream.asked).toHaveLength(1);
    await mirror.passTo('2026-08-13T06:00:00Z');
    expect(upstream.asked).toHaveLength(2);
    await mirror.close();
    expect(lines.join('')).toContain('the key has no credits left at the upstream (402)');
    expect(lines.join('')).not.toContain(key);
  });

  it('reads its file before each run, and tries again an hour after it could not', async () => {
    const mirror = scheduled(logger, '2026-08-12T05:59:00Z');
    writeFileSync(join(home, 'watch.json'), '{');
    await mirror.passTo('2026-08-12T06:00:00Z');
    writeFileSync(join(home, 'watch.json'), JSON.stringify({ products: ['11'] }));
    await mirror.passTo('2026-08-12T06:59:00Z');
    expect(upstream.asked).toHaveLength(0);
    await mirror.passTo('2026-08-12T07:00:00Z');
    expect(upstream.asked).toHaveLength(1);
    await mirror.close();
  });
});
