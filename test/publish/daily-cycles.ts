import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { restoreBatch, withdrawBatch } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { builtProgram } from '../running/built-program.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';
import { simulated } from './simulated.ts';

const child = builtProgram(new URL('./killed-child.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'vitrine-cycles-'));
afterAll(() => {
  child.remove();
  rmSync(directory, { recursive: true, force: true });
});

const world = { products: 8, days: 30, seed: 21, endDate: '2026-08-31' };
const cyclesMax = 20;
/** What was seen on the day of each cycle; the first one has a history before it. */
const seenByCycle = Array.from({ length: cyclesMax }, (_, cycle) =>
  simulated({ ...world, fromDay: cycle === 0 ? 0 : 9 + cycle, toDay: 9 + cycle }),
);

/**
 * Goes through days of operation. Six have every kind of day: the third is rolled back, the fourth withdrawn and
 * restored, the fifth killed, the sixth re-sent.
 *
 * @param cycles at most twenty
 */
export async function expectFreshRowsAfter(cycles: number): Promise<void> {
  const days = seenByCycle.slice(0, cycles);
  let fixture = await openPublishFixture(directory);
  for (let cycle = 0; cycle < cycles; cycle++) {
    await takeDay(fixture, cycle);
    if (cycle % 7 === 4) fixture = await killedPublish(fixture, 2 + cycle);
    await fixture.publish();
    if (cycle % 4 === 3) await withdrawWrong(fixture, cycle);
    if (cycle % 5 === 2) await rolledBackAndAgain(fixture);
    await expectBounds(fixture);
  }
  await fixture.take(late(days.at(-1) ?? []));
  const { version } = await fixture.publish();
  const rows = await servedRows(fixture.engine, version);
  expect(differences(rows, oracle(days.flat()))).toEqual([]);
  await fixture.empty();
  await fixture.take(days.flat());
  expect(await servedRows(fixture.engine, (await fixture.publish()).version)).toEqual(rows);
  await fixture.close();
}

/** Every third record comes a day late; every sixth day comes again. */
async function takeDay(fixture: PublishFixture, cycle: number): Promise<void> {
  const today = seenByCycle[cycle] ?? [];
  const yesterday = seenByCycle[cycle - 1] ?? [];
  await fixture.take([...onTime(today), ...late(yesterday)]);
  if (cycle % 6 === 5) await fixture.take(yesterday);
}

function onTime(day: readonly Observation[]): readonly Observation[] {
  return day.filter((_, index) => index % 3 !== 0);
}

function late(day: readonly Observation[]): readonly Observation[] {
  return day.filter((_, index) => index % 3 === 0);
}

/** Starts a publish in a process of its own, which is killed in a step. */
async function killedPublish(fixture: PublishFixture, step: number): Promise<PublishFixture> {
  await fixture.close();
  const { signal, stderr } = spawnSync(process.execPath, [child.path, directory, String(step)], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(signal, stderr).toBe('SIGKILL');
  return openPublishFixture(directory);
}

/** A wrong file over the day: it is published, withdrawn, restored by mistake, and withdrawn again. */
async function withdrawWrong(fixture: PublishFixture, cycle: number): Promise<void> {
  const wrong = (seenByCycle[cycle] ?? []).map((each) =>
    each.kind === 'product' ? { ...each, total_sale_cnt: 1_000_000 + cycle, product_name: 'wrong' } : each,
  );
  await fixture.take(wrong);
  await fixture.publish();
  const [newest] = await fixture.batches.list({ limit: 1 });
  const batch = newest?.batch ?? 0;
  await withdrawBatch(fixture.withdrawals, batch, 'a wrong file');
  await fixture.publish();
  if (cycle % 8 !== 3) return;
  await restoreBatch(fixture.withdrawals, batch);
  await fixture.publish();
  await withdrawBatch(fixture.withdrawals, batch, 'wrong all the same');
}

async function rolledBackAndAgain(fixture: PublishFixture): Promise<void> {
  await rollBack(fixture.versions).catch((refusal: unknown) => expect(String(refusal)).toContain('no data is left'));
  await fixture.publish();
}

/** Versions that are kept, lineages, days of the state, parts and files do not grow with the cycles. */
async function expectBounds({ engine, versions }: PublishFixture): Promise<void> {
  const kept = (await versions.list()).filter(({ status }) => status === 'ready');
  expect(kept.length).toBeLessThanOrEqual(2);
  const [counts] = await engine.rows<Record<string, string>>(`
    SELECT
      (SELECT count() FROM system.databases WHERE startsWith(name, 'state_')) AS lineages,
      (SELECT uniqExact(version) FROM serving_product_list) AS versions,
      (SELECT max(n) FROM (SELECT count() AS n FROM system.parts WHERE active GROUP BY database, table, partition_id)) AS parts`);
  expect(Number(counts?.['lineages'])).toBeLessThanOrEqual(2);
  expect(Number(counts?.['versions'])).toBeLessThanOrEqual(2);
  expect(Number(counts?.['parts'])).toBeLessThan(100);
  expect(readdirSync(directory).length).toBeLessThanOrEqual(8);
}
