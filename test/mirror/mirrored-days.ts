import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type ProductListRow } from '@vitrine/sdk';
import { REGION_CODES, simulate } from '@vitrine/simulator';
import { expect } from 'vitest';
import { readConfig } from '../../packages/server/src/config.ts';
import { mirrorOnce } from '../../packages/server/src/mirror/mirror-once.ts';
import type { MirrorReport } from '../../packages/server/src/mirror/report.ts';
import { inputOf } from '../../packages/server/src/mirror/taking-in.ts';
import { readWatchList } from '../../packages/server/src/mirror/watch-list.ts';
import { serve } from '../../packages/server/src/start/serve.ts';
import { openVitrine, type Vitrine } from '../../packages/server/src/start/vitrine.ts';
import { quickPlatform } from '../../packages/server/test/mirror/quick-platform.ts';
import { openMarketplace } from '../running/marketplace.ts';

const dayMs = 86_400_000;
const historyDays = 100;
/** Of the simulated marketplace in ten days: totals fall now and then, and some days have no sighting. */
const revisedShareMax = 0.3;
const firstDay = '2026-08-01';

/**
 * Follows products of a Vitrine over HTTP for some days, and compares what is served of them on each: the totals of all,
 * and the windows of those whose totals the upstream has not revised meanwhile.
 *
 * @param products at least as many are followed: all of the upstream, some of which come up meanwhile
 */
export async function expectSameWindows(products: number, days: number): Promise<void> {
  const world = {
    products: Math.ceil(products * 1.1),
    seed: 21,
    days: historyDays + days,
    endDate: dayAfter(firstDay, days - 1),
  };
  const upstream = await openMarketplace({ world: { ...world, toDay: historyDays } });
  const home = mkdtempSync(join(tmpdir(), 'vitrine-mirrored-'));
  const mirror = await openVitrine(readConfig({}, { VITRINE_DATA_DIR: home, PORT: '0', LOG_LEVEL: 'silent' }));
  const server = await serve(mirror);
  try {
    const { key } = await upstream.newKey({ qps: 1_000_000 });
    const { key: ownKey } = await mirror.keys.create({ name: 'test', qps: 1_000_000 });
    const revisions = new Revisions();
    for (let day = 0; day < days; day++) {
      const asOf = dayAfter(firstDay, day);
      if (day > 0) {
        const at = historyDays + day;
        const body = Buffer.concat([...simulate({ ...world, fromDay: at, toDay: at })]);
        await upstream.admin('POST', '/admin/v1/ingest', { body, type: 'application/x-ndjson' });
        await upstream.admin('POST', '/admin/v1/publish', { body: { as_of: asOf } });
      }
      const report = await run(mirror, { url: upstream.url, key, asOf });
      expect(report).toMatchObject({ ended: 'complete', stale: [], rejected: 0, creditsUncertain: 0 });
      await mirror.publish({ asOf });
      const served = await servedProducts({ baseUrl: upstream.url, key });
      const mirrored = await servedProducts({ baseUrl: server.url, key: ownKey });
      revisions.add(served);
      expect(served.length).toBeGreaterThanOrEqual(products);
      expect(revisions.share).toBeLessThan(revisedShareMax);
      expect(mirrored.map((row) => revisions.without(row))).toEqual(served.map((row) => revisions.without(row)));
    }
  } finally {
    await server.stop();
    await upstream.remove();
    rmSync(home, { recursive: true });
  }
}

interface Upstream {
  readonly url: string;
  readonly key: string;
  readonly asOf: string;
}

/** The morning after, with a list of each market. */
function run(mirror: Vitrine, { url, key, asOf }: Upstream): Promise<MirrorReport> {
  const watch = { lists: REGION_CODES.map((region) => ({ rows: 10_000, query: { region } })) };
  return mirrorOnce({
    directory: mirror.paths.mirror,
    settings: {
      address: { url, key },
      watched: readWatchList(JSON.stringify(watch), 'watch'),
      budget: 100,
    },
    platform: quickPlatform(Date.parse(`${dayAfter(asOf, 1)}T06:00:00Z`)),
    door: (day) => mirror.ingest(inputOf(day)),
  });
}

type Served = Readonly<Record<string, string | number>>;

/**
 * Of which products an upstream revised a total: from one day to the next it grew by something else than the window of
 * that day, since it fell, or a day without a sighting was filled in later.
 */
class Revisions {
  readonly #before = new Map<string, Served>();
  readonly #revised = new Set<string>();

  /** What is served on the next day. */
  add(rows: readonly Served[]): void {
    for (const row of rows) {
      const id = String(row['product_id']);
      const before = this.#before.get(id);
      const isRevised = ['cnt', 'amt'].some((end) => {
        const series = end === 'cnt' ? 'total_sale' : 'total_sale_gmv';
        const growth = Number(row[`${series}_${end}`]) - Number(before?.[`${series}_${end}`]);
        return Math.abs(growth - Number(row[`${series}_1d_${end}`])) > 0.001;
      });
      if (isRevised) this.#revised.add(id);
      this.#before.set(id, row);
    }
  }

  get share(): number {
    return this.#revised.size / this.#before.size;
  }

  /** A row without its windows where a total was revised. */
  without(row: Served): Served {
    if (!this.#revised.has(String(row['product_id']))) return row;
    return Object.fromEntries(Object.entries(row).filter(([name]) => !/_\d+d_/.test(name)));
  }
}

/** Totals and windows of units and GMV, by product. */
async function servedProducts(address: { readonly baseUrl: string; readonly key: string }): Promise<readonly Served[]> {
  const { productList } = createClient(address);
  const rows: ProductListRow[] = [];
  for (const region of REGION_CODES) for await (const row of productList.all({ region })) rows.push(row);
  const isCompared = (name: string) => /^(product_id|region|currency|total_sale_.*)$/.test(name);
  return rows
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => isCompared(name))))
    .sort((a, b) => String(a['product_id']).localeCompare(String(b['product_id'])));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
