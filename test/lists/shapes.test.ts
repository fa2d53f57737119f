import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, count, date, digits, flag, id, text } from '../../packages/server/src/catalogue/field.ts';
import { period } from '../../packages/server/src/catalogue/filter.ts';
import { market, ofChoice, ofDate, ofId, ofIds, orHandle } from '../../packages/server/src/catalogue/key.ts';
import { defineList } from '../../packages/server/src/catalogue/list.ts';
import { productList } from '../../packages/server/src/catalogue/lists/product-list.ts';
import { fixedOrder, sortedBy } from '../../packages/server/src/catalogue/order.ts';
import { labelled } from '../../packages/server/src/catalogue/parameter.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { productDetail } from '../../packages/server/test/catalogue/product-detail.ts';
import { type Row, rowsOf, store } from '../../packages/server/test/serving/rows.ts';
import { insertSql } from '../../scripts/lists/publish-sql.ts';
import { openTwoReaders, type TwoReaders, version } from './two-readers.ts';

const described = { tag: 'Tests', title: 'A list', summary: 'A list.', description: 'A list.' };

/** A row a day of a product. */
const trends = defineList({
  ...described,
  id: 'test-trends',
  path: '/v1/test/trends',
  key: [ofId('product_id', 'Product.')],
  filters: [period('dt', 'start_date', 'end_date', 180)],
  order: fixedOrder('dt', 'ascending'),
  rowId: 'dt',
  columns: ['dt', 'total_sale_cnt'],
  row: { product_id: id('Product', '1'), dt: date('Day', '2026-01-31'), total_sale_cnt: count('Units', 3) },
  exampleQuery: { product_id: '1', start_date: '2026-01-01', end_date: '2026-01-31' },
});

/** The products of a market on a day. */
const ranking = defineList({
  ...described,
  id: 'test-ranking',
  path: '/v1/test/ranking',
  key: [market('region'), ofDate('dt', 'Day.')],
  order: sortedBy('rank_field', ['total_sale_cnt', 'total_ifl_cnt']),
  rowId: 'product_id',
  columns: ['product_id', 'total_sale_cnt'],
  row: {
    dt: date('Day', '2026-01-31'),
    product_id: id('Product', '1'),
    region: code('Market', 'US'),
    total_ifl_cnt: count('Creators', 4),
    total_sale_cnt: count('Units', 3),
  },
  exampleQuery: { region: 'US', dt: '2026-01-31' },
});

/** The same where rows do not say of which period they are. */
const periods = defineList({
  ...described,
  id: 'test-periods',
  path: '/v1/test/periods',
  key: [ofDate('date', 'First day.'), ofChoice('rank_type', labelled('day', 'week'), 'Length.')],
  order: fixedOrder('total_sale_cnt', 'descending'),
  rowId: 'product_id',
  columns: ['product_id', 'total_sale_cnt'],
  row: { product_id: id('Product', '1'), total_sale_cnt: count('Units', 3) },
  unserved: { date: date('First day', '2026-01-31'), rank_type: flag('0 day, 1 week', 0) },
  exampleQuery: { date: '2026-01-31', rank_type: '0' },
});

/** The videos of a creator, who is known by an id or a handle. */
const creatorVideos = defineList({
  ...described,
  id: 'test-creator-videos',
  path: '/v1/test/creator-videos',
  key: [orHandle(ofId('user_id', 'Creator.'), 'unique_id', 'Handle of the creator.')],
  order: sortedBy('video_sort_field', ['total_views_cnt']),
  rowId: 'video_id',
  columns: ['video_id', 'total_views_cnt'],
  row: {
    create_time: digits('Time', '1'),
    total_views_cnt: count('Views', 3),
    unique_id: text('Handle', 'Ana'),
    user_id: id('Creator', '7'),
    video_id: id('Video', '1'),
  },
  exampleQuery: { unique_id: 'ana' },
});

/** The products of several videos. */
const soldInVideos = defineList({
  ...described,
  id: 'test-video-products',
  path: '/v1/test/video-products',
  key: [ofIds('video_ids', 'video_id', 3)],
  order: fixedOrder('total_sale_cnt', 'descending'),
  rowId: 'product_id',
  columns: ['video_id', 'product_id', 'total_sale_cnt'],
  row: { video_id: id('Video', '1'), product_id: id('Product', '1'), total_sale_cnt: count('Units', 3) },
  exampleQuery: { video_ids: '1,2' },
});

let readers: TwoReaders;
beforeAll(async () => {
  readers = await openTwoReaders({
    madeUp: [trends, ranking, periods, creatorVideos, soldInVideos],
    shipped: [productList],
    fill,
  });
});
afterAll(() => readers.remove());

const ask: TwoReaders['ask'] = (...question) => readers.ask(...question);

async function fill(engine: Engine): Promise<void> {
  await store(engine, trends, version, rowsOf(trends, days('2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02')));
  await store(engine, trends, version, rowsOf(trends, [{ product_id: '2', dt: '2026-01-31', total_sale_cnt: 9 }]));
  await store(engine, ranking, version, rowsOf(ranking, rankedRows()));
  await engine.command(
    insertSql(periods, {
      select: `SELECT toDate('2026-01-31') - number % 2 AS date, intDiv(number, 2) % 2 AS rank_type, 100 + number AS product_id, number AS total_sale_cnt FROM numbers(8)`,
    }),
    { version },
  );
  await store(engine, creatorVideos, version, rowsOf(creatorVideos, videos()));
  await store(engine, soldInVideos, version, rowsOf(soldInVideos, soldRows()));
  await store(engine, productList, version, rowsOf(productList, productRows()));
}

function days(...dates: readonly string[]): readonly Row[] {
  return dates.map((dt, i) => ({ dt, total_sale_cnt: i }));
}

function rankedRows(): readonly Row[] {
  const keys = ['US', 'VN'].flatMap((region) => ['2026-01-30', '2026-01-31'].map((dt) => ({ region, dt })));
  return keys.flatMap((key, k) =>
    [1, 2, 3].map((n) => ({ ...key, product_id: String(10 * (k + 1) + n), total_sale_cnt: (n * 7) % 5 })),
  );
}

function videos(): readonly Row[] {
  return [1, 2, 3].map((n) => ({
    video_id: String(n),
    user_id: n < 3 ? '7' : '8',
    unique_id: n < 3 ? 'Ana' : 'Bo',
    total_views_cnt: n,
  }));
}

/** Product 7 is in all videos. */
function soldRows(): readonly Row[] {
  return ['1', '2', '3'].flatMap((video_id) =>
    ['7', '8', video_id].map((product_id, i) => ({ video_id, product_id, total_sale_cnt: i + Number(video_id) })),
  );
}

function productRows(): readonly Row[] {
  return ['3', '18446744073709551615', '5'].map((product_id, i) => ({ product_id, region: i === 1 ? 'VN' : 'US' }));
}

const refusal = (message: RegExp) => expect.objectContaining({ message: expect.stringMatching(message) });

describe('a list of a period', () => {
  const asked = (start_date: string, end_date: string) => ask(trends, { product_id: '1', start_date, end_date });

  it('has the days of the period, in its order', async () => {
    expect((await asked('2026-01-31', '2026-02-01')).map(({ dt }) => dt)).toEqual(['2026-01-31', '2026-02-01']);
    expect((await asked('2025-12-01', '2026-03-01')).map(({ total_sale_cnt }) => total_sale_cnt)).toEqual([0, 1, 2, 3]);
  });

  it('refuses a period that ends before it begins, is too long, or names no day', async () => {
    await expect(asked('2026-02-01', '2026-01-31')).rejects.toEqual(refusal(/start_date.*at most end_date/));
    await expect(asked('2026-01-01', '2026-06-30')).rejects.toEqual(
      refusal(/start_date.*at most 179 days before end_date/),
    );
    await expect(asked('2026-02-29', '2026-03-01')).rejects.toEqual(refusal(/start_date.*calendar day as yyyy-MM-dd/));
    await expect(ask(trends, { product_id: '1', start_date: '2026-01-01' })).rejects.toEqual(
      refusal(/Missing.*end_date/),
    );
  });
});

describe('a list with a key of two fields', () => {
  it('has the rows of both, and is in the snapshot', async () => {
    const rows = await ask(ranking, { region: 'vn', dt: '2026-01-30' });
    expect(rows.map(({ product_id }) => product_id)).toEqual(['32', '31', '33']);
    expect(await ask(ranking, { region: 'VN', dt: '2026-02-01' })).toEqual([]);
    expect(readers.readerOf(ranking)).toBe('snapshot');
  });

  it('may have a key that its rows do not show, and is read from the engine then', async () => {
    const rows = await ask(periods, { date: '2026-01-30', rank_type: '1' });
    expect(rows).toEqual([
      { product_id: '107', total_sale_cnt: 7 },
      { product_id: '103', total_sale_cnt: 3 },
    ]);
    expect(readers.readerOf(periods)).toBe('engine');
  });
});

describe('a list with one of two keys', () => {
  it('is found by either, a handle in any case and with or without @', async () => {
    const byId = await ask(creatorVideos, { user_id: '7' });
    expect(byId.map(({ video_id }) => video_id)).toEqual(['2', '1']);
    expect(await ask(creatorVideos, { unique_id: '@ANA' })).toEqual(byId);
    expect(await ask(creatorVideos, { unique_id: 'bo', user_id: '7' })).toEqual([]);
  });

  it('refuses neither', async () => {
    await expect(ask(creatorVideos, {})).rejects.toEqual(refusal(/user_id or unique_id/));
  });
});

describe('a detail', () => {
  it('has the rows of its ids in their order, without those that are unknown', async () => {
    const rows = await ask(productDetail, { product_ids: '5, 18446744073709551615,4' });
    expect(rows.map(({ product_id }) => product_id)).toEqual(['5', '18446744073709551615']);
  });
});

describe('a list of several ids', () => {
  const asked = async (video_ids: string, page_num = '1', page_size = '10') =>
    (await ask(soldInVideos, { video_ids, page_num, page_size })).map(
      ({ video_id, product_id }) => `${video_id}/${product_id}`,
    );

  it('has the rows of one after those of the other, in the order asked for', async () => {
    expect(await asked('3,1')).toEqual(['3/3', '3/8', '3/7', '1/1', '1/8', '1/7']);
    expect(await asked('1,3')).toEqual(['1/1', '1/8', '1/7', '3/3', '3/8', '3/7']);
    expect(await asked('2')).toEqual(['2/2', '2/8', '2/7']);
  });

  it('has pages that begin and end within one of them', async () => {
    expect(await asked('3,1,2', '1', '4')).toEqual(['3/3', '3/8', '3/7', '1/1']);
    expect(await asked('3,1,2', '2', '4')).toEqual(['1/8', '1/7', '2/2', '2/8']);
    expect(await asked('3,1,2', '3', '4')).toEqual(['2/7']);
    expect(await asked('3,1,2', '4', '4')).toEqual([]);
  });

  it('has none of unknown ids, each once, and refuses too many', async () => {
    expect(await asked('9,2,2')).toEqual(['2/2', '2/8', '2/7']);
    expect(await asked('9,10')).toEqual([]);
    await expect(asked('1,2,3,4')).rejects.toEqual(refusal(/video_ids.*1 to 3/));
  });
});
