import { defineEndpoint } from '../endpoint.ts';
import { amount, count, currency, id, row, text, uniqueId } from '../field.ts';
import { keyId } from '../parameter.ts';

export const productCreators = defineEndpoint({
  id: 'product-creators',
  path: '/v1/tiktok/product/creators/analytics',
  tool: 'product_creators_analytics',
  tag: 'Products',
  title: 'Creators of a product',
  summary: 'Who promotes a product, how large they are, and what each of them sold of it.',
  description:
    'Creators with a video or live that promotes the product. `per_product_…` fields are about this product and are ' +
    'estimates; the other totals are the creator’s own, whatever they promote.',
  priceCredits: 1,
  table: 'serving_product_creator',
  rowId: 'user_id',
  parameters: [keyId('product_id', 'The product whose creators are asked for.')],
  sort: {
    parameter: 'product_influencer_sort_field',
    fields: [
      'total_followers_cnt',
      'total_digg_cnt',
      'per_product_ifl_sale_cnt',
      'per_product_ifl_gmv_amt',
      'total_post_video_cnt',
      'total_views_cnt',
      'total_live_views_cnt',
    ],
  },
  row: row(
    [
      id('product_id', 'Product'),
      id('user_id', 'Creator'),
      text('nick_name', 'Display name of the creator'),
      text('avatar', 'URL of the profile picture'),
      text('category', 'What the creator posts about, as the source words it'),
      text('region', 'Home market of the creator, two letters; empty when unknown'),
      count('per_product_ifl_sale_cnt', 'Units of the product sold through the creator (estimated)'),
      amount('per_product_ifl_gmv_amt', 'GMV of the product sold through the creator (estimated)'),
      count('total_followers_cnt', 'Followers of the creator'),
      count('total_following_cnt', 'Accounts the creator follows'),
      count('total_digg_cnt', 'Likes the creator received'),
      count('total_post_video_cnt', 'Videos the creator posted'),
      count('total_live_cnt', 'Lives the creator held'),
      count('total_views_cnt', 'Views of the creator’s videos'),
      count('total_live_views_cnt', 'Viewers of the creator’s lives'),
    ],
    [uniqueId, currency],
  ),
  example: {
    query: { product_id: '1729400000000000001', page_num: '1', page_size: '10' },
    row: {
      avatar: 'https://images.example/creators/7100000000000000001.jpg',
      category: 'Home & Living',
      nick_name: 'Mara tidies up',
      per_product_ifl_gmv_amt: 1049.3,
      per_product_ifl_sale_cnt: 70,
      product_id: '1729400000000000001',
      region: 'US',
      total_digg_cnt: 812400,
      total_followers_cnt: 45210,
      total_following_cnt: 318,
      total_live_cnt: 12,
      total_live_views_cnt: 20480,
      total_post_video_cnt: 264,
      total_views_cnt: 6120000,
      user_id: '7100000000000000001',
      unique_id: 'maratidiesup',
      currency: 'USD',
    },
  },
});
