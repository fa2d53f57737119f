import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import { influencerProducts } from '../../src/catalogue/lists/influencer-products.ts';
import { productList } from '../../src/catalogue/lists/product-list.ts';
import { productVideos } from '../../src/catalogue/lists/product-videos.ts';
import { checkQuery, type RawQuery } from '../../src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import { parsed, type Row, rowsOf, store } from './rows.ts';
import { type TemporaryEngine, temporaryEngine } from './temporary-engine.ts';

let place: TemporaryEngine;
let reader: ClickHouseReader;
let version = 0;
beforeAll(async () => {
  place = await temporaryEngine();
  reader = new ClickHouseReader(place.engine);
});
beforeEach(() => {
  version++;
});
afterAll(() => place.remove());

/** Stores rows that differ as told, and returns the ids of those that filters leave, ascending. */
async function idsLeft(list: ListEndpoint, rows: readonly Row[], filters: RawQuery): Promise<readonly string[]> {
  await store(place.engine, list, version, rowsOf(list, rows));
  return idsFor(list, filters);
}

async function idsFor(list: ListEndpoint, filters: RawQuery): Promise<readonly string[]> {
  const key = Object.fromEntries(list.key.map((name) => [name, list.example.row[name]]));
  const query = checkQuery(list, { ...key, page_num: 1, page_size: 10, sort_type: 0, ...filters });
  const page = parsed(await reader.page(list, query, version));
  return page.map((row) => String(row[list.rowId])).sort();
}

describe('off_mark', () => {
  const products = [0, 1, 2, 3].map((off_mark) => ({ product_id: String(off_mark), off_mark }));

  it('0 leaves what is on sale, 1 what was taken down', async () => {
    expect(await idsLeft(productList, products, { off_mark: '0' })).toEqual(['0', '1']);
    expect(await idsFor(productList, { off_mark: '1' })).toEqual(['2', '3']);
    expect(await idsFor(productList, { off_mark: '' })).toEqual(['0', '1', '2', '3']);
  });
});

describe('keyword', () => {
  const names = [
    'Red Shoes 42',
    'SHOE rack, red oak',
    'blue shoes',
    'Áo thun đỏ',
    'เสื้อยืดสีแดง',
    '赤い靴 100%',
    '\\_"\n',
  ];
  const products = names.map((product_name, i) => ({ product_id: String(i), product_name }));

  it.each([
    ['shoe', ['0', '1', '2']],
    ['red shoe', ['0', '1']],
    ['  SHOES   RED ', ['0']],
    ['đỏ', ['3']],
    ['ĐỎ áo', ['3']],
    ['ยืด', ['4']],
    ['靴', ['5']],
    ['%', ['5']],
    ['_', ['6']],
    ['\\', ['6']],
    ['"', ['6']],
    ['green', []],
  ])('"%s" leaves the products whose names have all its words', async (keyword, expected) => {
    expect(await idsLeft(productList, products, { keyword })).toEqual(expected);
  });

  it('finds every piece of a name, as a plain search in lower case would', async () => {
    const word = fc.stringMatching(/^[a-cA-C0-2%_'é]{1,5}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), name, async (some, keyword) => {
        version++;
        const rows = some.map((product_name, i) => ({ product_id: String(i), product_name }));
        const words = keyword.toLowerCase().split(' ');
        const expected = some.flatMap((each, i) =>
          words.every((part) => each.toLowerCase().includes(part)) ? [String(i)] : [],
        );
        expect(await idsLeft(productList, rows, { keyword })).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['a\u0000b', '\ud800', 'x'.repeat(101), 'a b c d e f g h i j k'])('is refused as %j', (keyword) => {
    expect(() => checkQuery(productList, { region: 'US', page_num: 1, page_size: 1, keyword })).toThrow(
      /^Invalid parameter: keyword: expected 1 to 10 words/,
    );
  });

  it('has one form, whatever the order, the case and the blanks', () => {
    const asked = (keyword: string) => checkQuery(productList, { region: 'US', page_num: 1, page_size: 1, keyword });
    expect(asked('b  A b')).toEqual(asked('a\tB'));
  });
});

describe('videos of a product', () => {
  const videos = [
    { video_id: '1', user_id: '18446744073709551615', create_time: '1700000000' },
    { video_id: '2', user_id: '7', create_time: '1700000001' },
    { video_id: '3', user_id: '7', create_time: '1700000002' },
    { video_id: '4', user_id: '4294967303', create_time: '' },
  ];

  it.each<[RawQuery, readonly string[]]>([
    [{ min_create_time: '1700000001' }, ['2', '3']],
    [{ min_create_time: 1_700_000_001, max_create_time: 1_700_000_001 }, ['2']],
    [{ max_create_time: '1700000000' }, ['1', '4']],
    [{ user_id: '7' }, ['2', '3']],
    [{ user_id: '18446744073709551615' }, ['1']],
    [{ user_id: '7', max_create_time: '1700000001' }, ['2']],
    [{ user_id: '', min_create_time: '', max_create_time: '' }, ['1', '2', '3', '4']],
  ])('%j leave those of the creator and the time, bounds included', async (filters, expected) => {
    expect(await idsLeft(productVideos, videos, filters)).toEqual(expected);
  });
});

describe('products of a creator', () => {
  it('unique_id leaves them when it is the handle, with or without @ and in any case, and none otherwise', async () => {
    const rows = [{ product_id: '1', unique_id: 'Mara.tidies_up' }];
    expect(await idsLeft(influencerProducts, rows, { unique_id: 'mara.tidies_up' })).toEqual(['1']);
    expect(await idsFor(influencerProducts, { unique_id: '@MARA.TIDIES_UP' })).toEqual(['1']);
    expect(await idsFor(influencerProducts, { unique_id: 'mara' })).toEqual([]);
  });
});
