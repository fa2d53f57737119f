import { describe, expect, test } from 'vitest';
import { count } from '../../../../src/ingest/sources/readers/counts.ts';
import { seconds } from '../../../../src/ingest/sources/readers/durations.ts';
import { fraction, fractionOf } from '../../../../src/ingest/sources/readers/fractions.ts';
import { read, unread } from './read.ts';

describe('counts', () => {
  test.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['1 234', 1234],
    ['3324.0', 3324],
    ['501', 501],
    [12, 12],
    ['4.6K', [4600, 100]],
    ['4,6K', [4600, 100]],
    ['61.79K', [61_790, 10]],
    ['1.2M', [1_200_000, 100_000]],
    ['12K', [12_000, 1000]],
    ['1.2万', [12_000, 1000]],
    ['5,4 rb', [5400, 100]],
    ['1.2K+ sold', [1200, 100]],
    ['100+', [100, 100]],
    ['100+ sold', [100, 100]],
    ['100 + sold', [100, 100]],
    ['1,000+', [1000, 1000]],
    ['150+', [150, 10]],
    ['10K+', [10_000, 10_000]],
    ['1.28万+', [12_800, 100]],
    ['5+', [5, 10]],
    ['0+', [0, 10]],
    ['+100', 100],
    ['-', undefined],
    ['N/A', undefined],
    ['', undefined],
    ['.5K', [500, 100]],
    ['4,6 mil vendidos', [4600, 100]],
    ['5 ribu', [5000, 1000]],
    ['5 ribu terjual', [5000, 1000]],
    ['3 lakh', [300_000, 100_000]],
    ['3만', [30_000, 10_000]],
    ['3만개 판매', [30_000, 10_000]],
    ['5 тыс', [5000, 1000]],
    ['5 тыс. шт.', [5000, 1000]],
    ['2 млн', [2_000_000, 1_000_000]],
    ['2 tys.', [2000, 1000]],
    ['1,2 triệu', [1_200_000, 100_000]],
    ['1.2万件已售', [12_000, 1000]],
    ['Đã bán 1,2k', [1200, 100]],
    ['2 million', [2_000_000, 1_000_000]],
    ['12 345', 12_345],
    ['1,23,456', 123_456],
    ['2.3k sold this week', unread],
    ['5 dozen', unread],
    ['5 мешков', unread],
    ['12 34', unread],
    ['12 months', unread],
    ['$501', unread],
    ['5%', unread],
    ['7-9', unread],
    [-1, unread],
    ['-1', unread],
    ['−3', unread],
    ['(5)', unread],
    ['-2044530623', unread],
    ['1.5', unread],
    ['many', unread],
    [true, unread],
  ])('%j is %j', (value, expected) => expect(read(count(), value)).toEqual(expected));
});

describe('shares', () => {
  test.each([
    ['15%', 0.15],
    ['14 %', 0.14],
    ['1.610986%', 0.01610986],
    [0.13, 0.13],
    [10, 0.1],
    ['15', 0.15],
    [0, 0],
    ['-', undefined],
    [1, unread],
    [-0.1, unread],
    ['-5%', unread],
    ['a lot', unread],
  ])('%j is %j', (value, expected) => expect(read(fraction(), value)).toEqual(expected));

  test('1500 basis points and 15 percent are 0.15', () => {
    expect([read(fractionOf('basisPoints')(), 1500), read(fractionOf('percent')(), 15)]).toEqual([0.15, 0.15]);
    expect(read(fractionOf('percent')(), 1)).toBe(0.01);
  });
});

describe('durations', () => {
  test.each([
    ['1m 32s', 92],
    ['2h41m', 9660],
    ['00:01:32', 92],
    ['92', 92],
    [31, 31],
    ['-', undefined],
    [-1, unread],
    ['a while', unread],
  ])('%j is %j seconds', (value, expected) => expect(read(seconds(), value)).toEqual(expected));
});
