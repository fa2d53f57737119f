import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { SnapshotBudget } from '../../packages/server/src/serving/snapshot/plan/budget.ts';
import { expectEngineBytes, openSnapshotFixture, roomy, type SnapshotFixture } from './snapshot-fixture.ts';

let fixture: SnapshotFixture;
beforeAll(async () => {
  fixture = await openSnapshotFixture();
  await fixture.publish(1);
  await fixture.publish(2);
});
afterAll(() => fixture.remove());

/** A directory with the snapshot of a version, which nobody has open. */
async function closedSnapshot(version = 1): Promise<string> {
  const { reader, directory } = fixture.watched();
  await reader.prepare(version);
  await reader.close();
  return directory;
}

/** Opens it again, and expects it to serve. @returns how many lists the engine had to write. */
async function listsBuiltAgain(directory: string, budget: SnapshotBudget = roomy): Promise<number> {
  const { reader, written, failures, kept } = fixture.watched({ directory, budget });
  await reader.prepare(1);
  expect(failures).toEqual([]);
  await expectEngineBytes(fixture, reader, 1, 'snapshot');
  await reader.close();
  expect(kept()).toEqual(['v1']);
  return written.length;
}

it('a snapshot that is intact is opened again, not built', async () => {
  const directory = await closedSnapshot();
  expect(await listsBuiltAgain(directory)).toBe(0);
  expect(await listsBuiltAgain(directory)).toBe(0);
});

it('a snapshot made within another budget is built again: other lists may fit', async () => {
  const directory = await closedSnapshot();
  const less = { ...roomy, memoryBytesMax: roomy.memoryBytesMax - 1 };
  expect(await listsBuiltAgain(directory, less)).toBe(lists.length);
  const automatic = { ...less, diskBytesMax: undefined };
  expect(await listsBuiltAgain(directory, automatic)).toBe(lists.length);
  expect(await listsBuiltAgain(directory, automatic)).toBe(0);
});

describe('a snapshot is built again, not served,', () => {
  it('when a byte of any of its files is another', async () => {
    const directory = await closedSnapshot();
    for (const name of readdirSync(join(directory, 'v1'))) {
      flipMiddle(join(directory, 'v1', name));
      expect([name, await listsBuiltAgain(directory)]).toEqual([name, lists.length]);
    }
  });

  it.each<[string, (path: string) => void]>([
    ['shorter', (path) => truncateSync(path, 10)],
    ['empty', (path) => truncateSync(path)],
    ['missing', rmSync],
  ])('when a file is %s', async (_, damage) => {
    const directory = await closedSnapshot();
    for (const name of ['product-list.index', 'product-videos.rows', 'shop-videos.keys', 'manifest']) {
      damage(join(directory, 'v1', name));
      expect([name, await listsBuiltAgain(directory)]).toEqual([name, lists.length]);
    }
  });

  it('when it is that of another version', async () => {
    const directory = await closedSnapshot(2);
    renameSync(join(directory, 'v2'), join(directory, 'v1'));
    expect(await listsBuiltAgain(directory)).toBe(lists.length);
  });

  it('when rows of another publish are under its number now, as after a backup was put back', async () => {
    const directory = await closedSnapshot();
    await fixture.publish(1, { 'product-videos': { total_shares_cnt: 7 } });
    expect(await listsBuiltAgain(directory)).toBe(lists.length);
  });
});

function flipMiddle(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(path, bytes);
}
