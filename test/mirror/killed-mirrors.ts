import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect } from 'vitest';
import type { MirrorReport } from '../../packages/server/src/mirror/report.ts';
import { builtProgram } from '../running/built-program.ts';
import { type Marketplace, openMarketplace } from '../running/marketplace.ts';

const child = builtProgram(new URL('./killed-child.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'vitrine-killed-mirrors-'));
const credits = 1_000;
const watch = {
  lists: [
    { rows: 20, query: { region: 'US' } },
    { rows: 10, query: { region: 'ID', product_sort_field: 2 } },
  ],
};
/** Two pages and one. */
const calls = 3;

/** Before and after each call, before and after ingest. */
export const momentsOfRun = 2 * calls + 2;

let upstream: Marketplace;
beforeAll(async () => {
  upstream = await openMarketplace();
});
afterAll(async () => {
  await upstream?.remove();
  child.remove();
  rmSync(home, { recursive: true, force: true });
});

/** Kills a run at a moment, lets another one finish, and compares it with one that was never killed. */
export async function expectNothingPaidTwice(moment: number): Promise<void> {
  const key = await upstream.newKey({ qps: 1_000, credits });
  const directory = mkdtempSync(join(home, 'data-'));
  expect((await run(directory, key.key, moment)).signal).toBe('SIGKILL');
  const { result } = await run(directory, key.key);
  // Of a call that was answered and not yet written down, the answer is lost.
  const lost = moment <= 2 * calls && moment % 2 === 0 ? 1 : 0;
  expect(await chargedTo(key.id)).toBe(calls + lost);
  // A call that was written down and not made counts too: it might have been.
  const uncertain = moment <= 2 * calls ? 1 : 0;
  expect(result?.report).toMatchObject({
    ended: 'complete',
    stale: [],
    credits: calls + uncertain,
    creditsUncertain: uncertain,
  });
  expect(result?.products).toEqual(await productsOfRunThatIsNotKilled());
  expect((await run(directory, key.key)).result?.report).toMatchObject({ credits: calls + uncertain });
  expect(await chargedTo(key.id)).toBe(calls + lost);
}

/** Kills one run after the other, each after its first call, or before it ingests. */
export async function expectProgressWhenKilledAgainAndAgain(): Promise<void> {
  const key = await upstream.newKey({ qps: 1_000, credits });
  const directory = mkdtempSync(join(home, 'data-'));
  let kills = 0;
  let ended = await run(directory, key.key, 3);
  for (; ended.signal === 'SIGKILL'; kills++) ended = await run(directory, key.key, 3);
  expect(kills).toBe(calls);
  expect(await chargedTo(key.id)).toBe(calls);
  expect(ended.result?.products).toEqual(await productsOfRunThatIsNotKilled());
}

let whole: Promise<readonly unknown[]> | undefined;

function productsOfRunThatIsNotKilled(): Promise<readonly unknown[]> {
  whole ??= (async () => {
    const { key } = await upstream.newKey({ qps: 1_000 });
    const { result } = await run(mkdtempSync(join(home, 'data-')), key);
    expect(result?.moments).toBe(momentsOfRun);
    return result?.products ?? [];
  })();
  return whole;
}

interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly result:
    | { readonly report: MirrorReport; readonly products: readonly unknown[]; readonly moments: number }
    | undefined;
}

async function run(directory: string, key: string, moment = 0): Promise<Ended> {
  const words = [child.path, directory, upstream.url, key, JSON.stringify(watch), String(moment)];
  const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, failed, [status, signal]] = await Promise.all([
    text(started.stdout),
    text(started.stderr),
    once(started, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  if (signal === null && status !== 0) throw new Error(failed);
  return { signal, result: said === '' ? undefined : JSON.parse(said) };
}

async function chargedTo(id: string): Promise<number> {
  const keys = (await upstream.admin('GET', '/admin/v1/keys')) as readonly { id: string; credits: number }[];
  return credits - (keys.find((key) => key.id === id)?.credits ?? Number.NaN);
}
