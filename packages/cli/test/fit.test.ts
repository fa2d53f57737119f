import { join } from 'node:path';
import type { EstimateConstants, PublishReport, Versions } from '@vitrine/sdk';
import type { FitReport } from '@vitrine/server';
import { simulate } from '@vitrine/simulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const place = ['--data', join(directory.path, 'data')];
afterAll(() => directory.remove());

beforeAll(async () => {
  const simulation = { products: 40, days: 21, seed: 5, endDate: '2026-10-31', regions: ['US'] };
  await vitrine(['ingest', '-', ...place], { stdin: Buffer.concat([...simulate(simulation)]).toString() });
});

const fit = (...options: readonly string[]) => vitrineJsonHere<FitReport>(['estimates', 'fit', ...options, ...place]);

async function published(environment: Readonly<Record<string, string>> = {}): Promise<PublishReport> {
  return vitrineJsonHere<PublishReport>(['publish', ...place], { environment });
}

/** What the version served now assumes, as it is listed. */
async function listed(): Promise<EstimateConstants | null | undefined> {
  const { served, versions } = await vitrineJsonHere<Versions>(['versions', 'list', ...place]);
  return versions.find(({ version }) => version === served)?.constants;
}

it('applies a fit, publishes with it, and takes it back', async () => {
  const first = await published();
  expect(first.constants).toMatchObject({ attribution: 'learned', liveViewWeight: 8, unitsPerView: null });
  expect(await listed()).toEqual(first.constants);

  const shown = await fit();
  expect(shown).toMatchObject({ version: 1, before: first.constants, isApplied: false, given: [] });
  expect(shown.after.unitsPerView).toBeGreaterThan(0);
  expect(await published()).toMatchObject({ base: 1, constants: first.constants });

  const applied = await fit('--apply');
  expect(applied).toMatchObject({ before: first.constants, after: shown.after, isApplied: true });
  const second = await published();
  expect(second).toMatchObject({ base: 0, constants: applied.after });
  expect(await listed()).toEqual(applied.after);
  expect((await vitrineHere(['versions', 'list', ...place])).stdout).toMatch(
    /^3 +2026-10-31 +learned, live viewer [\d.]+, storefront 0\.2, 0\.\d+ units a view +served$/m,
  );
  expect(await published()).toMatchObject({ base: second.version, constants: applied.after });

  const undone = await vitrineHere(['estimates', 'fit', '--undo', ...place]);
  expect(undone).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('learned, live viewer 8, storefront 0.2'),
  });
  expect(await published()).toMatchObject({ base: 0, constants: first.constants });
  const again = await vitrineHere(['estimates', 'fit', '--undo', ...place]);
  expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('no fit is applied') });
});

it('lets a variable of the environment win, and says so', async () => {
  const environment = { VITRINE_LIVE_VIEW_WEIGHT: '3' };
  const { stdout } = await vitrineHere(['estimates', 'fit', '--apply', ...place], { environment });
  expect(stdout).toContain('VITRINE_LIVE_VIEW_WEIGHT is set, and wins over a fit');
  expect(stdout).toMatch(/^weight of a live viewer +3 +3$/m);
  expect(stdout).toContain('Whether estimates get better is not known.');
  const { constants } = await published(environment);
  expect(constants.liveViewWeight).toBe(3);
  expect(constants.unitsPerView).toBeGreaterThan(0);
  const all = { ...environment, VITRINE_UNITS_PER_VIEW: '0.001' };
  expect(await published(all)).toMatchObject({ constants: { liveViewWeight: 3, unitsPerView: 0.001 } });
  const refused = await vitrineHere(['estimates', 'fit', ...place], { environment: all });
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('are both set') });
});

it('tells who applied what and took it back in the audit log', async () => {
  const entries = await vitrineJsonHere<readonly { readonly action: string }[]>(['audit', '--limit', '50', ...place]);
  expect(entries.filter(({ action }) => action.startsWith('estimates.'))).toMatchObject([
    { action: 'estimates.fit', outcome: 'done', detail: { constants: { liveViewWeight: 3 } } },
    { action: 'estimates.undo', outcome: 'failed' },
    { action: 'estimates.undo', outcome: 'done', detail: { constants: { unitsPerView: null } } },
    { action: 'estimates.fit', outcome: 'done' },
  ]);
});

it('refuses to apply and take back at once', async () => {
  const { status } = await vitrineHere(['estimates', 'fit', '--apply', '--undo', ...place]);
  expect(status).toBe(2);
});
