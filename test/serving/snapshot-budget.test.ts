import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { productList } from '../../packages/server/src/catalogue/lists/product-list.ts';
import { needsOf, type SnapshotBudget } from '../../packages/server/src/serving/snapshot/plan/budget.ts';
import { planOf } from '../../packages/server/src/serving/snapshot/plan/plan.ts';
import { allBy, openSnapshotFixture, roomy, type SnapshotFixture, type WatchedReader } from './snapshot-fixture.ts';

const [plain, largeValue, negativeValue, longTexts, largeProducts] = [1, 2, 3, 4, 5];
let fixture: SnapshotFixture;
beforeAll(async () => {
  fixture = await openSnapshotFixture();
  await fixture.publish(plain);
  await fixture.publish(largeValue, { 'product-videos': { total_views_cnt: '9007199254740993' } });
  await fixture.publish(negativeValue, { 'shop-videos': { total_views_cnt: -1 } });
  await fixture.publish(longTexts, { 'product-videos': { video_desc: '\u0001'.repeat(10_000) } });
  await fixture.publish(largeProducts, { 'product-list': { skus: 'x'.repeat(100_000) } });
});
afterAll(() => fixture.remove());

async function prepared(version: number, budget: Partial<SnapshotBudget> = {}): Promise<WatchedReader> {
  const watched = fixture.watched({ budget: { ...roomy, ...budget } });
  await watched.reader.prepare(version);
  expect(watched.failures).toEqual([]);
  return watched;
}

/** The bytes are right whoever answers. @returns what `shares` says. */
async function sharesOf({ reader }: WatchedReader, version: number) {
  const before = { ...reader.pagesRead() };
  for (const endpoint of lists)
    expect(await fixture.pageText(reader, endpoint, version)).toBe(
      await fixture.pageText(fixture.engineReader, endpoint, version),
    );
  const shares = reader.shares(lists, version);
  const after = reader.pagesRead();
  for (const who of ['snapshot', 'engine'] as const)
    expect(after[who] - before[who]).toBe(Object.values(shares).filter((each) => each === who).length);
  await reader.close();
  return shares;
}

/** Memory that lists need together, in bytes. */
async function memoryOf(wanted: readonly ListEndpoint[], version: number): Promise<number> {
  let memory = 0;
  for (const list of wanted) {
    const plan = planOf(list);
    if (plan !== undefined) memory += (await needsOf(fixture.engine, list, plan, version)).memory;
  }
  return memory;
}

function bytesOnDisk({ directory }: WatchedReader, version: number): number {
  const names = readdirSync(join(directory, `v${version}`));
  return names.reduce((sum, name) => sum + statSync(join(directory, `v${version}`, name)).size, 0);
}

describe('a list is left to the engine, with the reason said,', () => {
  it('when it needs more memory than there is', async () => {
    const watched = await prepared(plain, { memoryBytesMax: (await memoryOf(lists, plain)) - 1 });
    const last = lists.at(-1)?.id ?? '';
    expect([...watched.leftOut]).toEqual([[last, 'it needs 0.0 MB of memory, and 0.0 MB of the budget are left']]);
    expect(await sharesOf(watched, plain)).toEqual({ ...allBy('snapshot'), [last]: 'engine' });
  });

  it('when it needs more memory than others have left', async () => {
    const watched = await prepared(plain, { memoryBytesMax: 56 });
    const budgetOfTwo = ['product-creators', 'product-videos'];
    expect([...watched.leftOut.keys()]).toEqual(lists.map(({ id }) => id).filter((id) => !budgetOfTwo.includes(id)));
    await watched.reader.close();
  });

  it('when it needs more disk than there is', async () => {
    const all = await prepared(plain);
    const diskBytesMax = bytesOnDisk(all, plain) / 2;
    await all.reader.close();
    const watched = await prepared(plain, { diskBytesMax });
    const reasons = [...watched.leftOut.values()];
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^it needs .* of disk/);
    expect(Object.values(await sharesOf(watched, plain))).toContain('snapshot');
  });

  it('and its memory to the others, when it needs more disk than there is', async () => {
    const others = lists.filter((list) => list !== productList);
    const memoryBytesMax = await memoryOf(others, largeProducts);
    const watched = await prepared(largeProducts, { memoryBytesMax, diskBytesMax: 1_000_000 });
    expect([...watched.leftOut.values()]).toEqual([expect.stringMatching(/^it needs .* of disk/)]);
    expect(await sharesOf(watched, largeProducts)).toEqual({ ...allBy('snapshot'), 'product-list': 'engine' });
  });

  it('when it takes more disk than was expected, once it is written', async () => {
    const watched = await prepared(longTexts, { diskBytesMax: 1_000_000 });
    expect([...watched.leftOut.keys()]).toEqual(['product-videos']);
    expect(bytesOnDisk(watched, longTexts)).toBeLessThan(1_000_000);
    expect((await sharesOf(watched, longTexts))['product-videos']).toBe('engine');
  });

  it.each([
    ['a value above 2^53', largeValue, 'product-videos'],
    ['a negative value', negativeValue, 'shop-videos'],
  ])('when it has %s', async (_, version, id) => {
    const watched = await prepared(version);
    expect([...watched.leftOut]).toEqual([[id, 'total_views_cnt has a value that is negative or above 2^53']]);
    expect(await sharesOf(watched, version)).toEqual({ ...allBy('snapshot'), [id]: 'engine' });
  });
});

it('without any budget there is an empty snapshot, and the engine serves all', async () => {
  const watched = await prepared(plain, { memoryBytesMax: 0, diskBytesMax: 0 });
  expect([...watched.leftOut.keys()]).toEqual(lists.map(({ id }) => id));
  expect(await sharesOf(watched, plain)).toEqual(allBy('engine'));
});

it('without a limit of disk, half of what is free is enough for small lists', async () => {
  const watched = await prepared(plain, { diskBytesMax: undefined });
  expect(await sharesOf(watched, plain)).toEqual(allBy('snapshot'));
});
