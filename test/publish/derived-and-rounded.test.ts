import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Observation, ProductObservation } from '../oracle/observation.ts';
import { oracle } from '../oracle/oracle.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => empty());

/** Counted from the first of July. */
function on(day: number, time = '12:00:00'): string {
  return `${new Date(Date.UTC(2026, 6, 1 + day)).toISOString().slice(0, 10)}T${time}Z`;
}

function product(day: number, units: number, fields: Partial<ProductObservation> = {}): Observation {
  return {
    kind: 'product',
    product_id: '1',
    region: 'US',
    min_price: 10,
    currency: 'USD',
    observed_at: on(day),
    total_sale_cnt: units,
    ...fields,
  };
}

/** The total of a day and, calculated from it, those before each of the windows of a source. */
function backCast(day: number, units: number, windows: Readonly<Record<number, number>>): readonly Observation[] {
  const derived = Object.entries(windows).map(([days, sold]) => ({
    kind: 'product' as const,
    product_id: '1',
    region: 'US',
    observed_at: on(day - Number(days), '00:00:01'),
    derived: 1,
    total_sale_cnt: units - sold,
  }));
  return [...derived, product(day, units)];
}

let taken: Observation[] = [];

async function empty(): Promise<void> {
  await fixture.empty();
  taken = [];
}

/** What is served of the product after more batches were published one after the other: as the oracle says. */
async function servedAfter(...batches: readonly (readonly Observation[])[]): Promise<Record<string, unknown>> {
  let version = 0;
  for (const batch of batches) {
    await fixture.take(batch);
    taken.push(...batch);
    ({ version } = await fixture.publish());
  }
  const rows = await servedRows(fixture.engine, version);
  expect(differences(rows, oracle(taken))).toEqual([]);
  const [row = {}] = rows['serving_product_list'] ?? [];
  return row;
}

function windowsOf(row: Record<string, unknown>, ...windows: readonly number[]): number[] {
  return windows.map((days) => Number(row[`total_sale_${days}d_cnt`]));
}

describe('derived totals', () => {
  it('serve the windows of a source to the unit, from one of its rows on', async () => {
    const row = await servedAfter(backCast(40, 12_840, { 1: 412, 7: 3106, 30: 9901 }));
    expect(windowsOf(row, 1, 7, 30)).toEqual([412, 3106, 9901]);
    expect(row).toMatchObject({
      first_crawl_dt: 20260810,
      sales_trend_flag: 0,
      total_sale_cnt: '12840',
      total_sale_gmv_amt: 128_400,
    });
  });

  it('serve them day by day, real totals having the last word', async () => {
    const days = Array.from({ length: 4 }, (_, place) =>
      backCast(40 + place, 10_000 + 130 * place, { 1: 125, 7: 900 + 5 * place, 30: 3000 + place }),
    );
    const row = await servedAfter(...days);
    expect(windowsOf(row, 1, 7)).toEqual([130, 915]);
  });

  it.each<[string, readonly (readonly Observation[])[]]>([
    [
      'after a tail, and a real total after them',
      [[product(0, 100), ...backCast(20, 300, { 4: 10 })], [product(22, 310)], [product(23, 305)]],
    ],
    [
      'alone, and then the first real total below them',
      [[...backCast(9, 90, { 3: 5 }).slice(0, 1), product(12, 10, { product_id: '2' })], [product(13, 50)]],
    ],
    [
      'before a total that turns out to be in a dip',
      [[product(0, 100), product(10, 3)], backCast(12, 5, { 1: 1 }), backCast(13, 120, { 2: 10 })],
    ],
    ['late, of long ago', [[product(70, 700), product(75, 750)], backCast(74, 740, { 60: 600 }), [product(76, 760)]]],
    [
      'after a total that a late real one replaces',
      [backCast(20, 200, { 7: 70 }), [product(13, 190)], [product(21, 210)]],
    ],
  ])('give the rows of one publish when they come %s', async (_, batches) => {
    await servedAfter(...batches);
  });
});

describe('rounded totals', () => {
  const seen = (day: number) => product(day, 100_000 + 1000 * Math.floor(day / 10), { rounded_to: 1000 });

  it('grow evenly from change to change, however many publishes it takes', async () => {
    const until = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => seen(from + place));
    const batches = [until(0, 12), until(12, 20), until(20, 21)];
    const row = await servedAfter(...batches);
    expect(windowsOf(row, 1, 7, 15)).toEqual([100, 700, 1500]);
    // The days after the last change wait for the next one.
    expect(windowsOf(await servedAfter([seen(21), seen(22)]), 1, 7)).toEqual([0, 500]);
  });

  it('give way to exact ones, whichever come first', async () => {
    const exact = Array.from({ length: 4 }, (_, place) => product(3 + 6 * place, 100_350 + 600 * place));
    const rounded = Array.from({ length: 25 }, (_, day) => seen(day));
    await servedAfter(exact, rounded, [product(26, 102_900)]);
    await empty();
    const row = await servedAfter(rounded, exact, [product(26, 102_900)]);
    expect(Number(row['total_sale_cnt'])).toBe(102_900);
  });
});
