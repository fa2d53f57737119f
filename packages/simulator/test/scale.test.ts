import { describe, expect, test } from 'vitest';
import { groupBy, observationsOf, ofKind, type Row } from './reading.ts';

const PRODUCTS = 400;
const DAYS = 90;
const rows = observationsOf({ products: PRODUCTS, days: DAYS, seed: 2, endDate: '2026-08-31' });
const videos = ofKind(rows, 'video');
const links = videos
  .filter((row) => row['create_time'] !== undefined)
  .flatMap((row) => ((row['products'] ?? []) as readonly Row[]).map((item) => String(item['product_id'])));

describe('the run has the proportions of a marketplace', () => {
  test.each([
    ['observations a product and day', ofKind(rows, 'product').length / (PRODUCTS * DAYS), 0.94, 1],
    ['videos a product', groupBy(videos, 'video_id').size / PRODUCTS, 4.7, 5],
    ['observations a video', videos.length / (PRODUCTS * 5), 24, 30],
    ['links a video', links.length / (PRODUCTS * 5), 0.95, 1.1],
    ['creators a product', groupBy(ofKind(rows, 'creator'), 'user_id').size / PRODUCTS, 0.23, 0.27],
    ['shops a product', groupBy(ofKind(rows, 'shop'), 'seller_id').size / PRODUCTS, 0.115, 0.135],
    ['lives a product', groupBy(ofKind(rows, 'live'), 'live_id').size / PRODUCTS, 0.09, 0.11],
    ['rates a day', ofKind(rows, 'fx').length / DAYS, 6, 6],
  ])('%s', (_, ratio, min, max) => {
    expect(ratio).toBeGreaterThanOrEqual(min);
    expect(ratio).toBeLessThanOrEqual(max);
  });

  test('a few products have very many videos, and some have none', () => {
    const counts = groupBy(
      links.map((product) => ({ product })),
      'product',
    );
    const largest = Math.max(...[...counts.values()].map((group) => group.length));
    expect(largest).toBeGreaterThan(20 * (links.length / PRODUCTS));
    expect(counts.size).toBeLessThan(PRODUCTS);
  });

  test('a tenth of the products sells more than half of all units', () => {
    const groups = [...groupBy(ofKind(rows, 'product'), 'product_id').values()];
    const sold = groups.map((group) => Number(group.at(-1)?.['total_sale_cnt']) - Number(group[0]?.['total_sale_cnt']));
    const ranked = sold.toSorted((a, b) => b - a);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(sum(ranked.slice(0, PRODUCTS / 10))).toBeGreaterThan(0.5 * sum(ranked));
  });

  test('products are born and end during the run', () => {
    const groups = [...groupBy(ofKind(rows, 'product'), 'product_id').values()];
    expect(groups.some((group) => String(group[0]?.['observed_at']) > '2026-06-20')).toBe(true);
    expect(groups.some((group) => String(group.at(-1)?.['observed_at']) < '2026-08-15')).toBe(true);
  });

  test('some videos promote products nobody observed', () => {
    const observed = groupBy(ofKind(rows, 'product'), 'product_id');
    expect(links.some((product) => !observed.has(product))).toBe(true);
  });

  test('some lives are seen twice on their day', () => {
    const lives = [...groupBy(ofKind(rows, 'live'), 'live_id').values()];
    expect(lives.some((group) => group.length === 2)).toBe(true);
  });
});
