import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { readConfig } from '../../packages/server/src/config.ts';
import { openVitrine, startServer, type Vitrine } from '../../packages/server/src/main.ts';
import { builtProgram } from '../running/built-program.ts';

const child = builtProgram(new URL('./killed-erasure-child.ts', import.meta.url));
afterAll(() => child.remove());

const newDirectory = () => mkdtempSync(join(tmpdir(), 'vitrine-killed-erasure-'));
/** Two versions and a withdrawn batch with the creator in them: what each erasure begins with. */
const template = newDirectory();
let directory: string;
beforeAll(async () => {
  const vitrine = await openVitrine(configOf(template));
  await take(vitrine);
  await vitrine.publish({ asOf: '2026-11-19' });
  await vitrine.publish();
  const { batch } = await take(vitrine, seenOn('21'));
  await vitrine.withdrawBatch(batch, 'twice');
  await vitrine.close();
});
afterAll(() => rmSync(template, { recursive: true }));
beforeEach(() => {
  directory = newDirectory();
  cpSync(template, directory, { recursive: true, verbatimSymlinks: true });
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const handle = 'zyxgoneperson';
const records = ['19', '20'].flatMap(seenOn);

function seenOn(day: string): readonly object[] {
  const seen = { observed_at: `2026-11-${day}T10:00:00Z`, user_id: '70', products: [{ product_id: '1' }] };
  return [
    { kind: 'product', product_id: '1', region: 'US', observed_at: seen.observed_at, total_sale_cnt: 5 },
    { kind: 'creator', user_id: '70', observed_at: seen.observed_at, unique_id: handle },
    { kind: 'video', video_id: '8', ...seen, video_desc: handle },
    { kind: 'live', live_id: '9', ...seen, title: handle },
  ];
}

const configOf = (path: string) => readConfig({}, { VITRINE_DATA_DIR: path, PORT: '0', LOG_LEVEL: 'silent' });
const config = () => configOf(directory);

async function take(vitrine: Vitrine, taken: readonly object[] = records) {
  const text = taken.map((record) => `${JSON.stringify(record)}\n`).join('');
  return vitrine.ingest({ source: 'test', from: { stream: Readable.from([Buffer.from(text)]) }, format: 'ndjson' });
}

/** The process that erases the creator killed at a step. */
function killedAt(words: string): void {
  const { signal, stderr } = spawnSync(process.execPath, [child.path, directory, words], { encoding: 'utf8' });
  expect(signal, stderr).toBe('SIGKILL');
}

function filesWithThem(): readonly string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(handle));
}

async function expectFinished({ audit, versions }: Vitrine): Promise<void> {
  const entries = await audit.list({ limit: 10 });
  const entry = entries.find(({ action }) => action === 'forget.finish');
  const anew = Number(Object(entry?.detail).version);
  const ready = (await versions.list()).filter(({ status }) => status === 'ready');
  expect(entry).toMatchObject({ outcome: 'done', detail: { persons: 1 } });
  expect(ready.every(({ version }) => version >= anew)).toBe(true);
  expect(filesWithThem()).toEqual([]);
}

/** Statements of an erasure before which it may be killed, by what there is then. */
export const moments = {
  'before anything was deleted': 'CREATE TABLE default.erasing',
  'with the creator deleted and not the videos': 'ALTER TABLE landing_video DELETE',
  'with rows of the withdrawn batch alone still there': 'ALTER TABLE withdrawn_2.landing_live DELETE',
  'with the files of deleted rows still there': 'EXCHANGE TABLES landing_live',
  'in the publish without them': 'INSERT INTO serving_product',
  'with the versions before still there': 'CREATE TABLE serving_',
  'with the states before still there': 'DROP DATABASE',
  'before the images are removed': 'clear the images',
} as const;

/** What a publish makes of an erasure that was killed. */
export async function expectErasedByPublish(moment: keyof typeof moments): Promise<void> {
  killedAt(moments[moment]);
  const vitrine = await openVitrine(config());
  expect(await vitrine.publish()).toMatchObject({ erasuresFinished: 1 });
  await expectFinished(vitrine);
  expect(await take(vitrine)).toMatchObject({ forgotten: 6 });
  expect(await vitrine.finishErasures()).toBeUndefined();
  await vitrine.close();
}

/** What a server makes of an erasure that was killed. */
export async function expectErasedByServer(moment: keyof typeof moments): Promise<void> {
  killedAt(moments[moment]);
  const server = await startServer(config());
  await server.stop();
  const vitrine = await openVitrine(config());
  await expectFinished(vitrine);
  expect(await vitrine.finishErasures()).toBeUndefined();
  await vitrine.close();
}
