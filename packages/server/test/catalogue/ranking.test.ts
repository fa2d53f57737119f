import { describe, expect, it } from 'vitest';
import { rankings } from '../../src/catalogue/catalogue.ts';
import { code } from '../../src/catalogue/field.ts';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { rankedBy } from '../../src/catalogue/order.ts';
import { checkRows } from '../../src/catalogue/parameters.ts';
import { defineRanking } from '../../src/catalogue/ranking.ts';
import { productRanking } from '../../src/catalogue/rankings/product-ranking.ts';

describe.each(rankings)('$id', (endpoint) => {
  const ask = (differences: object) => checkRows(endpoint, { ...endpoint.example.query, ...differences });

  it('has an example that is a right question', () => {
    expect(() => ask({})).not.toThrow();
  });

  it.each([
    ['1', '2026-01-07'],
    ['2', '2026-01-05'],
    ['3', '2026-01-01'],
  ])('takes the first day of a period of kind %s', (rank_type, date) => {
    const { key } = ask({ rank_type, date });
    expect(key.filter(({ field }) => field !== 'region').map(({ value }) => value)).toEqual([date, rank_type]);
  });

  it('refuses another day, and names the right one', () => {
    expect(() => ask({ rank_type: '2', date: '2026-01-07' })).toThrow(
      'Invalid parameter: date: expected the Monday of the week, 2026-01-05, for rank_type 2, got "2026-01-07"',
    );
    expect(() => ask({ rank_type: '3', date: '2026-01-07' })).toThrow(
      'Invalid parameter: date: expected the 1st of the month, 2026-01-01, for rank_type 3, got "2026-01-07"',
    );
  });

  it('ranks by each of its fields, the largest first', () => {
    const sort = endpoint.parameters.find(({ use }) => use.as === 'sortField')?.name ?? '';
    const sorts = endpoint.sortFields.map((_, i) => ask({ [sort]: String(i + 1) }).sort);
    expect(sorts).toEqual(endpoint.sortFields.map((field) => ({ field, descending: true })));
    expect(() => ask({ [sort]: '' })).toThrow(`Missing required parameter: ${sort}`);
    expect(endpoint.grows).toEqual(expect.arrayContaining([...endpoint.sortFields]));
  });

  it('names few columns for tables, its id among them', () => {
    expect(endpoint.row.map(({ name }) => name)).toEqual(expect.arrayContaining([...endpoint.columns]));
    expect(endpoint.columns).toContain(endpoint.rowId);
  });
});

describe('a ranking', () => {
  it('is not declared with a field that nobody knows', () => {
    const row = { product_id: productList.row[0] ?? code('', ''), sparkle: code('Sparkle', 'x') };
    const declare = () =>
      defineRanking({
        ...productRanking,
        ...{
          folder: import.meta.url,
          filters: [],
          order: rankedBy('by', ['sparkle']),
          columns: ['sparkle'],
          grows: [],
        },
        ...{ row, exampleQuery: {} },
      });
    expect(declare).toThrow('product-list has no field sparkle');
  });
});
