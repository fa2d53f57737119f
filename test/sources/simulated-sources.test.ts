import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { type ServedRow, servedRows } from '../publish/served.ts';
import { publishedProducts, servedSales, takeFiles, windowsOf } from './served-sales.ts';
import { dayBefore, fileOf, Truth, worlds } from './simulated-worlds.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const world = worlds();
const truth = new Truth(world);
let plain: ReadonlyMap<string, ServedRow>;
beforeAll(async () => {
  await fixture.take(truth.records);
  plain = await publishedProducts(fixture);
});

describe('a source that states windows gives those of plain records, to the unit and the cent', () => {
  it.each([
    { source: 'keyapi', days: [1, 7, 15, 30], told: { day: dayBefore(0) } },
    { source: 'fastmoss', days: [1, 7], told: {} },
  ])('$source', async ({ source, days, told }) => {
    await takeFiles(fixture, { source, worlds: world, told });
    const products = await publishedProducts(fixture);
    const served = servedSales(products, days, truth);
    expect(Object.keys(served).length).toBeGreaterThan(30);
    expect(served).toEqual(windowsOf(products, days, truth, (id, count) => truth.sold(id, count)));
    expect(unitsOf(served)).toEqual(
      unitsOf(servedSales(new Map([...plain].filter(([id]) => products.has(id))), days, truth)),
    );
  });
});

describe('keyapi', () => {
  it('gives the views that its videos state', async () => {
    await takeFiles(fixture, { source: 'keyapi', worlds: world, told: { day: dayBefore(0) } });
    const { version } = await fixture.publish();
    const rows = await servedRows(fixture.engine, version);
    const stated = world.flatMap((each) => videoRowsIn(fileOf('keyapi', each)));
    for (const { product_id, ...row } of rows['serving_product_list'] ?? []) {
      const own = stated.filter((video) => video['product_id'] === product_id);
      for (const name of ['total_views_1d_cnt', 'total_views_7d_cnt', 'total_views_30d_cnt'])
        expect(Number(row[name]), `${product_id} ${name}`).toBe(
          own.reduce((sum, video) => sum + Number(video[name]), 0),
        );
    }
  });
});

describe('tiktok-live', () => {
  it('gives the lives of the creator, with their viewers', async () => {
    const told = { region: 'US', zone: 'UTC', creator: '@somebody' };
    for (const each of worlds({ regions: ['US'] })) {
      const file = fileOf('tiktok-live', each);
      const { from, firstRecords = [] } = await fixture.takeFile(file, { told, dryRun: true });
      const seen = new Truth([each]).records.flatMap((record) => (record.kind === 'live' ? [record] : [])).at(-1);
      const { live_id, total_views_cnt, start_time = 0 } = seen ?? expect.fail('no live');
      expect({ from, firstRecords }).toMatchObject({
        from: 'tiktok-live',
        firstRecords: [{ live_id, total_views_cnt, start_time: Number(start_time) - (Number(start_time) % 60) }],
      });
    }
  });
});

describe('running totals of two days give the window between them', () => {
  it('tiktok-research: to the unit', async () => {
    const region = worlds({ regions: ['GB'] });
    const ofRegion = new Truth(region);
    for (const before of [7, 0]) {
      const told = { region: 'GB', currency: 'GBP', day: dayBefore(before) };
      await takeFiles(fixture, { source: 'tiktok-research', worlds: region, before, told });
    }
    const products = await publishedProducts(fixture);
    const served = unitsOf(servedSales(products, [7], ofRegion));
    expect(Object.keys(served).length).toBeGreaterThan(15);
    expect(served).toEqual(windowsOf(products, [7], ofRegion, (id) => ofRegion.sold(id, 7).units));
  });

  it('apify: within what both totals are rounded to', async () => {
    const popular = worlds({ products: 3, videosPerProduct: 300 });
    const ofPopular = new Truth(popular);
    for (const before of [15, 7, 0]) await takeFiles(fixture, { source: 'apify', worlds: popular, before, told: {} });
    const products = await publishedProducts(fixture);
    const served = unitsOf(servedSales(products, [7, 15], ofPopular));
    const steps = Object.entries(served).map(([cell, units]) => {
      const [id = '', count] = cell.split('/');
      const step = Number(products.get(id)?.['total_sale_cnt']) < 1_000 ? 1 : 100;
      expect(Math.abs(units - ofPopular.sold(id, Number(count)).units), cell).toBeLessThan(2 * step);
      return step;
    });
    expect(new Set(steps)).toEqual(new Set([1, 100]));
  });
});

/** The units alone. */
function unitsOf(sales: Readonly<Record<string, { readonly units: number }>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(sales).map(([cell, { units }]) => [cell, units]));
}

function videoRowsIn(file: Buffer): readonly ServedRow[] {
  const responses = file.toString().trimEnd().split('\n');
  const rows = responses.flatMap((line): readonly ServedRow[] => JSON.parse(line).data);
  return rows.filter((row) => row['video_id'] !== undefined);
}
