import { amount, contractRow, count, currency, flag, id, json, text, uniqueId } from '../field.ts';
import { equals, handle } from '../filter.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { sureFields } from '../sure-fields.ts';

export const influencerProducts = defineList({
  id: 'influencer-products',
  path: '/v1/tiktok/influencer/products/analytics',
  tag: 'Creators',
  title: 'Products of a creator',
  summary: 'List the products a creator promotes, with their total sales and the sales through this creator.',
  description:
    'Returns the products promoted by a video or live of the creator. `total_sale_…` fields cover the whole product; ' +
    '`total_video_…` and `total_live_…` fields cover this creator only, and their sales are estimates.',
  rowId: 'product_id',
  columns: [
    'product_id',
    'product_name',
    'total_video_sale_cnt',
    'total_live_sale_cnt',
    'total_video_sale_gmv_amt',
    'currency',
    'total_sale_cnt',
    'spu_avg_price',
  ],
  key: [ofId('user_id', 'ID of the creator.')],
  filters: [
    equals('category_id', 'Only products of this first-level category.'),
    handle('unique_id', 'Only if the creator has this handle, with or without @. Case-insensitive.'),
  ],
  order: sortedBy('influencer_product_sort_field', [
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'spu_avg_price',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
  ]),
  row: contractRow(
    {
      user_id: id('Creator', '7100000000000000001'),
      product_id: id('Product', '1729400000000000001'),
      category_id: id('First-level category of the product; "0" when unset', '600001'),
      product_name: text('Title of the product', 'Drawer organiser, set of ten'),
      cover_url: json(
        'JSON array of {url, index}, sorted by index',
        '[{"url":"https://images.example/products/1729400000000000001_0.jpg","index":0}]',
      ),
      spu_avg_price: amount('Average SKU price', 14.99),
      total_sale_cnt: count('Total units of the product sold, across all channels', 20480),
      total_sale_gmv_amt: amount('Total GMV of the product, across all channels', 306995.2, { section: 3 }),
      total_video_cnt: count('Videos of the creator that promote the product', 3, { section: 8 }),
      total_video_sale_cnt: count('Units sold through these videos', 52, { estimated: true }),
      total_video_sale_gmv_amt: amount('GMV sold through these videos', 779.48, { estimated: true }),
      total_live_cnt: count('Lives of the creator that promote the product', 1, { section: 8 }),
      total_live_sale_cnt: count('Units sold through these lives', 18, { estimated: true }),
      total_live_sale_gmv_amt: amount('GMV sold through these lives', 269.82, { estimated: true }),
    },
    { unique_id: uniqueId, currency },
  ),
  unserved: {
    sold_cnt: count('Units sold through the creator', 70, { estimated: true }),
    sold_gmv_amt: amount('GMV sold through the creator', 1049.3, { estimated: true }),
    video_sold_30d_cnt: count('Units sold through these videos in the last 30 days', 12, { estimated: true }),
    video_sold_gmv_30d_amt: amount('GMV sold through these videos in the last 30 days', 179.88, { estimated: true }),
    live_sold_30d_cnt: count('Units sold through these lives in the last 30 days', 4, { estimated: true }),
    live_sold_gmv_30d_amt: amount('GMV sold through these lives in the last 30 days', 59.96, { estimated: true }),
    is_new_30d: flag('1: the first of these videos and lives is of the last 30 days', 1),
    is_new_in_videos_30d: flag('1: the first of these videos is of the last 30 days', 1),
  },
  onRequest: sureFields({ total_video_sale_cnt: 52, total_live_sale_cnt: 18 }),
  exampleQuery: { user_id: '7100000000000000001' },
});
