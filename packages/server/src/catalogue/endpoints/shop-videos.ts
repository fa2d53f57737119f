import { defineEndpoint } from '../endpoint.ts';
import { amount, count, currency, digits, id, row, text, uniqueId } from '../field.ts';
import { keyId } from '../parameter.ts';

export const shopVideos = defineEndpoint({
  id: 'shop-videos',
  path: '/v1/tiktok/shop/videos/analytics',
  tool: 'shop_videos_analytics',
  tag: 'Shops',
  title: 'Videos of a shop',
  summary: 'List the videos that promote products of a shop, with their reach and their sales for it.',
  description:
    'Returns the videos that promote at least one product of the shop. Views, likes and other engagement totals belong to the ' +
    'video; `total_video_sale_…` fields are the sales of the shop’s products through the video and are estimates.',
  priceCredits: 1,
  table: 'serving_shop_video',
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
  parameters: [keyId('seller_id', 'ID of the shop.')],
  sort: {
    parameter: 'seller_video_sort_field',
    fields: ['total_views_cnt', 'total_video_sale_cnt', 'total_video_sale_gmv_amt'],
  },
  row: row(
    [
      id('seller_id', 'Shop'),
      id('video_id', 'Video'),
      id('user_id', 'Creator of the video; "0" when unknown'),
      text('nick_name', 'Display name of the creator'),
      text('avatar', 'URL of the creator’s profile picture'),
      text('region', 'Market of the video, two letters; empty when unknown'),
      digits('create_time', 'Posting time in epoch seconds; empty when unknown'),
      text('video_desc', 'Caption'),
      text('reflow_cover', 'URL of the cover image'),
      count('total_views_cnt', 'Views'),
      count('total_digg_cnt', 'Likes'),
      count('total_comments_cnt', 'Comments'),
      count('total_shares_cnt', 'Shares'),
      count('total_video_sale_cnt', 'Units of the shop’s products sold through the video (estimated)'),
      amount('total_video_sale_gmv_amt', 'GMV of the shop’s products sold through the video (estimated)'),
    ],
    [uniqueId, currency],
  ),
  example: {
    query: { seller_id: '7490000000000000001', seller_video_sort_field: '3', page_num: '1', page_size: '10' },
    row: {
      avatar: 'https://images.example/creators/7100000000000000001.jpg',
      create_time: '1767225600',
      nick_name: 'Mara tidies up',
      reflow_cover: 'https://images.example/videos/7400000000000000001.jpg',
      region: 'US',
      seller_id: '7490000000000000001',
      total_comments_cnt: 148,
      total_digg_cnt: 9320,
      total_shares_cnt: 377,
      total_video_sale_cnt: 61,
      total_video_sale_gmv_amt: 902.39,
      total_views_cnt: 181200,
      user_id: '7100000000000000001',
      video_desc: 'Ten drawers, one afternoon #kitchen #storage',
      video_id: '7400000000000000001',
      unique_id: 'maratidiesup',
      currency: 'USD',
    },
  },
});
