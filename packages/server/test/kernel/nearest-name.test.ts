import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestName } from '../../src/kernel/nearest-name.ts';

const known = ['product_id', 'total_sale_cnt', 'total_sale_gmv_amt', 'total_video_cnt', 'region', 'off_mark'];

describe('a misspelt name is met with the known name that was meant', () => {
  test.each([
    ['total_sale_cnt', 'total_sale_cnt'],
    ['totl_sale_cnt', 'total_sale_cnt'],
    ['total_sales_cnt', 'total_sale_cnt'],
    ['totalSaleCnt', 'total_sale_cnt'],
    ['Total Sale Cnt', 'total_sale_cnt'],
    ['productid', 'product_id'],
    ['regoin', 'region'],
    ['regnoi', undefined],
    ['total_slae_cnt', 'total_sale_cnt'],
    ['regio', 'region'],
    ['offmark', 'off_mark'],
    ['crawler', undefined],
    ['', undefined],
    ['x', undefined],
  ])('%s: %s', (given, expected) => {
    expect(nearestName(given, known)).toBe(expected);
  });

  test('whatever is given, the answer is a known name or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        expect([...known, undefined]).toContain(nearestName(given, known));
      }),
    );
  });
});
