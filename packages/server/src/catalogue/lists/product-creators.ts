import { creatorFields, creatorTotals } from '../creator-fields.ts';
import { amount, code, contractRow, count, currency, id, text, uniqueId } from '../field.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { sureFields } from '../sure-fields.ts';

export const productCreators = defineList({
  id: 'product-creators',
  path: '/v1/tiktok/product/creators/analytics',
  tag: 'Products',
  title: 'Creators of a product',
  summary: 'List the creators who promote a product, with their audience and their sales of it.',
  description:
    'Returns the creators with a video or live that promotes the product. `per_product_…` fields cover this product only and are ' +
    'estimates; the other totals cover everything the creator posts.',
  rowId: 'user_id',
  columns: [
    'user_id',
    'unique_id',
    'nick_name',
    'per_product_ifl_sale_cnt',
    'per_product_ifl_gmv_amt',
    'currency',
    'total_followers_cnt',
  ],
  key: [ofId('product_id', 'ID of the product.')],
  order: sortedBy('product_influencer_sort_field', [
    'total_followers_cnt',
    'total_digg_cnt',
    'per_product_ifl_sale_cnt',
    'per_product_ifl_gmv_amt',
    'total_post_video_cnt',
    'total_views_cnt',
    'total_live_views_cnt',
  ]),
  row: contractRow(
    {
      product_id: id('Product', '1729400000000000001'),
      user_id: id('Creator', '7100000000000000001'),
      ...creatorFields,
      category: text('Content category of the creator, as given by the source', 'Home & Living'),
      region: code('Home market of the creator, two letters; empty when unknown', 'US'),
      per_product_ifl_sale_cnt: count('Units of the product sold through the creator', 70, { estimated: true }),
      per_product_ifl_gmv_amt: amount('GMV of the product sold through the creator', 1049.3, { estimated: true }),
      ...creatorTotals,
      total_post_video_cnt: count('Videos posted by the creator', 264),
      total_live_cnt: count('Lives hosted by the creator', 12),
      total_views_cnt: count('Views of the creator’s videos', 6120000),
      total_live_views_cnt: count('Viewers of the creator’s lives', 20480),
    },
    { unique_id: uniqueId, currency },
  ),
  onRequest: sureFields({ per_product_ifl_sale_cnt: 70 }),
  exampleQuery: { product_id: '1729400000000000001' },
});
