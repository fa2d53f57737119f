import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { restoreBatch, withdrawBatch } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { builtProgram } from '../running/built-program.ts';
import { openPlace, type Place } from './place.ts';
import { differences, servedRows } from './served.ts';
import { simulated } from './simulated.ts';

const child = builtProgram(new URL('./killed-child.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'vitrine-cycles-'));
afterAll(() => {
  child.remove();
  rmSync(directory, { recursive: true, force: true });
});

const cycles = 20;
const world = { products: 8, days: 30, seed: 21, endDate: '2026-08-31' };
/** What was seen on the day of each cycle; the first one has a history before it. */
const days = Array.from({ length: cycles }, (_, cycle) =>
  simulated({ ...world, fromDay: cycle === 0 ? 0 : 9 + cycle, toDay: 9 + cycle }),
);

it('twenty daily cycles with late, re-sent, rolled back, killed and withdrawn days serve the rows of a fresh directory', {
  timeout: 600_000,
}, async () => {
  let place = await openPlace(directory);
  for (let cycle = 0; cycle < cycles; cycle++) {
    await takeDay(place, cycle);
    if (cycle % 7 === 4) place = await killedPublish(place, 2 + cycle);
    await place.publish();
    if (cycle % 4 === 3) await withdrawWrong(place, cycle);
    if (cycle % 5 === 2) await rolledBackAndAgain(place);
    await expectBounds(place);
  }
  await place.take(late(days.at(-1) ?? []));
  const { version } = await place.publish();
  const rows = await servedRows(place.engine, version);
  expect(differences(rows, oracle(days.flat()))).toEqual([]);
  await place.empty();
  await place.take(days.flat());
  expect(await servedRows(place.engine, (await place.publish()).version)).toEqual(rows);
  await place.close();
});

/** Every third record comes a day late; every sixth day comes again. */
async function takeDay(place: Place, cycle: number): Promise<void> {
  const today = days[cycle] ?? [];
  const yesterday = days[cycle - 1] ?? [];
  await place.take([...onTime(today), ...late(yesterday)]);
  if (cycle % 6 === 5) await place.take(yesterday);
}

function onTime(day: readonly Observation[]): readonly Observation[] {
  return day.filter((_, index) => index % 3 !== 0);
}

function late(day: readonly Observation[]): readonly Observation[] {
  return day.filter((_, index) => index % 3 === 0);
}

/** Starts a publish in a process of its own, which is killed in a step. */
async function killedPublish(place: Place, step: number): Promise<Place> {
  await place.close();
  const { signal, stderr } = spawnSync(process.execPath, [child.path, directory, String(step)], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(signal, stderr).toBe('SIGKILL');
  return openPlace(directory);
}

/** A wrong file over the day: it is published, withdrawn, restored by mistake, and withdrawn again. */
async function withdrawWrong(place: Place, cycle: number): Promise<void> {
  const wrong = (days[cycle] ?? []).map((each) =>
    each.kind === 'product' ? { ...each, total_sale_cnt: 1_000_000 + cycle, product_name: 'wrong' } : each,
  );
  await place.take(wrong);
  await place.publish();
  const [newest] = await place.batches.list({ limit: 1 });
  const batch = newest?.batch ?? 0;
  await withdrawBatch(place.withdrawals, batch, 'a wrong file');
  await place.publish();
  if (cycle % 8 !== 3) return;
  await restoreBatch(place.withdrawals, batch);
  await place.publish();
  await withdrawBatch(place.withdrawals, batch, 'wrong all the same');
}

async function rolledBackAndAgain(place: Place): Promise<void> {
  await rollBack(place.versions).catch((refusal: unknown) => expect(String(refusal)).toContain('no data is left'));
  await place.publish();
}

/** Versions that are kept, lineages, days of the state, parts and files do not grow with the cycles. */
async function expectBounds({ engine, versions }: Place): Promise<void> {
  const kept = (await versions.list()).filter(({ status }) => status === 'ready');
  expect(kept.length).toBeLessThanOrEqual(2);
  const [counts] = await engine.rows<Record<string, string>>(`
    SELECT
      (SELECT count() FROM system.databases WHERE startsWith(name, 'state_')) AS lineages,
      (SELECT uniqExact(version) FROM serving_product) AS versions,
      (SELECT max(n) FROM (SELECT count() AS n FROM system.parts WHERE active GROUP BY database, table, partition_id)) AS parts`);
  expect(Number(counts?.['lineages'])).toBeLessThanOrEqual(2);
  expect(Number(counts?.['versions'])).toBeLessThanOrEqual(2);
  expect(Number(counts?.['parts'])).toBeLessThan(100);
  expect(readdirSync(directory).length).toBeLessThanOrEqual(8);
}
