import { describe, expect, test } from 'vitest';
import { amount, highestPrice, lowestPrice } from '../../../../src/ingest/sources/readers/amounts.ts';
import { currency, currencyOfSales } from '../../../../src/ingest/sources/readers/currencies.ts';
import type { FieldSource } from '../../../../src/ingest/sources/readers/reader.ts';
import { read, unread } from './read.ts';

const [named, beside] = currency([], []) as [FieldSource, FieldSource];

describe('amounts', () => {
  test.each([
    ['12.97', undefined, 12.97],
    ['$61.79K', undefined, [61_790, 10]],
    ['$1,234.50', undefined, 1234.5],
    ['$1,200+', undefined, [1200, 100]],
    ['Rp199.000', undefined, 199_000],
    ['Rp 1.299.000', undefined, 1_299_000],
    ['199.000₫', undefined, 199_000],
    ['199.000', 'VND', 199_000],
    ['199.000', 'USD', 199],
    ['199.000', undefined, 'currency'],
    ['1.234,50 €', undefined, 1234.5],
    ['12,50', 'EUR', 12.5],
    [17.6, undefined, 17.6],
    [{ value: '12.97', currency: 'USD' }, undefined, 12.97],
    [{ value: '12.97', currency: 'EUR' }, 'USD', unread],
    ['null', undefined, undefined],
    ['NT$1,299', undefined, 1299],
    ['COP$ 9.990', undefined, 9990],
    ['$9.990', 'CLP', 9990],
    ['$9.990', 'USD', 9.99],
    ['¥1.299', 'JPY', 1299],
    ['Rp.199.000', undefined, 199_000],
    ['12 345,67 zł', undefined, 12_345.67],
    ['USD 12', 'USD', 12],
    ['€30', 'USD', unread],
    ['$308', 'EUR', unread],
    ['CA$9', 'AUD', unread],
    ['$9', 'AUD', 9],
    ['RMB 99', 'CNY', 99],
    ['¥99', 'CNY', 99],
    ['XY$5', undefined, unread],
    ['$5 off', undefined, unread],
    ['5%', undefined, unread],
    ['(10.00)', undefined, unread],
    ['($5)', undefined, unread],
    ['-$5', undefined, unread],
    ['$-5', undefined, unread],
    ['5-', undefined, unread],
    [-1, undefined, unread],
    ['free', undefined, unread],
  ])('%j in %s is %j', (value, inCurrency, expected) =>
    expect(read(amount(), value, { currency: inCurrency })).toEqual(expected),
  );

  test.each([
    ['$8.00 - 12.80', 8, 12.8],
    ['18.00 - 24.50', 18, 24.5],
    ['127-128', 127, 128],
    ['Rp199.000 - Rp299.000', 199_000, 299_000],
    ['$17.6', 17.6, 17.6],
    [28.99, 28.99, 28.99],
    ['8.00 - 12.80 €', 8, 12.8],
    ['$900 - 1.2K', 900, 1200],
    [[19.9, 12.9], 12.9, 19.9],
    ['12.80-8.00', unread, unread],
    ['1-2-3', unread, unread],
    ['-5 - 10', unread, unread],
    ['-', undefined, undefined],
  ])('the prices of %j are %j to %j', (value, lowest, highest) => {
    expect([read(lowestPrice(), value), read(highestPrice(), value)]).toEqual([lowest, highest]);
  });

  test('a range of two currencies is none', () => {
    expect(read(highestPrice(), '€8 - $12', { currency: 'EUR' })).toBe(unread);
  });

  test('under a heading of another currency they are not read', () => {
    const under = (headed: readonly string[]) => read(amount(), 30, { currency: 'THB', headed });
    expect([under(['THB']), under(['USD', 'MXN']), under([])]).toEqual([30, unread, unread]);
    expect(read(amount(), '$30', { currency: 'THB', headed: ['THB'] })).toBe(unread);
  });
});

describe('currencies', () => {
  test.each([
    ['USD', 'USD'],
    ['usd ', 'USD'],
    ['RMB', 'RMB'],
    ['Rp', 'IDR'],
    ['CNY ¥', 'CNY'],
    ['dollar', unread],
    ['kr', unread],
    ['Rupiah', unread],
    ['XYZ', unread],
    [7, unread],
    ['-', undefined],
  ])('a column that says %j says %s', (value, expected) => expect(read(named, value)).toBe(expected));

  test.each([
    ['$61.79K', 'USD'],
    ['Rp199.000', 'IDR'],
    ['M$127', 'MXN'],
    ['MX$127', 'MXN'],
    ['NT$1', 'TWD'],
    ['HK$1', 'HKD'],
    ['NZ$1', 'NZD'],
    ['AU$1', 'AUD'],
    ['A$1', 'AUD'],
    ['CA$9', 'CAD'],
    ['C$9', 'CAD'],
    ['S$9', 'SGD'],
    ['SG$9', 'SGD'],
    ['R$9', 'BRL'],
    ['US$9', 'USD'],
    ['US $9', 'USD'],
    ['COP$ 9.990', 'COP'],
    ['$ 9.990 CLP', 'CLP'],
    ['RM9', 'MYR'],
    ['RMB 9', 'RMB'],
    ['￥9', 'currency'],
    ['¥9', 'currency'],
    ['8 - 12 €', 'EUR'],
    ['XY$9', undefined],
    ['EUR$9', undefined],
    ['12.97', undefined],
    [{ value: 1, currency: 'THB' }, 'THB'],
  ])('%j names %s', (value, expected) => expect(read(beside, value)).toBe(expected));

  test.each([
    ['$9', { local: 'MXN' }, 'MXN'],
    ['$9', { local: 'SGD' }, 'SGD'],
    ['$9', { told: { currency: 'AUD' } }, 'AUD'],
    ['$9', { local: 'THB' }, 'USD'],
    ['US$9', { local: 'MXN' }, 'USD'],
    ['¥9', { local: 'JPY' }, 'JPY'],
    ['¥9', { told: { currency: 'CNY' } }, 'CNY'],
  ] as const)('%j, with %j, is %s', (value, known, expected) => expect(read(beside, value, known)).toBe(expected));

  test('the sign of a sale says nothing better than the marketplace does', () => {
    const [, sign] = currencyOfSales([], []) as [FieldSource, FieldSource];
    expect([read(sign, '€30', { local: 'USD' }), read(sign, '€30')]).toEqual(['USD', 'EUR']);
  });
});
