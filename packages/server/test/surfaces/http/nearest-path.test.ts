import { expect, it } from 'vitest';
import { nearestPath } from '../../../src/surfaces/http/nearest-path.ts';

const known = new Set(['/v1/tiktok/product/list/analytics', '/docs']);

it.each([
  ['/v1/tiktok/product/list', '/v1/tiktok/product/list/analytics'],
  ['/v1/tiktok/product/list///', '/v1/tiktok/product/list/analytics'],
  ['/dosc', '/docs'],
  ['/nothing/of/that', undefined],
])('%s: %s', (given, meant) => {
  expect(nearestPath(given, known)).toBe(meant);
});

it('what nobody types is not compared, however it would match', () => {
  const slashes = '/'.repeat(15_000);
  expect(nearestPath(`/v1/tiktok/product/list${slashes}`, known)).toBeUndefined();
  expect(nearestPath(`${slashes}x`, known)).toBeUndefined();
});
