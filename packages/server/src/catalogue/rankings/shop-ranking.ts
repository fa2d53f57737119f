import { amount, contractRow, count } from '../field.ts';
import { equals, oneOf } from '../filter.ts';
import { shopList, shopRow } from '../lists/shop-list.ts';
import { rankedBy } from '../order.ts';
import { labelled } from '../parameter.ts';
import { defineRanking } from '../ranking.ts';

const section = 12;

export const shopRanking = defineRanking({
  id: 'shop-ranking',
  path: '/v1/tiktok/shop/ranking/analytics',
  tag: 'Shops',
  title: 'Shop ranking',
  summary: 'Rank the shops of a market by units or new creators of a day, week or month.',
  description:
    'Returns the shops that grew in the period, those that grew most first. Counts and GMV are growth in the period; all else is ' +
    'as in the shop list. Every day, week and month since the first observation can be asked for; one that is not over has the ' +
    'growth so far.',
  of: shopList,
  folder: import.meta.url,
  filters: [
    equals('category_id', 'Only shops with this first-level category.'),
    equals('category_l2_id', 'Only shops with this second-level category.'),
    equals('category_l3_id', 'Only shops with this third-level category.'),
    oneOf('from_flag', labelled('unknown', 'local', 'cross-border'), 'Only local or only cross-border shops.'),
  ],
  order: rankedBy('seller_rank_field', ['total_sale_cnt', 'total_ifl_cnt']),
  columns: [
    'seller_id',
    'seller_name',
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'currency',
    'total_ifl_cnt',
    'total_video_cnt',
    'rating',
  ],
  grows: [
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'total_product_cnt',
    'total_ifl_cnt',
    'total_video_cnt',
    'total_live_cnt',
  ],
  row: contractRow(
    {
      seller_id: shopRow.seller_id,
      seller_name: shopRow.seller_name,
      user_id: shopRow.user_id,
      region: shopRow.region,
      cover_url: shopRow.cover_url,
      rating: shopRow.rating,
      from_flag: shopRow.from_flag,
      category_id: shopRow.category_id,
      category_l2_id: shopRow.category_l2_id,
      category_l3_id: shopRow.category_l3_id,
      most_product_category_list: shopRow.most_product_category_list,
      total_sale_cnt: count('Units sold in the period', 2603, { section }),
      total_sale_gmv_amt: amount('GMV of the period', 37_184.73, { section }),
      total_product_cnt: count('Products first observed in the period', 1, { section }),
      total_ifl_cnt: count('Creators whose first video or live of its products is of the period', 41, { section }),
      total_video_cnt: count('Videos of the period that promote its products', 83, { section }),
      total_live_cnt: count('Lives of the period that promote its products', 9, { section }),
    },
    { unique_id: shopRow.unique_id, currency: shopRow.currency },
  ),
  exampleQuery: { region: 'US', seller_rank_field: '1' },
});
