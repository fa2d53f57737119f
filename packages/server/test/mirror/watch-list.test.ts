import { expect, it } from 'vitest';
import { readWatchList, watchedInWords } from '../../src/mirror/watch-list.ts';

function read(document: unknown) {
  return readWatchList(typeof document === 'string' ? document : JSON.stringify(document), 'watch.json');
}

it('follows the row of each ID, as many rows of its lists as are wanted, and product lists', () => {
  const watched = read({
    products: ['11', { id: '12', videos: 20, creators: 0 }],
    shops: [{ id: '21', products: 100 }],
    creators: ['31'],
    videos: ['41'],
    lists: [{ rows: 30, query: { region: 'US', product_sort_field: 5 } }],
  });
  expect(watched.map((each) => [watchedInWords(each), each.rowsMax])).toEqual([
    ['product 11', 1],
    ['product 12', 1],
    ['videos of product 12', 20],
    ['shop 21', 1],
    ['products of shop 21', 100],
    ['creator 31', 1],
    ['video 41', 1],
    ['product list region=US&product_sort_field=5', 30],
  ]);
});

it('follows what is named twice once, with the most rows', () => {
  const watched = read({ products: ['11', { id: '11', videos: 10 }, { id: '11', videos: 30 }] });
  expect(watched.map(({ rowsMax }) => rowsMax)).toEqual([1, 30]);
});

it.each([
  ['{', 'watch.json: expected JSON'],
  [[], 'watch.json: expected an object with products, shops, creators, videos, lists, got []'],
  [{}, 'watch.json: expected at least one of products, shops'],
  [{ product: ['1'] }, 'got the member "product"'],
  [{ products: '11' }, 'watch.json: products: expected an array, got "11"'],
  [{ products: [11] }, 'watch.json: products[0]: expected an ID, or an object with id, videos, creators, got 11'],
  [{ products: [{ id: 11 }] }, 'watch.json: products[0].id: expected an ID of 1 to 20 digits, as text, got 11'],
  [{ products: ['a'] }, 'watch.json: products[0].id: expected an ID of 1 to 20 digits, as text, got "a"'],
  [{ products: [{ id: '1', videos: 0.5 }] }, 'watch.json: products[0].videos: expected a whole number from 0'],
  [
    { lists: [{ query: { region: 'US' } }] },
    'watch.json: lists[0].rows: expected a whole number from 1 to 100000, got nothing',
  ],
  [{ lists: [{ rows: 10, query: {} }] }, 'watch.json: lists[0].query: expected an object with at least region'],
  [{ lists: [{ rows: 10, query: { region: 'US', page_num: 2 } }] }, 'expected a query without page_num and page_size'],
])('says of %j where it is wrong, what was expected and what was given', (document, message) => {
  expect(() => read(document)).toThrow(message);
});
