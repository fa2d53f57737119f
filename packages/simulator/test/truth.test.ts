import { describe, expect, test } from 'vitest';
import { dayOf, groupBy, ofKind, type Row, rowsOf, SMALL, sightingsOf, stepsOf, textsOf } from './reading.ts';

const gappy = readRun({ gapChance: 0.8, correctionChance: 0 });
const corrected = readRun({ gapChance: 0.3, correctionChance: 0.5 });

describe('true sales are the growth of the running totals', () => {
  test('units: between any two sightings of a product, whatever was missed between', () => {
    expectGrowth(gappy, 'product', 'total_sale_cnt', 'units');
  });

  test('GMV: between any two sightings of a product that told its GMV, to the cent', () => {
    expectGrowth(gappy, 'product', 'total_sale_gmv_amt', 'gmv_amt');
  });

  test('each product and source has one line a day, and never of nothing', () => {
    const keys = gappy.truth.map((row) => [row['day'], row['product_id'], row['source'], row['source_id']].join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(gappy.truth.every((row) => Number(row['units']) > 0)).toBe(true);
  });

  test('all three kinds of source sell', () => {
    expect([...groupBy(gappy.truth, 'source').keys()].toSorted()).toEqual(['live', 'storefront', 'video']);
  });
});

describe('sources that tell their own sales tell the truth', () => {
  test('a video: units and GMV grow by the true sales', () => {
    const told = ofKind(gappy.observations, 'video').flatMap(toldByProduct);
    for (const [field, truth] of [
      ['total_video_sale_cnt', 'units'],
      ['total_video_sale_gmv_amt', 'gmv_amt'],
    ] as const) {
      const steps = growthSteps(groupBy(told, 'source'), field, trueSales(gappy.truth, truth, sourceKey));
      expect(steps.length).toBeGreaterThan(50);
      expect(steps.filter((step) => step.seen !== step.sold)).toEqual([]);
    }
  });

  test('a live: its last word is what it sold', () => {
    const told = ofKind(gappy.observations, 'live')
      .flatMap(toldByProduct)
      .filter((row) => row['total_live_sale_cnt'] !== undefined);
    const sold = trueSales(gappy.truth, 'units', sourceKey);
    expect(told.length).toBeGreaterThan(0);
    for (const [source, rows] of groupBy(told, 'source')) {
      const total = [...(sold.get(source)?.values() ?? [])].reduce((sum, units) => sum + units, 0);
      expect(rows.at(-1)?.['total_live_sale_cnt']).toBe(total);
    }
  });
});

describe('observation is not perfect', () => {
  test('corrections take a part of the products down, each once, and nothing else departs from the truth', () => {
    const products = groupBy(ofKind(corrected.observations, 'product'), 'product_id');
    const sold = trueSales(corrected.truth, 'units', (row) => String(row['product_id']));
    const steps = growthSteps(products, 'total_sale_cnt', sold);
    const corrections = steps.filter((step) => step.seen !== step.sold);
    expect(corrections.length).toBeGreaterThan(0.3 * products.size);
    expect(new Set(corrections.map((step) => step.key)).size).toBe(corrections.length);
    expect(corrections.every((step) => step.seen < step.sold)).toBe(true);
    expect(corrections.some((step) => step.seen < 0)).toBe(true);
  });

  test('products go unseen for one to ten days, and are counted on meanwhile', () => {
    const products = groupBy(ofKind(gappy.observations, 'product'), 'product_id');
    const missed = [...products.values()].flatMap((rows) =>
      stepsOf(sightingsOf(rows, 'total_sale_cnt')).map(({ from, to }) => to.day - from.day - 1),
    );
    const gaps = missed.filter((days) => days > 0);
    expect(gaps.length).toBeGreaterThan(30);
    expect(Math.min(...gaps)).toBe(1);
    expect(Math.max(...gaps)).toBe(10);
  });

  test('without gaps and corrections a product is seen every day from its first to its last', () => {
    const perfect = readRun({ gapChance: 0, correctionChance: 0 });
    for (const rows of groupBy(ofKind(perfect.observations, 'product'), 'product_id').values()) {
      expect(stepsOf(sightingsOf(rows, 'total_sale_cnt')).every(({ from, to }) => to.day === from.day + 1)).toBe(true);
    }
  });
});

interface Run {
  readonly observations: readonly Row[];
  readonly truth: readonly Row[];
}

function readRun(options: { gapChance: number; correctionChance: number }): Run {
  const { observations, truth } = textsOf({ ...SMALL, ...options });
  return { observations: rowsOf(observations), truth: rowsOf(truth) };
}

function expectGrowth(run: Run, kind: string, field: string, truthField: string): void {
  const rows = groupBy(ofKind(run.observations, kind), `${kind}_id`);
  const steps = growthSteps(
    rows,
    field,
    trueSales(run.truth, truthField, (row) => String(row['product_id'])),
  );
  expect(steps.length).toBeGreaterThan(1_000);
  expect(steps.filter((step) => step.seen !== step.sold)).toEqual([]);
}

type SalesByDay = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** True sales by key and day, amounts in hundredths. */
function trueSales(truth: readonly Row[], field: string, keyOf: (row: Row) => string): SalesByDay {
  const sales = new Map<string, Map<number, number>>();
  for (const row of truth) {
    const byDay = sales.get(keyOf(row)) ?? new Map<number, number>();
    const value = Math.round(Number(row[field]) * (field.endsWith('_amt') ? 100 : 1));
    byDay.set(dayOf(row), (byDay.get(dayOf(row)) ?? 0) + value);
    sales.set(keyOf(row), byDay);
  }
  return sales;
}

interface GrowthStep {
  readonly key: string;
  readonly day: number;
  readonly seen: number;
  readonly sold: number;
}

function growthSteps(
  groups: ReadonlyMap<string, readonly Row[]>,
  field: string,
  sales: SalesByDay,
): readonly GrowthStep[] {
  return [...groups].flatMap(([key, rows]) =>
    stepsOf(sightingsOf(rows, field)).map(({ from, to }) => {
      let sold = 0;
      for (let day = from.day + 1; day <= to.day; day++) sold += sales.get(key)?.get(day) ?? 0;
      return { key, day: to.day, seen: to.value - from.value, sold };
    }),
  );
}

function sourceKey(row: Row): string {
  return `${row['source_id']}/${row['product_id']}`;
}

/** One row a promoted product, with what the source told of it. */
function toldByProduct(row: Row): readonly Row[] {
  const items = (row['products'] ?? []) as readonly Row[];
  const id = row['video_id'] ?? row['live_id'];
  return items.map((item) => ({ ...item, source: `${id}/${item['product_id']}`, observed_at: row['observed_at'] }));
}
