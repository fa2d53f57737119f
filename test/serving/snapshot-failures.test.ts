import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { SnapshotReader } from '../../packages/server/src/serving/snapshot/snapshot-reader.ts';
import { endMs } from '../running/end-ms.ts';
import {
  allBy,
  expectEngineBytes,
  openSnapshotFixture,
  type SnapshotFixture,
  type WatchedOptions,
} from './snapshot-fixture.ts';

let fixture: SnapshotFixture;
beforeAll(async () => {
  fixture = await openSnapshotFixture();
  for (const version of [1, 2, 3]) await fixture.publish(version);
});
afterAll(() => fixture.remove());

type Sabotage = (write: () => Promise<void>, path: string) => Promise<void>;

const tired = () => Promise.reject(new Error('the engine is tired'));
/** Writes until the end of all days, but for its signal. */
const untilGivenUp: NonNullable<WatchedOptions['writeFile']> = (_write, _path, _format, _sql, _parameters, signal) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
const engineFails: Sabotage = tired;
const indexCannotBeMade: Sabotage = (write, path) => {
  mkdirSync(path.replace(/rows$/, 'index'));
  return write();
};
const writesHalfARow: Sabotage = async (write, path) => {
  await write();
  writeFileSync(path, '"1"\u0001', { flag: 'a' });
};

describe('a build that fails leaves the engine serving, and the next version tries again', () => {
  it.each([
    ['the engine fails at the first list', 1, engineFails],
    ['the engine fails while another list is indexed', 2, engineFails],
    ['an index cannot be written while the engine goes on', 1, indexCannotBeMade],
    ['the last index cannot be written', lists.length, indexCannotBeMade],
    ['the engine writes half a row', 2, writesHalfARow],
  ])('when %s', async (_, failingList, sabotage) => {
    let written = 0;
    const { reader, failures, kept } = fixture.watched({
      retirementMs: 0,
      writeFile(write, path, ...rest) {
        written++;
        return written === lists.length + failingList
          ? sabotage(() => write(path, ...rest), path)
          : write(path, ...rest);
      },
    });
    await reader.prepare(1);
    expect(failures).toEqual([]);
    await reader.prepare(2);
    expect(failures).toEqual([expect.any(Error)]);
    expect(kept()).toEqual([]);
    await expectEngineBytes(fixture, reader, 2, 'engine');
    await reader.prepare(3);
    await expectEngineBytes(fixture, reader, 3, 'snapshot');
    await reader.close();
    expect(failures.length).toBe(1);
    expect(kept()).toEqual(['v3']);
  });
});

it('a version whose build failed can be tried again', async () => {
  let fails = true;
  const { reader } = fixture.watched({
    writeFile: (write, ...question) => (fails ? tired() : write(...question)),
  });
  await reader.prepare(1);
  expect(reader.shares(lists, 1)).toEqual(allBy('engine'));
  fails = false;
  await reader.prepare(1);
  expect(reader.shares(lists, 1)).toEqual(allBy('snapshot'));
  await reader.close();
});

it('a failed build does not keep the old snapshot from going, which nobody asks any more', async () => {
  const { reader } = fixture.watched({
    retirementMs: 0,
    writeFile: (write, path, ...rest) => (path.includes('v2') ? tired() : write(path, ...rest)),
  });
  await reader.prepare(1);
  await reader.prepare(2);
  await vi.waitUntil(() => isAnsweredByEngine(reader, 1), { timeout: endMs });
  await reader.close();
});

async function isAnsweredByEngine(reader: SnapshotReader, version: number): Promise<boolean> {
  const before = reader.pagesRead().engine;
  for (const endpoint of lists) await fixture.pageText(reader, endpoint, version);
  return reader.pagesRead().engine === before + lists.length;
}

it('a reader that is closed gives up what it builds, in silence, and leaves nothing of it', async () => {
  const { reader, failures, kept, written } = fixture.watched({ writeFile: untilGivenUp });
  const prepared = reader.prepare(1);
  await vi.waitUntil(() => written.length > 0, { timeout: endMs });
  await reader.close();
  await prepared;
  await reader.prepare(1);
  expect([failures, kept(), written.length]).toEqual([[], [], 1]);
});

describe('on a full disk', () => {
  const disk = mkdtempSync(join(tmpdir(), 'vitrine-snapshot-disk-'));
  /** A disk of its own needs the right to mount one. */
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status === 0;
  beforeAll(() => {
    if (!isMounted) console.warn('skipped: a snapshot on a full disk, for want of the right to mount a small one');
  });
  afterAll(() => {
    if (isMounted) spawnSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it.skipIf(!isMounted)('the engine serves, and the snapshot of the next version once there is space', async () => {
    const { reader, failures } = fixture.watched({ directory: join(disk, 'snapshots') });
    const filler = join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc((bavail - 8) * bsize));
    await reader.prepare(1);
    expect(failures).toEqual([expect.any(Error)]);
    await expectEngineBytes(fixture, reader, 1, 'engine');
    rmSync(filler);
    await reader.prepare(2);
    await expectEngineBytes(fixture, reader, 2, 'snapshot');
    await reader.close();
  });
});
