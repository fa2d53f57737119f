import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, count, id, text } from '../../packages/server/src/catalogue/field.ts';
import { between } from '../../packages/server/src/catalogue/filter.ts';
import { market, ofId } from '../../packages/server/src/catalogue/key.ts';
import { defineList } from '../../packages/server/src/catalogue/list.ts';
import { fixedOrder, sortedBy } from '../../packages/server/src/catalogue/order.ts';
import { checkRows } from '../../packages/server/src/catalogue/parameters.ts';
import { type Row, rowsOf, store } from '../../packages/server/test/serving/rows.ts';
import { openTwoReaders, type TwoReaders, version } from './two-readers.ts';

const described = { tag: 'Tests', title: 'A list', summary: 'A list.', description: 'A list.' };

/** Products of a creator, in an order and of a score that rows do not show. */
const hidden = defineList({
  ...described,
  id: 'test-hidden',
  path: '/v1/test/hidden',
  key: [ofId('user_id', 'Creator.')],
  filters: [between('score')],
  order: fixedOrder('place', 'ascending'),
  rowId: 'product_id',
  columns: ['product_id'],
  row: { product_id: id('Product', '1'), user_id: id('Creator', '7') },
  unserved: { place: count('Place', 1), score: count('Score', 1) },
  exampleQuery: { user_id: '7' },
});

const video = {
  product_id: id('Product', '1'),
  region: code('Market', 'US'),
  user_id: id('Creator', '7'),
  video_desc: text('Text', 'x'),
  video_id: id('Video', '1'),
  views: count('Views', 1),
  sales: count('Units', 1),
};

/** The videos of a product, which may be sorted by texts and ids. */
const named = defineList({
  ...described,
  id: 'test-named',
  path: '/v1/test/named',
  key: [ofId('product_id', 'Product.')],
  order: sortedBy('sort_field', ['video_desc', 'user_id']),
  rowId: 'video_id',
  columns: ['video_id'],
  row: video,
  exampleQuery: { product_id: '1' },
});

/** A list of blocks. */
const ofProduct = defineList({
  ...described,
  id: 'test-of-product',
  path: '/v1/test/of-product',
  key: [ofId('product_id', 'Product.')],
  filters: [between('views')],
  order: sortedBy('sort_field', ['views']),
  rowId: 'video_id',
  columns: ['video_id'],
  row: video,
  exampleQuery: { product_id: '1' },
});

/** A list of columns. */
const ofMarket = defineList({
  ...described,
  id: 'test-of-market',
  path: '/v1/test/of-market',
  key: [market('region')],
  filters: [between('views')],
  order: sortedBy('sort_field', ['views']),
  rowId: 'video_id',
  columns: ['video_id'],
  row: video,
  exampleQuery: { region: 'US' },
});

/** The low half of the largest id of a creator is the smallest. */
const videos = [
  { video_id: '1', video_desc: 'b', user_id: '4294967296', views: 1, sales: 20 },
  { video_id: '2', video_desc: 'c', user_id: '5', views: 3, sales: 10 },
  { video_id: '3', video_desc: 'a', user_id: '6', views: 2, sales: 30 },
];

let readers: TwoReaders;
beforeAll(async () => {
  readers = await openTwoReaders({
    madeUp: [hidden, named, ofProduct, ofMarket],
    async fill(engine) {
      const places = [1, 2, 3].map((n) => ({ product_id: String(n), place: 10 - n, score: n }));
      await store(engine, hidden, version, rowsOf(hidden, places));
      for (const list of [named, ofProduct, ofMarket]) await store(engine, list, version, rowsOf(list, videos));
    },
  });
});
afterAll(() => readers.remove());

const idsIn = (rows: readonly Row[]) => rows.map(({ video_id }) => video_id);

describe('a list of what its rows do not show', () => {
  it('is sorted and filtered by it, and read from the engine', async () => {
    const rows = await readers.ask(hidden, { user_id: '7', min_score: '2' });
    expect(rows.map(({ product_id }) => product_id)).toEqual(['3', '2']);
    expect(readers.readerOf(hidden)).toBe('engine');
    expect(readers.leftOut(hidden)).toMatch(/do not show what it is asked for by/);
  });
});

describe('a list that may be sorted by texts and ids', () => {
  it.each([
    ['texts', { sort_field: '1', sort_type: '0' }, ['3', '1', '2']],
    ['texts, descending', { sort_field: '1' }, ['2', '1', '3']],
    ['ids', { sort_field: '2', sort_type: '0' }, ['2', '3', '1']],
  ])('is in the order of %s, read from the engine', async (_, sorted, expected) => {
    expect(idsIn(await readers.ask(named, { product_id: '1', ...sorted }))).toEqual(expected);
    expect(readers.readerOf(named)).toBe('engine');
    expect(readers.leftOut(named)).toMatch(/texts or ids sort it/);
  });
});

describe.each([
  { layout: 'blocks', list: ofProduct, query: { product_id: '1' } },
  { layout: 'columns', list: ofMarket, query: { region: 'US' } },
])('a query of a list of $layout', ({ list, query }) => {
  const checked = checkRows(list, { page_num: '1', page_size: '10', ...query });

  it('is answered by the snapshot', async () => {
    expect(idsIn(await readers.ask(list, query))).toEqual(['2', '3', '1']);
    expect(readers.readerOf(list)).toBe('snapshot');
  });

  it.each([
    ['sorted', { ...checked, sort: { field: 'sales', descending: true } }, ['3', '1', '2']],
    ['filtered', { ...checked, filters: [{ field: 'sales', test: 'atLeast', value: '15' }] as const }, ['3', '1']],
  ])('that is %s by a field that the list is not asked for by has the same rows', async (_, unlisted, expected) => {
    const [fast, plain] = await readers.answers(list, unlisted);
    expect(idsIn(JSON.parse(`[${plain}]`))).toEqual(expected);
    expect(fast).toBe(plain);
  });

  it.each([
    ['sorted', { ...checked, sort: { field: 'nowhere', descending: true } }],
    ['filtered', { ...checked, filters: [{ field: 'nowhere', test: 'equal', value: '1' }] as const }],
  ])('that is %s by a field that the list does not have is refused by both', async (_, wrong) => {
    const refused = new TypeError(`${list.id} has no field nowhere`);
    expect(await readers.answers(list, wrong)).toEqual([refused, refused]);
  });
});
