import { defineEndpoint } from '../endpoint.ts';
import { amount, count, currency, id, json, row, text, uniqueId } from '../field.ts';
import { handleFilter, idFilter, keyId } from '../parameter.ts';

export const influencerProducts = defineEndpoint({
  id: 'influencer-products',
  path: '/v1/tiktok/influencer/products/analytics',
  tool: 'influencer_products_analytics',
  tag: 'Creators',
  title: 'Products of a creator',
  summary: 'List the products a creator promotes, with their total sales and the sales through this creator.',
  description:
    'Returns the products promoted by a video or live of the creator. `total_sale_…` fields cover the whole product; ' +
    '`total_video_…` and `total_live_…` fields cover this creator only, and their sales are estimates.',
  priceCredits: 1,
  table: 'serving_creator_product',
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
  parameters: [
    keyId('user_id', 'ID of the creator.'),
    idFilter('category_id', 'Only products of this first-level category.'),
    handleFilter('unique_id', 'Only if the creator has this handle, with or without @. Case-insensitive.'),
  ],
  sort: {
    parameter: 'influencer_product_sort_field',
    fields: [
      'total_sale_cnt',
      'total_sale_gmv_amt',
      'spu_avg_price',
      'total_video_sale_cnt',
      'total_video_sale_gmv_amt',
    ],
  },
  row: row(
    [
      id('user_id', 'Creator'),
      id('product_id', 'Product'),
      id('category_id', 'First-level category of the product; "0" when unset'),
      text('product_name', 'Title of the product'),
      json('cover_url', 'JSON array of {url, index}, sorted by index'),
      amount('spu_avg_price', 'Average SKU price'),
      count('total_sale_cnt', 'Total units of the product sold, across all channels'),
      amount('total_sale_gmv_amt', 'Total GMV of the product, across all channels', 3),
      count('total_video_cnt', 'Videos of the creator that promote the product', 8),
      count('total_video_sale_cnt', 'Units sold through these videos (estimated)'),
      amount('total_video_sale_gmv_amt', 'GMV sold through these videos (estimated)'),
      count('total_live_cnt', 'Lives of the creator that promote the product', 8),
      count('total_live_sale_cnt', 'Units sold through these lives (estimated)'),
      amount('total_live_sale_gmv_amt', 'GMV sold through these lives (estimated)'),
    ],
    [uniqueId, currency],
  ),
  example: {
    query: { user_id: '7100000000000000001', page_num: '1', page_size: '10' },
    row: {
      category_id: '600001',
      cover_url: '[{"url":"https://images.example/products/1729400000000000001_0.jpg","index":0}]',
      product_id: '1729400000000000001',
      product_name: 'Drawer organiser, set of ten',
      spu_avg_price: 14.99,
      total_live_cnt: 1,
      total_live_sale_cnt: 18,
      total_live_sale_gmv_amt: 269.82,
      total_sale_cnt: 20480,
      total_sale_gmv_amt: 306995.2,
      total_video_cnt: 3,
      total_video_sale_cnt: 52,
      total_video_sale_gmv_amt: 779.48,
      user_id: '7100000000000000001',
      unique_id: 'maratidiesup',
      currency: 'USD',
    },
  },
});
