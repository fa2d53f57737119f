import { REGION_CODES, type SimulationOptions, simulate, simulatedCategories } from '@vitrine/simulator';
import { describe, expect, test } from 'vitest';
import { observationsOf, ofKind, SMALL } from './reading.ts';

describe('options out of range are refused before anything is made', () => {
  test.each<[string, Partial<SimulationOptions>, string]>([
    ['no products', { products: 0 }, 'products: expected 1 to 20000000, got 0'],
    ['half a day', { days: 1.5 }, 'days: expected a whole number, got 1.5'],
    ['a seed that is no number', { seed: Number.NaN }, 'seed: expected a whole number, got NaN'],
    [
      'a date that does not exist',
      { endDate: '2026-02-30' },
      'endDate: expected a date as YYYY-MM-DD, got "2026-02-30"',
    ],
    ['a region nobody knows', { regions: ['US', 'XX'] }, 'got "XX"'],
    ['a region twice', { regions: ['US', 'US'] }, 'expected each code once'],
    ['no region', { regions: [] }, 'expected at least one region code'],
    ['a chance above 1', { gapChance: 2 }, 'gapChance: expected 0 to 1, got 2'],
    ['a slice past the end', { toDay: 40 }, 'toDay: expected 0 to 39, got 40'],
    ['a slice that ends before it begins', { fromDay: 9, toDay: 8 }, 'toDay: expected 9 to 39, got 8'],
  ])('%s', (_, wrong, message) => {
    expect(() => simulate({ ...SMALL, ...wrong })).toThrow(message);
  });
});

describe('options are heeded', () => {
  test('only the regions asked for, each with its currency', () => {
    const rows = observationsOf({ ...SMALL, days: 3, regions: ['VN', 'GB'] });
    const pairs = new Set(ofKind(rows, 'product').map((row) => `${row['region']} ${row['currency']}`));
    expect(pairs).toEqual(new Set(['VN VND', 'GB GBP']));
    expect(ofKind(rows, 'fx').length).toBe(2 * 3);
  });

  test('all known regions by default', () => {
    const regions = new Set(ofKind(observationsOf({ ...SMALL, days: 1 }), 'product').map((row) => row['region']));
    expect(regions).toEqual(new Set(REGION_CODES));
  });

  test('no videos where none are wanted', () => {
    expect(ofKind(observationsOf({ ...SMALL, videosPerProduct: 0 }), 'video')).toEqual([]);
  });

  test('a single product on a single day is a run', () => {
    const kinds = observationsOf({ products: 1, days: 1, seed: 4, endDate: '2024-02-29', gapChance: 0 }).map(
      (row) => row['kind'],
    );
    expect(kinds).toContain('fx');
    expect(kinds).toContain('product');
  });
});

test('every category of a product is in the tree, below its parent', () => {
  const tree = new Map(simulatedCategories().map((category) => [category.id, category]));
  const detailed = ofKind(observationsOf({ ...SMALL, days: 1 }), 'product').filter(
    (row) => row['category_id'] !== undefined,
  );
  for (const row of detailed) {
    expect(tree.get(String(row['category_id']))?.parentId).toBe('0');
    expect(tree.get(String(row['category_l2_id']))?.parentId).toBe(row['category_id']);
    const third = String(row['category_l3_id']);
    expect(third === '0' || tree.get(third)?.parentId === row['category_l2_id']).toBe(true);
  }
});
