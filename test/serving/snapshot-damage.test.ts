import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { productList } from '../../packages/server/src/catalogue/lists/product-list.ts';
import { productVideos } from '../../packages/server/src/catalogue/lists/product-videos.ts';
import {
  allBy,
  expectEngineBytes,
  openSnapshotFixture,
  type SnapshotFixture,
  type WatchedReader,
} from './snapshot-fixture.ts';

let fixture: SnapshotFixture;
beforeAll(async () => {
  fixture = await openSnapshotFixture();
  await fixture.publish(1);
});
afterAll(() => fixture.remove());

const oneOfEachShape = [productList, productVideos];

type Damage = (path: string) => void;

const damages: Readonly<Record<string, Damage>> = {
  'is cut short': (path) => truncateSync(path, 100),
  'is empty': (path) => truncateSync(path),
  'holds other bytes': (path) => writeFileSync(path, Buffer.alloc(statSync(path).size, 0xff)),
  'holds zeros': (path) => writeFileSync(path, Buffer.alloc(statSync(path).size)),
  'holds line ends': (path) => writeFileSync(path, Buffer.alloc(statSync(path).size, '\u0001\n')),
};

async function expectMended(
  { reader, directory, failures }: WatchedReader,
  file: string,
  endpoint: ListEndpoint,
  damage: Damage,
) {
  const before = { ...reader.pagesRead() };
  const failuresBefore = failures.length;
  damage(join(directory, 'v1', file));
  expect(await fixture.pageText(reader, endpoint, 1)).toBe(await fixture.pageText(fixture.engineReader, endpoint, 1));
  expect(reader.pagesRead()).toEqual({ ...before, engine: before.engine + 1 });
  expect(failures.length).toBe(failuresBefore + 1);
  await reader.prepare(1);
  expect(failures.length).toBe(failuresBefore + 1);
  await expectEngineBytes(fixture, reader, 1, 'snapshot', oneOfEachShape);
}

describe('a request that meets a damaged file gets the engine’s answer, and the snapshot is built again,', () => {
  it.each(Object.entries(damages))('when a file %s', async (_, damage) => {
    const watched = fixture.watched({ sources: oneOfEachShape });
    await watched.reader.prepare(1);
    await expectMended(watched, 'product-list.rows', productList, damage);
    await expectMended(watched, 'product-videos.rows', productVideos, damage);
    await expectMended(watched, 'product-videos.index', productVideos, damage);
    await watched.reader.close();
  });
});

it('a snapshot that is damaged again and again is given up until the next version', async () => {
  await fixture.publish(2);
  const { reader, directory, written } = fixture.watched();
  await reader.prepare(1);
  for (let time = 0; time <= 3; time++) {
    for (const name of readdirSync(join(directory, 'v1'))) truncateSync(join(directory, 'v1', name));
    await fixture.pageText(reader, productList, 1);
    if (time < 3) await reader.prepare(1);
  }
  expect(written.length).toBe(4 * lists.length);
  await expectEngineBytes(fixture, reader, 1, 'engine');
  await reader.prepare(2);
  expect(reader.shares(lists, 2)).toEqual(allBy('snapshot'));
  await reader.close();
});
