import { creatorFields, creatorTotals } from '../creator-fields.ts';
import { amount, code, contractRow, count, currency, id, text } from '../field.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';

export const shopCreators = defineList({
  id: 'shop-creators',
  path: '/v1/tiktok/shop/creators/analytics',
  tag: 'Shops',
  title: 'Creators of a shop',
  summary: 'List the creators who promote products of a shop, with their audience and their sales for it.',
  description:
    'Returns the creators with a video or live that promotes at least one product of the shop. `total_sale_…` fields are the ' +
    'sales of the shop’s products through the creator, not all sales of the creator, and are estimates.',
  rowId: 'user_id',
  columns: [
    'user_id',
    'unique_id',
    'nick_name',
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'currency',
    'total_followers_cnt',
  ],
  key: [ofId('seller_id', 'ID of the shop.')],
  order: sortedBy('seller_influencer_sort_field', ['total_followers_cnt', 'total_sale_cnt', 'total_sale_gmv_amt']),
  row: contractRow(
    {
      ...creatorFields,
      ...creatorTotals,
      seller_id: id('Shop', '7490000000000000001'),
      user_id: id('Creator', '7100000000000000001'),
      unique_id: text('Handle of the creator, as in the profile URL; empty when unknown', 'maratidiesup'),
      region: code('Home market of the creator, two letters; empty when unknown', 'US'),
      total_sale_cnt: count('Units of the shop’s products sold through the creator', 104, { estimated: true }),
      total_sale_gmv_amt: amount('GMV of the shop’s products sold through the creator', 1558.96, { estimated: true }),
    },
    { currency },
  ),
  exampleQuery: { seller_id: '7490000000000000001', seller_influencer_sort_field: '3' },
});
