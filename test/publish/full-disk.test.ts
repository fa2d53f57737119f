import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulationOptions } from '@vitrine/simulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPublishFixture } from './publish-fixture.ts';
import { servedRows } from './served.ts';
import { simulated } from './simulated.ts';

const world: SimulationOptions = { products: 40, days: 10, seed: 11, endDate: '2026-08-31' };
const directory = mkdtempSync(join(tmpdir(), 'vitrine-full-disk-'));
/** A disk of its own needs the right to mount one. */
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', directory]).status === 0;

beforeAll(() => {
  if (!mounted) console.warn('skipped: a publish on a full disk, for want of the right to mount a small one');
});
afterAll(() => {
  if (mounted) spawnSync('umount', ['--lazy', directory]);
  rmSync(directory, { recursive: true, force: true });
});

it.skipIf(!mounted)(
  'a publish on a full disk says so, leaves what is served, and succeeds once there is space',
  async () => {
    const fixture = await openPublishFixture(directory);
    await fixture.take(simulated({ ...world, toDay: 8 }));
    const first = await fixture.publish();
    const before = await servedRows(fixture.engine, first.version);
    await fixture.take(simulated({ ...world, fromDay: 9 }));

    const filler = join(directory, 'filler');
    writeFileSync(filler, Buffer.alloc(freeBytes() - 64 * 1024));
    await expect(fixture.publish()).rejects.toThrow(
      /^the disk is full: the new version is discarded and the current one is still served/,
    );
    expect((await fixture.versions.current())?.version).toBe(first.version);
    expect(await servedRows(fixture.engine, first.version)).toEqual(before);

    rmSync(filler);
    const second = await fixture.publish();
    expect((await fixture.versions.current())?.version).toBe(second.version);
    expect(await servedRows(fixture.engine, second.version)).not.toEqual(before);
    await fixture.close();
  },
);

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}
