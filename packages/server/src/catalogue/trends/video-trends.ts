import { contractRow } from '../field.ts';
import { videoList, videoRow } from '../lists/video-list.ts';
import { defineTrend } from '../trend.ts';

export const videoTrends = defineTrend({
  id: 'video-trends',
  path: '/v1/tiktok/video/trends/analytics',
  tag: 'Videos',
  title: 'Video trends',
  summary: 'Get the views, likes, comments, shares and sales of a video day by day.',
  description:
    'Returns a row for every day of the range on which the video is known, the oldest first, also for days on which it won ' +
    'nothing. All values are running totals at the end of the day, and agree with the video list on the last day. Comments, ' +
    'saves and shares are those last observed up to the day. Sales are estimates. Days before the first observation ' +
    'and after the last one have no rows.',
  of: videoList,
  since: 'first_crawl_dt',
  folder: import.meta.url,
  columns: ['dt', 'video_id', 'total_views_cnt', 'total_digg_cnt', 'total_video_sale_cnt', 'total_video_sale_gmv_amt'],
  row: contractRow(
    {
      video_id: videoRow.video_id,
      total_views_cnt: { ...videoRow.total_views_cnt, section: 11 },
      total_digg_cnt: { ...videoRow.total_digg_cnt, section: 11 },
      total_comments_cnt: { ...videoRow.total_comments_cnt, section: 11 },
      total_favorites_cnt: { ...videoRow.total_favorites_cnt, section: 11 },
      total_shares_cnt: { ...videoRow.total_shares_cnt, section: 11 },
      total_video_sale_cnt: { ...videoRow.total_video_sale_cnt, section: 11 },
      total_video_sale_gmv_amt: { ...videoRow.total_video_sale_gmv_amt, section: 11 },
    },
    { currency: videoRow.currency },
  ),
  hasCurrencies: true,
  grows: [
    'total_views_cnt',
    'total_digg_cnt',
    'total_comments_cnt',
    'total_favorites_cnt',
    'total_shares_cnt',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
  ],
  inThousandths: ['total_video_sale_cnt'],
  exampleQuery: { video_id: '7400000000000000001' },
});
