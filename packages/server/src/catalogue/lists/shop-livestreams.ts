import { creatorFields } from '../creator-fields.ts';
import { amount, contractRow, count, currency, id, uniqueId } from '../field.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { liveEnd, liveFields, liveJoins, liveMaxViews, liveTitle } from '../live-fields.ts';
import { sortedBy } from '../order.ts';

export const shopLivestreams = defineList({
  id: 'shop-livestreams',
  path: '/v1/tiktok/shop/livestreams/analytics',
  tag: 'Shops',
  title: 'Lives of a shop',
  summary: 'List the lives that promote products of a shop, with their reach and their sales for it.',
  description:
    'Returns the lives that promote at least one product of the shop. Viewers belong to the live; `total_sale_…` fields are the ' +
    'sales of the shop’s products through the live and are estimates.',
  rowId: 'room_id',
  columns: ['room_id', 'unique_id', 'title', 'total_sale_cnt', 'total_sale_gmv_amt', 'currency', 'total_views_cnt'],
  key: [ofId('seller_id', 'ID of the shop.')],
  order: sortedBy('seller_live_sort_field', ['total_views_cnt', 'total_sale_cnt', 'total_sale_gmv_amt']),
  row: contractRow(
    {
      ...liveFields,
      ...liveEnd,
      ...creatorFields,
      seller_id: id('Shop', '7490000000000000001'),
      title: liveTitle,
      max_views_cnt: liveMaxViews,
      total_joins_cnt: liveJoins,
      total_sale_cnt: count('Units of the shop’s products sold through the live', 31, { estimated: true }),
      total_sale_gmv_amt: amount('GMV of the shop’s products sold through the live', 452.69, { estimated: true }),
    },
    { unique_id: uniqueId, currency },
  ),
  exampleQuery: { seller_id: '7490000000000000001', seller_live_sort_field: '3' },
});
