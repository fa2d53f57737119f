import { amount, contractRow, count } from '../field.ts';
import { equals, oneOf } from '../filter.ts';
import { productList, productRow } from '../lists/product-list.ts';
import { rankedBy } from '../order.ts';
import { labelled } from '../parameter.ts';
import { defineRanking } from '../ranking.ts';

const section = 12;

export const productRanking = defineRanking({
  id: 'product-ranking',
  path: '/v1/tiktok/product/ranking/analytics',
  tag: 'Products',
  title: 'Product ranking',
  summary: 'Rank the products of a market by units or new creators of a day, week or month.',
  description:
    'Returns the products that grew in the period, those that grew most first. Counts and GMV are growth in the period; all else ' +
    'is as in the product list. Every day, week and month since the first observation can be asked for; one that is not over has ' +
    'the growth so far.',
  of: productList,
  folder: import.meta.url,
  filters: [
    equals('category_id', 'Only products of this first-level category.'),
    equals('category_l2_id', 'Only products of this second-level category.'),
    equals('category_l3_id', 'Only products of this third-level category.'),
    oneOf('from_flag', labelled('unknown', 'local', 'cross-border'), 'Only products sold from here.'),
  ],
  order: rankedBy('product_rank_field', ['total_sale_cnt', 'total_ifl_cnt']),
  columns: [
    'product_id',
    'product_name',
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'currency',
    'spu_avg_price',
    'total_ifl_cnt',
    'total_video_cnt',
  ],
  grows: ['total_sale_cnt', 'total_sale_gmv_amt', 'total_ifl_cnt', 'total_video_cnt', 'total_live_cnt'],
  row: contractRow(
    {
      product_id: productRow.product_id,
      region: productRow.region,
      product_name: productRow.product_name,
      category_id: productRow.category_id,
      category_l2_id: productRow.category_l2_id,
      category_l3_id: productRow.category_l3_id,
      min_price: productRow.min_price,
      max_price: productRow.max_price,
      spu_avg_price: productRow.spu_avg_price,
      product_commission_rate: productRow.product_commission_rate,
      total_sale_cnt: count('Units sold in the period', 810, { section }),
      total_sale_gmv_amt: amount('GMV of the period', 12_141.9, { section }),
      total_ifl_cnt: count('Creators whose first video or live of the product is of the period', 12, { section }),
      total_video_cnt: count('Videos of the period that promote the product', 17, { section }),
      total_live_cnt: count('Lives of the period that promote the product', 4, { section }),
    },
    { from_flag: productRow.from_flag, currency: productRow.currency },
  ),
  exampleQuery: { region: 'US', product_rank_field: '1' },
});
