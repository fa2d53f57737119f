import { amount, contractRow, count } from '../field.ts';
import { holding, named } from '../filter.ts';
import { videoList, videoRow } from '../lists/video-list.ts';
import { rankedBy } from '../order.ts';
import { defineRanking } from '../ranking.ts';

const section = 12;

export const videoRanking = defineRanking({
  id: 'video-ranking',
  path: '/v1/tiktok/video/ranking/analytics',
  tag: 'Videos',
  title: 'Video ranking',
  summary: 'Rank the videos of a market by views won or units sold on a day, in a week or in a month.',
  description:
    'Returns the videos that grew in the period, those that grew most first. Counts and GMV are growth in the period; comments, ' +
    'saves and shares may fall. All else is as in the video list. Every day, week and month since the first observation can be ' +
    'asked for; one that is not over has the growth so far. Sales are estimates.',
  of: videoList,
  folder: import.meta.url,
  filters: [
    holding(
      'product_category_id',
      'category_ids',
      'Only videos that promote a product of this category, of any level.',
    ),
    named('created_by_ai', ['true', 'false'], 'Filter by whether the video was made with AI.'),
  ],
  order: rankedBy('video_rank_field', ['total_views_cnt', 'total_video_sale_cnt']),
  columns: [
    'video_id',
    'unique_id',
    'video_desc',
    'total_views_cnt',
    'total_digg_cnt',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
    'currency',
  ],
  grows: [
    'total_views_cnt',
    'total_digg_cnt',
    'total_comments_cnt',
    'total_favorites_cnt',
    'total_shares_cnt',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
  ],
  row: contractRow(
    {
      video_id: videoRow.video_id,
      user_id: videoRow.user_id,
      unique_id: videoRow.unique_id,
      nick_name: videoRow.nick_name,
      avatar: videoRow.avatar,
      category: videoRow.category,
      region: videoRow.region,
      create_time: videoRow.create_time,
      duration: videoRow.duration,
      video_desc: videoRow.video_desc,
      reflow_cover: videoRow.reflow_cover,
      created_by_ai: videoRow.created_by_ai,
      sales_flag: videoRow.sales_flag,
      video_products: videoRow.video_products,
      product_category_list: videoRow.product_category_list,
      total_views_cnt: count('Views won in the period', 4100, { section }),
      total_digg_cnt: count('Likes won in the period', 210, { section }),
      total_comments_cnt: count('Comments won or lost in the period', 9, { section }),
      total_favorites_cnt: count('Times saved, won or lost in the period', 31, { section }),
      total_shares_cnt: count('Shares won or lost in the period', 12, { section }),
      total_video_sale_cnt: count('Units of all its products sold through the video in the period', 14, {
        estimated: true,
        section,
      }),
      total_video_sale_gmv_amt: amount('GMV of all its products sold through the video in the period', 209.86, {
        estimated: true,
        section,
      }),
    },
    { currency: videoRow.currency },
  ),
  exampleQuery: { region: 'US', video_rank_field: '1' },
});
