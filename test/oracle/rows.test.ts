import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import { plainObservations } from './arbitraryObservations.ts';
import { oracle } from './oracle.ts';
import { rowsOfList } from './rows-of-list.ts';
import { creator, live, only, product, video } from './sightings.ts';

/** Of kinds on which no number depends. */
const plainRecords = Object.values(plainObservations).flatMap((of) => fc.sample(of({ products: 1 }), 1));

describe('rows (section 8)', () => {
  const tables = oracle([
    product('2026-03-01', { seller_id: '5' }),
    video('2026-03-01'),
    live('2026-03-01'),
    ...plainRecords,
  ]);

  it.each(lists)('of $id have every field and no other', (list) => {
    const names = [...list.row, ...list.onRequest].map(({ name }) => name);
    const [row] = rowsOfList(tables, list);
    if (row === undefined) throw new Error(`the observations above make no row of ${list.id}: add what its key needs`);
    expect(Object.keys(row).toSorted(), 'test/oracle/productRow.ts or rows.ts').toEqual(names.toSorted());
  });

  it('of a product known from a link are there, with nothing seen', () => {
    const { products, productVideos, shopVideos } = oracle([video('2026-03-01')]);
    const nothing = {
      region: '',
      currency: '',
      seller_id: '0',
      category_id: '0',
      cover_url: '',
      first_crawl_dt: 0,
      spu_avg_price: 0,
    };
    expect(only(products)).toMatchObject({ product_id: '100', total_video_cnt: 1, ...nothing });
    expect(only(productVideos)).toMatchObject({ create_time: '', width: '', duration: 0, unique_id: '', currency: '' });
    expect(shopVideos).toEqual([]);
  });

  it('show the creator and the region of their own kind', () => {
    const { productCreators, productVideos, creatorProducts } = oracle([
      product('2026-03-01', { region: 'US' }),
      video('2026-03-01', { region: 'ID', width: 576, create_time: 1628504241 }),
      live('2026-03-01', { live_id: '3' }),
      creator('2026-03-01', { unique_id: 'ana', region: 'MY', category: 'Beauty', total_live_cnt: 4 }),
    ]);
    expect(only(productCreators)).toMatchObject({
      unique_id: 'ana',
      region: 'MY',
      category: 'Beauty',
      total_live_cnt: 4,
    });
    expect(only(productVideos)).toMatchObject({
      unique_id: 'ana',
      region: 'ID',
      width: '576',
      create_time: '1628504241',
    });
    expect(only(creatorProducts)).toMatchObject({ unique_id: 'ana', total_video_cnt: 1, total_live_cnt: 1 });
  });

  it('belong to the current creator and the current seller', () => {
    const { productCreators, shopVideos } = oracle([
      product('2026-03-01', { seller_id: '5' }),
      product('2026-03-02', { seller_id: '6' }),
      video('2026-03-01', { user_id: '7' }),
      video('2026-03-02', { user_id: '8' }),
    ]);
    expect(only(productCreators)).toMatchObject({ user_id: '8' });
    expect(only(shopVideos)).toMatchObject({ seller_id: '6', user_id: '8' });
  });

  it('serve JSON as compact text, covers by index', () => {
    const cover_url = '[{"url": "b", "index": 1}, {"url": "a\\u0001", "index": 0}, {"url": "c", "index": 1}]';
    const row = only(oracle([product('2026-03-01', { cover_url, desc_detail: { text: 'a\tb' } })]).products);
    expect(row).toMatchObject({
      cover_url: '[{"url":"a\\u0001","index":0},{"url":"b","index":1},{"url":"c","index":1}]',
      desc_detail: '{"text":"a\\tb"}',
    });
  });
});
