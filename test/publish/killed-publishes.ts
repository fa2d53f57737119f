import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulationOptions } from '@vitrine/simulator';
import { afterAll, beforeAll, expect } from 'vitest';
import { stepGroups } from '../../packages/server/src/warehouse/publish/steps.ts';
import type { Observation } from '../oracle/observation.ts';
import { builtProgram } from '../running/built-program.ts';
import { openPublishFixture } from './publish-fixture.ts';
import { type ServedRow, servedRows } from './served.ts';
import { simulated } from './simulated.ts';

const child = builtProgram(new URL('./killed-child.ts', import.meta.url));
const world: SimulationOptions = { products: 40, days: 25, seed: 7, endDate: '2026-08-31' };

interface Served {
  readonly version: number;
  readonly rows: Record<string, readonly ServedRow[]>;
}

let directory: string;
let history: readonly Observation[];
let oneMoreDay: readonly Observation[];

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-killed-'));
  history = simulated({ ...world, toDay: 23 });
  oneMoreDay = simulated({ ...world, fromDay: 24 });
});
afterAll(() => {
  child.remove();
  rmSync(directory, { recursive: true, force: true });
});

const stages = ['00_state', ...stepGroups.flat().map(({ name }) => name), '80_verify', '82_search'];

/** Which one a step of a publish is, counted from 1. */
export function numberOf(step: string): number {
  return stages.indexOf(step) + 1;
}

/** Kills publishes in steps of the first version and of the second, and publishes each in the end. */
export async function expectRowsOfUnkilled(ofFirst: readonly number[], ofSecond: readonly number[]): Promise<void> {
  const whole = await unkilled();
  const nothing = { version: 0, rows: {} };
  await take(history);
  for (const step of ofFirst) expect(servedBeforeKill(step)).toEqual(nothing);
  const first = await publishWhole();
  expect(first.rows).toEqual(whole.first);
  await take(oneMoreDay);
  for (const step of ofSecond) expect(servedBeforeKill(step)).toEqual(first);
  expect((await publishWhole()).rows).toEqual(whole.second);
}

/** Starts a publish that is killed in the n-th step. @returns what was served when it began. */
function servedBeforeKill(step: number): Served {
  const { signal, stderr } = spawnSync(process.execPath, [child.path, directory, String(step)], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(signal, stderr).toBe('SIGKILL');
  return JSON.parse(readFileSync(join(directory, 'served.json'), 'utf8'));
}

async function take(observations: readonly Observation[]): Promise<void> {
  const fixture = await openPublishFixture(directory);
  await fixture.take(observations);
  await fixture.close();
}

async function publishWhole(): Promise<Served> {
  const fixture = await openPublishFixture(directory);
  const { version } = await fixture.publish();
  const rows = await servedRows(fixture.engine, version);
  await fixture.close();
  return { version, rows };
}

/** The rows of the same two publishes in a directory where nothing is killed. */
async function unkilled() {
  const fixture = await openPublishFixture();
  await fixture.take(history);
  const first = await servedRows(fixture.engine, (await fixture.publish()).version);
  await fixture.take(oneMoreDay);
  const second = await servedRows(fixture.engine, (await fixture.publish()).version);
  await fixture.remove();
  return { first, second };
}
