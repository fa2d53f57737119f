import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '../oracle/observation.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { type Products, publishedProducts, servedSales, takeFiles, windowsOf } from './served-sales.ts';
import { dayBefore, Truth, worlds } from './simulated-worlds.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const all = worlds({ regions: ['TH'] });
const truth = new Truth(all);
const days = [1, 7, 15, 30];
const told = { region: 'TH' };

describe('measured orders are served exactly', () => {
  it.each([
    ['the older export first', [4, 0]],
    ['the newer export first', [0, 4]],
    ['one export, twice', [0, 0]],
  ])('tiktok-orders: %s', async (_, exports) => {
    await fixture.take(truth.records.flatMap(withoutTotals));
    for (const before of exports) await takeFiles(fixture, { source: 'tiktok-orders', worlds: all, before, told });
    const products = await publishedProducts(fixture);
    expectTruth(products, (id, count) => truth.sold(id, count));
  });

  it('tiktok-affiliate: what videos and lives sold', async () => {
    for (const before of [4, 0]) await takeFiles(fixture, { source: 'tiktok-affiliate', worlds: all, before, told });
    const products = await publishedProducts(fixture);
    const by = (source: string) => (id: string, count: number) => truth.sold(id, count, source).units;
    expectTruth(products, (id, count) => {
      const [video, live] = [truth.sold(id, count, 'video'), truth.sold(id, count, 'live')];
      return { units: video.units + live.units, gmv: Math.round(100 * (video.gmv + live.gmv)) / 100 };
    });
    for (const source of ['video', 'live'])
      expect(servedUnits(products, `total_${source}_sale_Nd_cnt`)).toEqual(
        windowsOf(products, days, truth, by(source)),
      );
  });
});

describe('a stated range is served exactly as that window', () => {
  it.each([
    { source: 'kalodata', count: 30, told: {}, field: 'gmv' },
    { source: 'echotik-xlsx', count: 7, told: { region: 'TH', day: dayBefore(0) }, field: 'units' },
  ])('$source', async ({ source, count, told, field }) => {
    await takeFiles(fixture, { source, worlds: all, told });
    const served = servedSales(await publishedProducts(fixture), [count], truth);
    for (const [cell, sold] of Object.entries(served)) {
      const [id = ''] = cell.split('/');
      const expected = truth.sold(id, count);
      expect(sold, cell).toEqual(field === 'gmv' ? expected : { ...expected, gmv: expect.any(Number) });
    }
    expect(Object.keys(served).length).toBeGreaterThan(15);
  });
});

function expectTruth(products: Products, soldOf: (id: string, days: number) => object): void {
  const served = servedSales(products, days, truth);
  expect(Object.keys(served).length).toBeGreaterThan(30);
  expect(served).toEqual(windowsOf(products, days, truth, soldOf));
}

function servedUnits(products: Products, name: string) {
  return windowsOf(products, days, truth, (id, count) => Number(products.get(id)?.[name.replace('N', String(count))]));
}

/** Products with their SKUs, of which it is not known what they have sold. */
function withoutTotals(record: Observation): readonly Observation[] {
  if (record.kind !== 'product' || record.skus === undefined) return [];
  const { total_sale_cnt: _units, total_sale_gmv_amt: _gmv, total_ifl_cnt: _creators, ...rest } = record;
  return [rest];
}
