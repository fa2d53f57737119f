import { describe, expect, it } from 'vitest';
import { oracle } from './oracle.ts';
import { creator, live, only, product, video } from './sightings.ts';
import { WINDOWS } from './windows.ts';

const words = (text: string) => text.trim().split(/\s+/);

const WINDOWED = words(`total_ifl_live_#d_cnt total_ifl_video_#d_cnt total_live_#d_cnt total_live_sale_#d_cnt
  total_live_sale_gmv_#d_amt total_sale_#d_cnt total_sale_gmv_#d_amt total_video_#d_cnt total_video_sale_#d_cnt
  total_video_sale_gmv_#d_amt total_views_#d_cnt`);

const FIELDS = {
  products: [
    ...words(`category_id category_l2_id category_l3_id cover_url desc_detail discount first_crawl_dt free_shipping
      is_s_shop max_price min_price off_mark product_commission_rate product_id product_name product_rating region
      review_count sale_props sales_flag sales_trend_flag seller_id skus spu_avg_price total_ifl_cnt total_live_cnt
      total_live_sale_cnt total_live_sale_gmv_amt total_sale_cnt total_sale_gmv_amt total_video_cnt
      total_video_sale_cnt total_video_sale_gmv_amt total_views_cnt currency`),
    ...WINDOWED.flatMap((name) => WINDOWS.map((days) => name.replace('#', String(days)))),
  ],
  productCreators: words(`avatar category nick_name per_product_ifl_gmv_amt per_product_ifl_sale_cnt product_id region
    total_digg_cnt total_followers_cnt total_following_cnt total_live_cnt total_live_views_cnt total_post_video_cnt
    total_views_cnt user_id unique_id currency`),
  productVideos: words(`create_time data_size duration hash_tag height play_addr product_id ratio reflow_cover region
    total_comments_cnt total_digg_cnt total_favorites_cnt total_shares_cnt total_video_sale_cnt
    total_video_sale_gmv_amt total_views_cnt user_id video_desc video_id width unique_id currency`),
  creatorProducts: words(`category_id cover_url product_id product_name spu_avg_price total_live_cnt
    total_live_sale_cnt total_live_sale_gmv_amt total_sale_cnt total_sale_gmv_amt total_video_cnt total_video_sale_cnt
    total_video_sale_gmv_amt user_id unique_id currency`),
  shopVideos: words(`avatar create_time nick_name reflow_cover region seller_id total_comments_cnt total_digg_cnt
    total_shares_cnt total_video_sale_cnt total_video_sale_gmv_amt total_views_cnt user_id video_desc video_id
    unique_id currency`),
};

describe('rows (section 8)', () => {
  const tables = oracle([product('2026-03-01', { seller_id: '5' }), video('2026-03-01')]);

  it.each(Object.keys(FIELDS) as (keyof typeof FIELDS)[])('of %s have every field and no other', (table) => {
    expect(Object.keys(only(tables[table])).sort()).toEqual(FIELDS[table].toSorted());
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
