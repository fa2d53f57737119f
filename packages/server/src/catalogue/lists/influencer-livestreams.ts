import { creatorFields, creatorTotals } from '../creator-fields.ts';
import { amount, contractRow, count, currency, uniqueId } from '../field.ts';
import { ofId, orHandle } from '../key.ts';
import { defineList } from '../list.ts';
import { liveEnd, liveFields, liveJoins, liveMaxViews, liveProducts, liveTitle } from '../live-fields.ts';
import { fixedOrder } from '../order.ts';

export const influencerLivestreams = defineList({
  id: 'influencer-livestreams',
  path: '/v1/tiktok/influencer/livestreams/analytics',
  tag: 'Creators',
  title: 'Lives of a creator',
  summary: 'List the lives of a creator, the latest first, with their reach and their sales.',
  description:
    'Returns all lives of the creator, those without products included, by start, the latest first. `total_sale_…` fields are the ' +
    'sales of all products through the live and are estimates; `total_followers_cnt` is the creator’s.',
  rowId: 'room_id',
  columns: ['room_id', 'title', 'create_time', 'total_sale_cnt', 'total_sale_gmv_amt', 'currency', 'total_views_cnt'],
  key: [orHandle(ofId('user_id', 'ID of the creator.'), 'unique_id', 'Handle of the creator, with or without @.')],
  order: fixedOrder('create_time', 'descending'),
  row: contractRow(
    {
      ...liveFields,
      ...liveEnd,
      nick_name: creatorFields.nick_name,
      title: liveTitle,
      total_comments_cnt: count('Comments', 499),
      total_digg_cnt: count('Likes', 37440),
      total_followers_cnt: creatorTotals.total_followers_cnt,
      total_joins_cnt: liveJoins,
      total_product_cnt: liveProducts,
      total_sale_cnt: count('Units sold through the live', 31, { estimated: true }),
      total_sale_gmv_amt: amount('GMV sold through the live', 452.69, { estimated: true }),
    },
    { unique_id: uniqueId, max_views_cnt: liveMaxViews, currency },
  ),
  exampleQuery: { user_id: '7100000000000000001' },
});
