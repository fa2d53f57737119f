import { contractRow } from '../field.ts';
import { productList, productRow } from '../lists/product-list.ts';
import { defineTrend } from '../trend.ts';

export const productTrends = defineTrend({
  id: 'product-trends',
  path: '/v1/tiktok/product/trends/analytics',
  tag: 'Products',
  title: 'Product trends',
  summary: 'Get the units, GMV, price and promotion of a product day by day.',
  description:
    'Returns a row for every day of the range on which the product is known, the oldest first, also for days without sales. ' +
    'Running totals are those at the end of the day, and agree with the product list on the last day. Days before the ' +
    'first observation and after the last one have no rows.',
  of: productList,
  since: 'first_crawl_dt',
  folder: import.meta.url,
  columns: ['dt', 'product_id', 'total_sale_1d_cnt', 'total_sale_gmv_1d_amt', 'currency', 'spu_avg_price'],
  row: contractRow(
    {
      product_id: productRow.product_id,
      spu_avg_price: { ...productRow.spu_avg_price, section: 11 },
      total_sale_cnt: { ...productRow.total_sale_cnt, section: 11 },
      total_sale_1d_cnt: productRow.total_sale_1d_cnt,
      total_sale_gmv_amt: { ...productRow.total_sale_gmv_amt, section: 11 },
      total_sale_gmv_1d_amt: productRow.total_sale_gmv_1d_amt,
      total_ifl_cnt: { ...productRow.total_ifl_cnt, section: 11 },
      total_video_cnt: { ...productRow.total_video_cnt, section: 11 },
      total_live_cnt: { ...productRow.total_live_cnt, section: 11 },
    },
    { currency: productRow.currency },
  ),
  grows: [
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'spu_avg_price',
    'total_ifl_cnt',
    'total_video_cnt',
    'total_live_cnt',
  ],
  exampleQuery: { product_id: '1729400000000000001' },
});
