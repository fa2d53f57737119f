import type { Row } from '../ingest-fixture.ts';

const variants = [
  {
    sku_id: '1729400000000000721',
    real_price: { currency_name: 'USD', currency_symbol: '$', sale_price_decimal: '23.3', currency: 'USD' },
  },
];

/** A row of a product list: the day, its totals and their windows. */
export function productRow(changed: Row = {}): Row {
  return {
    product_id: '1729400000000000001',
    product_name: 'Hair brush',
    region: 'US',
    seller_id: '7494800000000000001',
    category_id: '601450',
    cover_url: '[{"url":"https://example.com/1.jpeg","index":0}]',
    desc_detail: '[]',
    first_crawl_dt: 20260103,
    last_crawl_dt: 20260811,
    free_shipping: 1,
    min_price: 23.3,
    max_price: 23.3,
    spu_avg_price: 23.3,
    product_commission_rate: 10,
    product_rating: 4.9,
    review_count: 128,
    sales_flag: 1,
    skus: JSON.stringify(variants),
    total_ifl_cnt: 342,
    total_video_cnt: 1,
    total_sale_cnt: 943_075,
    total_sale_1d_cnt: 160,
    total_sale_7d_cnt: 1_120,
    total_sale_15d_cnt: 2_400,
    total_sale_30d_cnt: 5_000,
    total_sale_60d_cnt: 9_000,
    total_sale_90d_cnt: 13_500,
    total_sale_gmv_amt: 9_604_137.31,
    total_sale_gmv_1d_amt: 3_728,
    total_sale_gmv_7d_amt: 26_096,
    total_sale_gmv_15d_amt: 55_920,
    total_sale_gmv_30d_amt: 116_500.5,
    total_sale_gmv_60d_amt: 209_700,
    total_sale_gmv_90d_amt: 314_550.25,
    ...changed,
  };
}

/** A row of a product's videos. */
export function videoRow(changed: Row = {}): Row {
  return {
    video_id: '7470500000000000001',
    user_id: '6530900000000000001',
    product_id: '1729400000000000001',
    region: 'US',
    create_time: '1786300000',
    duration: 31,
    total_views_cnt: 98_400,
    total_digg_cnt: 1_200,
    total_video_sale_cnt: 25,
    total_video_sale_gmv_amt: 612.5,
    sales_flag: 1,
    ...changed,
  };
}

/** A response of the API, as it is saved. */
export function envelope(data: unknown, changed: Row = {}): string {
  return JSON.stringify({ code: 0, message: 'success', data, requestId: 'r', ...changed }, undefined, 2);
}
