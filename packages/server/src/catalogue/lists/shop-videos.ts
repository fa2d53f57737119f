import { creatorFields } from '../creator-fields.ts';
import { amount, code, contractRow, count, currency, digits, id, text, uniqueId } from '../field.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { sureFields } from '../sure-fields.ts';

export const shopVideos = defineList({
  id: 'shop-videos',
  path: '/v1/tiktok/shop/videos/analytics',
  tag: 'Shops',
  title: 'Videos of a shop',
  summary: 'List the videos that promote products of a shop, with their reach and their sales for it.',
  description:
    'Returns the videos that promote at least one product of the shop. Views, likes and other engagement totals belong to the ' +
    'video; `total_video_sale_…` fields are the sales of the shop’s products through the video and are estimates.',
  rowId: 'video_id',
  columns: [
    'video_id',
    'unique_id',
    'video_desc',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
    'currency',
    'total_views_cnt',
  ],
  key: [ofId('seller_id', 'ID of the shop.')],
  order: sortedBy('seller_video_sort_field', ['total_views_cnt', 'total_video_sale_cnt', 'total_video_sale_gmv_amt']),
  row: contractRow(
    {
      seller_id: id('Shop', '7490000000000000001'),
      video_id: id('Video', '7400000000000000001'),
      user_id: id('Creator of the video; "0" when unknown', '7100000000000000001'),
      ...creatorFields,
      region: code('Market of the video, two letters; empty when unknown', 'US'),
      create_time: digits('Posting time in epoch seconds; empty when unknown', '1767225600'),
      video_desc: text('Caption', 'Ten drawers, one afternoon #kitchen #storage'),
      reflow_cover: text('URL of the cover image', 'https://images.example/videos/7400000000000000001.jpg'),
      total_views_cnt: count('Views', 181200),
      total_digg_cnt: count('Likes', 9320),
      total_comments_cnt: count('Comments', 148),
      total_shares_cnt: count('Shares', 377),
      total_video_sale_cnt: count('Units of the shop’s products sold through the video', 61, { estimated: true }),
      total_video_sale_gmv_amt: amount('GMV of the shop’s products sold through the video', 902.39, {
        estimated: true,
      }),
    },
    { unique_id: uniqueId, currency },
  ),
  onRequest: sureFields({ total_video_sale_cnt: 61 }),
  exampleQuery: { seller_id: '7490000000000000001', seller_video_sort_field: '3' },
});
