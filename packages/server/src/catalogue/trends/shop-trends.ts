import { contractRow } from '../field.ts';
import { shopList, shopRow } from '../lists/shop-list.ts';
import { defineTrend } from '../trend.ts';

export const shopTrends = defineTrend({
  id: 'shop-trends',
  path: '/v1/tiktok/shop/trends/analytics',
  tag: 'Shops',
  title: 'Shop trends',
  summary: 'Get the units, GMV, products and promotion of a shop day by day.',
  description:
    'Returns a row for every day of the range on which the shop is known, the oldest first, also for days without sales. ' +
    'Running totals are those at the end of the day, and agree with the shop list on the last day. They are of the products ' +
    'that are the shop’s now, and `total_crawl_product_cnt` counts those that are on sale now, from the day they were first ' +
    'observed. Days before the first observation and after the last one have no rows.',
  of: shopList,
  since: 'first_crawl_dt',
  folder: import.meta.url,
  columns: ['dt', 'seller_id', 'total_sale_1d_cnt', 'total_sale_gmv_1d_amt', 'currency', 'total_product_cnt'],
  row: contractRow(
    {
      seller_id: shopRow.seller_id,
      user_id: shopRow.user_id,
      total_product_cnt: { ...shopRow.total_product_cnt, section: 11 },
      total_crawl_product_cnt: { ...shopRow.total_crawl_product_cnt, section: 11 },
      total_sale_cnt: { ...shopRow.total_sale_cnt, section: 11 },
      total_sale_1d_cnt: shopRow.total_sale_1d_cnt,
      total_sale_gmv_amt: { ...shopRow.total_sale_gmv_amt, section: 11 },
      total_sale_gmv_1d_amt: shopRow.total_sale_gmv_1d_amt,
      total_video_cnt: { ...shopRow.total_video_cnt, section: 11 },
      total_live_cnt: { ...shopRow.total_live_cnt, section: 11 },
      total_video_ifl_cnt: { ...shopRow.total_video_ifl_cnt, section: 11 },
      total_live_ifl_cnt: { ...shopRow.total_live_ifl_cnt, section: 11 },
    },
    {
      unique_id: shopRow.unique_id,
      total_ifl_cnt: { ...shopRow.total_ifl_cnt, section: 11 },
      currency: shopRow.currency,
    },
  ),
  hasCurrencies: true,
  grows: [
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'total_product_cnt',
    'total_crawl_product_cnt',
    'total_video_cnt',
    'total_live_cnt',
    'total_ifl_cnt',
    'total_video_ifl_cnt',
    'total_live_ifl_cnt',
  ],
  exampleQuery: { seller_id: '7490000000000000001' },
});
