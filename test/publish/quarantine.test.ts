import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { withdrawBatch } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import { deleteCreator } from '../../packages/server/src/warehouse/delete-creator.ts';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import type { Observation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, type ServedRow, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const sold = 'total_sale_cnt';

describe('a product that breaks a check', () => {
  it('is served as before, named with the reason, and holds nothing else up; also in the publishes after and a rollback', async () => {
    await fixture.take(seenOn(1, 2));
    const first = await fixture.publish();
    const before = await servedRows(fixture.engine, first.version);
    await fixture.take(seenOn(3));
    const second = await fixture.publish({ beforeCommand: breaking('100') });
    expect(second.quarantine).toMatchObject({ products: 1, records: 0 });
    expect(second.quarantine.first).toMatchObject([{ kind: 'product', id: '100', served: 'as in version 1' }]);
    expect(second.quarantine.first[0]?.why).toMatch(/below that of a shorter window/);
    expect(await fixture.versions.quarantine()).toEqual(second.quarantine);
    await expectMixed(second.version, before, [1, 2, 3]);

    await fixture.take(seenOn(4));
    const third = await fixture.publish();
    expect(third.quarantine.first).toMatchObject([{ id: '100', served: 'as in version 2' }]);
    await expectMixed(third.version, before, [1, 2, 3, 4]);

    await rollBack(fixture.versions);
    await expectMixed(second.version, before, [1, 2, 3]);
    const mended = await fixture.publish({ anew: true });
    expect(mended.quarantine).toEqual({ products: 0, records: 0, first: [] });
    expect(differences(await servedRows(fixture.engine, mended.version), oracle(seenOn(1, 2, 3, 4)))).toEqual([]);
  });

  it('is left out where there is nothing to serve it from, and where what there was breaks a check too', async () => {
    await fixture.take(seenOn(1, 2));
    const first = await fixture.publish({ beforeCommand: breaking('100') });
    expect(first.quarantine.first).toMatchObject([{ id: '100', served: 'not at all' }]);
    const rows = await servedRows(fixture.engine, first.version);
    expect(rowsOf(rows, '100')).toEqual([]);
    expect(rows['serving_shop_videos']).toHaveLength(1);
  });

  it('does not bring an erased creator back', async () => {
    await fixture.take(seenOn(1, 2));
    await fixture.publish();
    await deleteCreator(fixture.engine, '7');
    const { version, quarantine } = await fixture.publish({ anew: true, force: true, beforeCommand: breaking('100') });
    expect(quarantine.first).toMatchObject([{ id: '100', served: 'not at all' }]);
    const rows = await servedRows(fixture.engine, version);
    expect(rowsOf(rows, '100')).toEqual([]);
    expect(rows['serving_product_list']).toHaveLength(1);
  });

  it('does not bring a withdrawn batch back', async () => {
    await fixture.take(seenOn(1));
    await fixture.take(seenOn(2, 3));
    await fixture.publish();
    await withdrawBatch(fixture.withdrawals, 2, 'wrong');
    const { version, quarantine } = await fixture.publish({
      asOf: '2026-03-02',
      force: true,
      beforeCommand: breaking('100'),
    });
    expect(quarantine.first).toMatchObject([{ id: '100', served: 'not at all' }]);
    expect(rowsOf(await servedRows(fixture.engine, version), '100')).toEqual([]);
  });

  it('is named when it has a row too many while another lacks one', async () => {
    await fixture.take(seenOn(1, 2));
    const { quarantine } = await fixture.publish({
      beforeCommand: beforeShopVideos(async () => {
        await twice('100');
        await fixture.engine.command(
          'ALTER TABLE serving_product_list DELETE WHERE product_id = 200 SETTINGS mutations_sync = 2',
        );
      }),
    });
    expect(quarantine.first.map(({ id, why }) => [id, why])).toEqual(
      ['100', '200'].map((id) => [id, 'unexpected number of rows in: product-list']),
    );
  });

  it('is named too when others break one round after round, so that the version is not served', async () => {
    await fixture.take([...seenOn(1, 2), product('2026-03-02', { product_id: '300' })]);
    const broken = ['100', '200', '300'];
    const beforeCommand = beforeShopVideos(async () => twice(broken.shift() ?? ''));
    await expect(fixture.publish({ beforeCommand })).rejects.toThrow(
      /is not served: products fail checks after 3 rounds: 300 \(unexpected number of rows in: product-list\)$/,
    );
  });

  it('is named when it lacks a row, or has one too many', async () => {
    await fixture.take(seenOn(1, 2));
    const published = await fixture.publish({
      beforeCommand: beforeShopVideos(() => twice('100')),
    });
    expect(published.quarantine.first).toMatchObject([{ id: '100', served: 'not at all' }]);
    expect(published.quarantine.first[0]?.why).toContain('product-list');
  });
});

describe('a record with a value that none may have, which came in past ingest', () => {
  it.each<[string, string, string]>([
    [
      'landing_product',
      `(product_id, observed_at, batch, region, ${sold}) VALUES (100, '2026-03-03 12:00:00', 1, 'US', -5)`,
      `${sold} is -5`,
    ],
    [
      'landing_product',
      `(product_id, observed_at, batch, region, ${sold}) VALUES (100, '2026-03-03 12:00:00', 1, 'US', 1786500000000)`,
      `${sold} is 1786500000000`,
    ],
    [
      'landing_product',
      "(product_id, observed_at, batch, region, min_price) VALUES (100, '2026-03-03 12:00:00', 1, 'US', -1)",
      'min_price is -1',
    ],
    [
      'landing_video',
      "(video_id, observed_at, batch, user_id, total_views_cnt) VALUES (1, '2026-03-03 12:00:00', 1, 7, -9223372036854775808)",
      'total_views_cnt is -9223372036854775808',
    ],
    [
      'landing_video',
      "(video_id, observed_at, batch, user_id, products) VALUES (1, '2026-03-03 12:00:00', 1, 7, [(100, -3, NULL)])",
      'total_video_sale_cnt is -3',
    ],
    [
      'landing_creator',
      "(user_id, observed_at, batch, total_followers_cnt) VALUES (7, '2026-03-03 12:00:00', 1, -1)",
      'total_followers_cnt is -1',
    ],
    ['landing_fx', "(currency, date, batch, per_usd) VALUES ('EUR', '2026-03-03', 1, -0.5)", 'per_usd is -0.5'],
  ])('in %s %s is left out and named', async (table, row, why) => {
    const seen = seenOn(1, 2, 3);
    await fixture.take(seen);
    await fixture.engine.command(`INSERT INTO ${table} ${row}`);
    const { version, quarantine } = await fixture.publish();
    expect(quarantine).toMatchObject({
      products: 0,
      records: 1,
      first: [{ day: '2026-03-03', served: 'without the record' }],
    });
    expect(quarantine.first[0]?.why).toContain(why);
    expect(differences(await servedRows(fixture.engine, version), oracle(seen))).toEqual([]);
  });
});

it('a record that none may have counts once, however many batches brought it', async () => {
  await fixture.take(seenOn(1, 2, 3));
  for (const batch of [1, 2])
    await fixture.engine.command(
      `INSERT INTO landing_product (product_id, observed_at, batch, region, ${sold}) VALUES (100, '2026-03-03 12:00:00', ${batch}, 'US', ${-batch})`,
    );
  const { quarantine } = await fixture.publish();
  expect(quarantine).toMatchObject({ records: 1, first: [{ why: expect.stringContaining(`${sold} is -2`) }] });
});

/** Two products of one shop, and a video that shows both, on days of March. */
function seenOn(...days: readonly number[]): readonly Observation[] {
  return days.flatMap((day) => {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    const of = (product_id: string, units: number) =>
      product(date, { product_id, seller_id: '9', total_sale_cnt: units * day, spu_avg_price: 3 });
    const products = [{ product_id: '100' }, { product_id: '200' }];
    return [of('100', 10), of('200', 20), video(date, { video_id: '1', total_views_cnt: day * day, products })];
  });
}

/** Takes more away from a product's day than it sold, once its series are written. Not every publish writes those of sources. */
function breaking(id: string) {
  let isBroken = false;
  return async (sql: string) => {
    if (isBroken || !/INSERT INTO \{state:Identifier\}.(touched_source|product_total)/.test(sql)) return;
    isBroken = true;
    for (const { name } of await fixture.engine.rows<{ name: string }>(
      "SELECT name FROM system.databases WHERE name LIKE 'state_%'",
    ))
      await fixture.engine.command(
        `INSERT INTO ${name}.product_day (product_id, day, version, units) SELECT ${id}, '2026-03-01', max(version), -1000 FROM ${name}.link`,
      );
  };
}

/**
 * Does work each time before the videos of shops are added up: in a publish once, and then once a round of quarantine.
 */
function beforeShopVideos(work: () => Promise<void>) {
  return async (sql: string) => {
    if (/INSERT INTO serving_shop_videos/.test(sql)) await work();
  };
}

async function twice(id: string): Promise<void> {
  await fixture.engine.command(
    `INSERT INTO serving_product_list SELECT * FROM serving_product_list WHERE product_id = ${id}`,
  );
}

async function expectMixed(version: number, before: Record<string, readonly ServedRow[]>, days: readonly number[]) {
  const rows = await servedRows(fixture.engine, version);
  const now = oracle(seenOn(...days));
  expect(rowsOf(rows, '100')).toEqual(rowsOf(before, '100'));
  const others = differences(rows, now).filter((line) => !/\(.*\b100\b.*\)|product 100/.test(line));
  expect(others.filter((line) => !addedUp.some((table) => line.startsWith(`${table} `)))).toEqual([]);
}

/** Lists whose rows are of no product, so that sums in them have it in. */
const addedUp = lists.filter(({ row }) => !row.some(({ name }) => name === 'product_id')).map(({ table }) => table);

function rowsOf(rows: Record<string, readonly ServedRow[]>, id: string): readonly ServedRow[] {
  return Object.values(rows)
    .flat()
    .filter((row) => row['product_id'] === id);
}
