import { describe, expect, it } from 'vitest';
import { type DetailDeclaration, defineDetail } from '../../src/catalogue/detail.ts';
import { influencerDetail } from '../../src/catalogue/details/influencer-detail.ts';
import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import { code, count, date, id } from '../../src/catalogue/field.ts';
import { type Key, market, ofDate, ofId } from '../../src/catalogue/key.ts';
import { defineList } from '../../src/catalogue/list.ts';
import { fixedOrder } from '../../src/catalogue/order.ts';
import { checkRows } from '../../src/catalogue/parameters.ts';
import { productDetail } from './product-detail.ts';

const described = { id: 'test', path: '/v1/test', tag: 'Tests', title: 'A', summary: 'A.', description: 'A.' };

function listOf(rowId: 'product_id' | 'dt', ...key: readonly Key[]): ListEndpoint {
  return defineList({
    ...described,
    key,
    order: fixedOrder('units', 'descending'),
    rowId,
    columns: [rowId],
    row: {
      product_id: id('Product', '1'),
      seller_id: id('Shop', '1'),
      region: code('Market', 'US'),
      dt: date('Day', '2026-01-31'),
      units: count('Units', 3),
    },
    exampleQuery: {},
  });
}

function detailOf(of: ListEndpoint, differences: Partial<DetailDeclaration> = {}) {
  return defineDetail({ ...described, of, ids: 'product_ids', idsMax: 3, ...differences });
}

const [region, seller, day] = [market('region'), ofId('seller_id', 'Shop.'), ofDate('dt', 'Day.')];

describe('a detail that takes handles too', () => {
  const ask = (query: Readonly<Record<string, string>>) => checkRows(influencerDetail, query);

  it('takes either or both, ids first', () => {
    expect(ask({ unique_ids: '@Ann, bob.b,ANN' })).toMatchObject({
      ids: [],
      handles: { field: 'unique_id', values: ['ann', 'bob.b'] },
      pageSize: 2,
    });
    expect(ask({ user_ids: '7', unique_ids: 'ann' })).toMatchObject({ ids: ['7'], pageSize: 2 });
    expect(ask({ user_ids: '7' })).not.toHaveProperty('handles');
  });

  it.each([
    ['neither', {}, 'Missing required parameter: user_ids or unique_ids'],
    ['more than ten together', { user_ids: '1,2,3,4,5,6', unique_ids: 'a,b,c,d,e' }, /at most 10 together.*got 11/],
    ['what is no handle', { unique_ids: 'ann,b c' }, /unique_ids: expected 1 to 10 comma-separated handles/],
  ])('refuses %s', (_, query, said) => {
    expect(() => ask(query as Readonly<Record<string, string>>)).toThrow(said);
  });
});

describe('a detail', () => {
  it('has the rows of its list, and an example that is a right question', () => {
    const { of, row, rowId, example } = productDetail;
    expect([row, rowId]).toEqual([of.row, of.rowId]);
    expect(checkRows(productDetail, example.query)).toMatchObject({ ids: [example.row[rowId]], pageSize: 1 });
  });

  it.each([
    ['are told apart by something else than an id', listOf('dt', region)],
    ['are those of an id: another may have the same row id', listOf('product_id', seller)],
    ['are those of a day: another has the same row id', listOf('product_id', region, day)],
  ])('is refused of a list whose rows %s', (_, list) => {
    expect(() => detailOf(list)).toThrow(new TypeError(`test has no row for each ${list.rowId}`));
  });

  it.each([0, -1, 1.5, Number.NaN])('is refused for %s ids at most', (idsMax) => {
    const message = `product_ids of test: expected a whole number of ids from 1, got ${idsMax}`;
    expect(() => detailOf(listOf('product_id', region), { idsMax })).toThrow(new TypeError(message));
  });
});
