import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../packages/server/src/config.ts';
import { openVitrine, serve, type Vitrine, type VitrineServer } from '../../packages/server/src/main.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { engineWith } from '../publish/engine-with.ts';
import { openPublishFixture } from '../publish/publish-fixture.ts';
import { simulated } from '../publish/simulated.ts';
import { endMs } from '../running/end-ms.ts';
import { allBy } from './snapshot-fixture.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-snapshot-served-'));
const snapshots = join(directory, 'snapshots');
const adminToken = 'a-token-of-the-test';
let key: string;

beforeAll(async () => {
  const fixture = await openPublishFixture(directory);
  await fixture.take(simulated({ products: 20, days: 5, seed: 3, endDate: '2026-08-31' }));
  await fixture.publish();
  await fixture.close();
  const vitrine = await openVitrine(configWith({}));
  ({ key } = await vitrine.keys.create({ name: 'test', qps: 1_000_000 }));
  await vitrine.close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function configWith(environment: Readonly<Record<string, string>>) {
  return readConfig({}, { VITRINE_DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'silent', ...environment });
}

interface Served {
  readonly vitrine: Vitrine;
  readonly server: VitrineServer;
}

async function served(environment: Readonly<Record<string, string>>): Promise<Served> {
  const vitrine = await openVitrine(configWith(environment));
  return { vitrine, server: await serve(vitrine) };
}

interface Readiness {
  readonly datasetVersion: number;
  readonly readers: Readonly<Record<string, string>>;
}

async function readiness({ server }: Served): Promise<Readiness> {
  const response = await fetch(`${server.url}/readyz`);
  return ((await response.json()) as { data: Readiness }).data;
}

function readBySnapshot(each: Served) {
  const isReady = async () => Object.values((await readiness(each)).readers).every((who) => who === 'snapshot');
  return vi.waitUntil(isReady, { timeout: endMs });
}

/** A page of the product list, without what is of the request alone. */
async function products({ server }: Served): Promise<unknown> {
  const url = `${server.url}/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=10`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  expect(response.status).toBe(200);
  return ((await response.json()) as { data: unknown }).data;
}

async function pagesRead({ server }: Served, who: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`^vitrine_pages_read_total\\{reader="${who}"\\} (\\d+)$`, 'm').exec(text)?.[1]);
}

describe('/readyz and /metrics say who answers', () => {
  it('the engine, when snapshots are off; nothing is kept then', async () => {
    const each = await served({ VITRINE_SNAPSHOT: 'off' });
    await products(each);
    expect((await readiness(each)).readers).toEqual(allBy('engine'));
    expect([await pagesRead(each, 'engine'), await pagesRead(each, 'snapshot')]).toEqual([1, 0]);
    await each.server.stop();
    expect(readdirSync(snapshots)).toEqual([]);
  });

  it('the engine, when there is no budget', async () => {
    const each = await served({ VITRINE_SNAPSHOT_MEMORY_MB: '0' });
    await vi.waitUntil(() => readdirSync(snapshots).includes('v1'), { timeout: endMs });
    await products(each);
    expect((await readiness(each)).readers).toEqual(allBy('engine'));
    expect(await pagesRead(each, 'engine')).toBe(1);
    await each.server.stop();
  });

  it('the snapshot, once it is built, with the same rows, and at once after each publish', async () => {
    const off = await served({ VITRINE_SNAPSHOT: 'off' });
    const byEngine = await products(off);
    await off.server.stop();
    const each = await served({});
    await readBySnapshot(each);
    expect(await products(each)).toEqual(byEngine);
    expect(await pagesRead(each, 'snapshot')).toBe(1);
    const { version } = await each.vitrine.publish();
    expect(await readiness(each)).toMatchObject({ datasetVersion: version, readers: allBy('snapshot') });
    expect(await products(each)).toEqual(byEngine);
    await each.server.stop();
    expect(readdirSync(snapshots)).toEqual([`v${version}`]);
  });
});

it('a snapshot of before is removed when snapshots are off', async () => {
  const before = await served({});
  await readBySnapshot(before);
  await before.server.stop();
  const { server } = await served({ VITRINE_SNAPSHOT: 'off' });
  await server.stop();
  expect(readdirSync(snapshots)).toEqual([]);
});

it('a publish is not over, and no other begins, before its version is served', async () => {
  const vitrine = await openVitrine(configWith({}));
  const before = vitrine.dataset.current()?.version;
  let release: (() => void) | undefined;
  vitrine.dataset.prepareWith(() => new Promise((resolve) => (release = resolve)));
  const publishing = vitrine.publish();
  await vi.waitUntil(() => release !== undefined, { timeout: endMs });
  expect(vitrine.dataset.current()?.version).toBe(before);
  await expect(vitrine.publish()).rejects.toThrow(/publish/);
  await expect(vitrine.rollBack()).rejects.toThrow(/publish/);
  release?.();
  const { version } = await publishing;
  expect(vitrine.dataset.current()?.version).toBe(version);
  await vitrine.close();
});

it('a server that stops does not wait for a snapshot, and a call that publishes is answered', async () => {
  const vitrine = await openVitrine(configWith({ VITRINE_ADMIN_TOKEN: adminToken }));
  let writes = 0;
  const server = await serve({ ...vitrine, engine: neverWriting(vitrine.engine, () => writes++) });
  const headers = { authorization: `Bearer ${adminToken}` };
  const versionsBefore = (await vitrine.versions.list()).length;
  const publishing = fetch(`${server.url}/admin/v1/publish`, { method: 'POST', headers });
  await vi.waitUntil(async () => writes > 0 && (await vitrine.versions.list()).length > versionsBefore, {
    timeout: endMs,
  });
  await server.stop();
  expect((await publishing).status).toBe(200);
});

/** An engine that is never done with a file before it is given up. */
function neverWriting(engine: Engine, onWrite: () => void): Engine {
  return engineWith(engine, {
    writeFile(_path, _format, _sql, _parameters, signal) {
      onWrite();
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    },
  });
}

it('a server that stops while its snapshot is built leaves no half of it', async () => {
  rmSync(snapshots, { recursive: true });
  const each = await served({});
  await each.server.stop();
  expect(readdirSync(snapshots).filter((name) => !/^v\d+$/.test(name))).toEqual([]);
});
