import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../../src/catalogue/catalogue.ts';
import { productCreators } from '../../src/catalogue/lists/product-creators.ts';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { checkQuery, type RawQuery } from '../../src/catalogue/parameters.ts';
import { ApiError } from '../../src/kernel/errors.ts';

const page = { page_num: '1', page_size: '10' };

function listQuery(filters: RawQuery = {}) {
  return checkQuery(productList, { region: 'US', ...page, ...filters });
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError && error.status === 400) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

const wholeNumber = 'a whole number from 0 to 9223372036854775807, digits only';
const decimal = 'a non-negative number without exponent, with at most 15 digits before and 6 after the decimal point';
const calendarDay = 'a calendar day as yyyyMMdd, such as 20260131';

describe('a missing parameter is named', () => {
  it.each([
    ['region', { ...page }],
    ['page_num', { region: 'US', page_size: '10' }],
    ['page_size', { region: 'US', page_num: '1' }],
    ['region', { ...page, region: '' }],
    ['region', { ...page, region: null }],
  ])('%s', (name, raw) => {
    expect(messageOf(() => checkQuery(productList, raw))).toBe(`Missing required parameter: ${name}`);
  });

  it('the key of a list first', () => {
    expect(messageOf(() => checkQuery(productCreators, {}))).toBe('Missing required parameter: product_id');
  });
});

describe('a wrong value is refused, saying what was expected and what was given', () => {
  it.each([
    ['page_num', '0', 'a whole number from 1 to 100000'],
    ['page_num', '100001', 'a whole number from 1 to 100000'],
    ['page_num', '1.5', 'a whole number from 1 to 100000'],
    ['page_size', '11', 'a whole number from 1 to 10'],
    ['page_size', '-1', 'a whole number from 1 to 10'],
    ['page_size', ' 5', 'a whole number from 1 to 10'],
    ['page_size', '5 OR 1=1', 'a whole number from 1 to 10'],
    ['sort_type', '2', 'one of 0 (ascending), 1 (descending)'],
    ['sort_type', 'desc', 'one of 0 (ascending), 1 (descending)'],
    ['is_s_shop', 'true', 'one of 0 (no), 1 (yes)'],
    ['free_shipping', '2', 'one of 0 (no), 1 (yes)'],
    ['sales_trend_flag', '3', 'one of 0 (stable), 1 (up), 2 (down)'],
    ['sales_flag', '3', 'one of 0 (neither), 1 (video), 2 (live)'],
    ['region', 'USA', 'two letters, such as US'],
    ['region', 'U1', 'two letters, such as US'],
    ['category_id', 'abc', 'an id of 1 to 20 digits, at most 18446744073709551615'],
    ['category_id', '18446744073709551616', 'an id of 1 to 20 digits, at most 18446744073709551615'],
    ['category_id', '000000000000000000001', 'an id of 1 to 20 digits, at most 18446744073709551615'],
    ['min_total_sale_cnt', '-1', wholeNumber],
    ['min_total_sale_cnt', '9223372036854775808', wholeNumber],
    ['min_total_sale_cnt', '1e3', wholeNumber],
    ['min_total_sale_cnt', '٣', wholeNumber],
    ['min_spu_avg_price', '1e3', decimal],
    ['min_spu_avg_price', 'NaN', decimal],
    ['min_spu_avg_price', 'Infinity', decimal],
    ['min_spu_avg_price', '-0.01', decimal],
    ['min_spu_avg_price', '.5', decimal],
    ['min_spu_avg_price', '1,5', decimal],
    ['min_spu_avg_price', '0.1234567', decimal],
    ['min_first_crawl_dt', '20260230', calendarDay],
    ['min_first_crawl_dt', '2026-01-31', calendarDay],
    ['max_first_crawl_dt', '00000101', calendarDay],
  ])('%s=%s', (name, given, expected) => {
    const message = `Invalid parameter: ${name}: expected ${expected}, got "${given}"`;
    expect(messageOf(() => listQuery({ [name]: given }))).toBe(message);
  });

  it('an unknown number of a sort field, with all there are', () => {
    const message = messageOf(() => listQuery({ product_sort_field: '8' }));
    expect(message).toMatch(/expected one of 1 \(total_sale_cnt\), .*7 \(total_sale_gmv_30d_amt\), got "8"$/);
  });

  it('long ones cut short, and without control characters', () => {
    expect(messageOf(() => listQuery({ region: 'x'.repeat(5000) }))).toMatch(/got "x{40}…"$/);
    expect(messageOf(() => listQuery({ region: 'a\u0000\n\u001b[31m' }))).toMatch(/got "a��\ufffd\[31m"$/u);
    expect(messageOf(() => listQuery({ region: '\ud800' }))).toMatch(/got "�"$/u);
  });

  it('a number that has lost digits', () => {
    const raw = { product_id: 2 ** 60, ...page };
    expect(messageOf(() => checkQuery(productCreators, raw))).toContain(
      'got the number 1152921504606847000: send it as a string, it may have lost digits',
    );
  });

  it.each([{}, true, Number.NaN])('a value that is neither text nor number: %s', (value) => {
    expect(messageOf(() => listQuery({ region: value }))).toMatch(/^Invalid parameter: region: /);
  });
});

describe('a repeated parameter', () => {
  it('is refused when the endpoint knows it', () => {
    const message = 'Repeated parameter: page_num: expected once, got 2 times';
    expect(messageOf(() => listQuery({ page_num: ['1', '1'] }))).toBe(message);
  });

  it('is ignored when it does not', () => {
    expect(listQuery({ utm_source: ['a', 'b'] })).toEqual(listQuery());
  });
});

describe('a range', () => {
  it.each([
    ['total_sale_cnt', '10', '9'],
    ['spu_avg_price', '0.3', '0.299999'],
    ['first_crawl_dt', '20260201', '20260131'],
    ['total_views_cnt', '9223372036854775807', '9223372036854775806'],
  ])('of %s from %s to %s is refused, naming both ends', (name, min, max) => {
    const expected = `expected at most max_${name}, which is "${max}", got "${min}"`;
    const work = () => listQuery({ [`min_${name}`]: min, [`max_${name}`]: max });
    expect(messageOf(work)).toBe(`Invalid parameter: min_${name}: ${expected}`);
  });

  it('of one value is right, however it is written', () => {
    const { filters } = listQuery({ min_spu_avg_price: '1.50', max_spu_avg_price: '01.5' });
    expect(filters).toEqual([
      { field: 'spu_avg_price', test: 'atLeast', value: '1.5' },
      { field: 'spu_avg_price', test: 'atMost', value: '1.5' },
    ]);
  });
});

describe('a query has one normal form', () => {
  it('with defaults: the first sort field, descending', () => {
    expect(listQuery()).toEqual({
      key: [{ field: 'region', test: 'equal', value: 'US' }],
      filters: [],
      sort: { field: 'total_sale_cnt', descending: true },
      pageNum: 1,
      pageSize: 10,
    });
  });

  it.each<[string, RawQuery]>([
    ['regions in lower case', { region: 'us' }],
    ['empty values', { sort_type: '', category_id: '', min_total_sale_cnt: '' }],
    ['unknown parameters', { page: '9', __proto__: 'x', constructor: 'y' }],
    ['numbers as numbers', { page_num: 1, page_size: 10, sort_type: 1 }],
    ['leading zeros', { page_num: '0001', page_size: '010' }],
    [
      'whole numbers with a point',
      { page_num: '1.0', page_size: '10.00', sort_type: '1.0', product_sort_field: '1.0' },
    ],
  ])('whatever is given of %s', (_, raw) => {
    expect(listQuery(raw)).toEqual(listQuery());
  });

  it('whatever the order of the parameters', () => {
    const entries = Object.entries({
      region: 'US',
      sales_flag: '1',
      category_id: '7',
      min_total_sale_cnt: '3',
      ...page,
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(checkQuery(productList, Object.fromEntries(shuffled))).toEqual(
          checkQuery(productList, Object.fromEntries(entries)),
        );
      }),
    );
  });
});

describe('a whole number written with a point', () => {
  it.each<[string, string, string]>([
    ['min_total_sale_cnt', '100.0', '100'],
    ['max_total_sale_cnt', '0.000', '0'],
    ['min_first_crawl_dt', '20260131.0', '20260131'],
    ['sales_flag', '2.0', '2'],
  ])('is taken: %s=%s', (name, given, value) => {
    expect(listQuery({ [name]: given }).filters[0]?.value).toBe(value);
  });

  it.each(['1.', '.0', '1.0e0', '-1.0', '1.01', '1.0.0'])('is not taken for one as %s', (given) => {
    expect(messageOf(() => listQuery({ min_total_sale_cnt: given }))).toContain(`got "${given}"`);
  });

  it('stays an error in an id', () => {
    expect(messageOf(() => listQuery({ category_id: '600001.0' }))).toContain('expected an id');
  });
});

describe('no input', () => {
  const nearValues = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '1',
      '10',
      '00',
      '-1',
      '+1',
      '1e9',
      '1.5',
      '.',
      'US',
      'us',
      '20260131',
      '20269999',
      'null',
    ),
    fc.bigInt({ min: 0n, max: 2n ** 70n }).map(String),
    fc.double().map(String),
    fc.string({ unit: 'binary' }),
  );
  const anyValue = fc.oneof({ weight: 5, arbitrary: nearValues }, { weight: 1, arbitrary: fc.anything() });

  it.each(lists)('of $id gives anything but a checked query or a 400', (endpoint) => {
    const names = fc.oneof(fc.constantFrom(...endpoint.parameters.map(({ name }) => name)), fc.string());
    const whole = fc.constant({ ...endpoint.example.query });
    const raw = fc.tuple(whole, fc.dictionary(names, anyValue)).map(([right, wild]) => ({ ...right, ...wild }));
    fc.assert(
      fc.property(raw, (query) => {
        try {
          const checked = checkQuery(endpoint, query);
          expect(checked.pageNum * checked.pageSize).toBeGreaterThan(0);
          for (const { test, value } of [...checked.key, ...checked.filters])
            expect(value).toMatch(
              test === 'equal' || test.startsWith('at')
                ? /^([A-Z]{2}|\d{1,20}(\.\d{1,6})?)$/
                : /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u,
            );
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
          expect(error).toMatchObject({ status: 400 });
        }
      }),
      // Words and phrases keep their blanks.
      { numRuns: 2000, examples: [[{ ...endpoint.example.query, influencer_language: '! !', words: 'b  a' }]] },
    );
  });
});
