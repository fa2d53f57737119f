import { amount, contractRow, count } from '../field.ts';
import { creatorRow, influencerList } from '../lists/influencer-list.ts';
import { defineTrend } from '../trend.ts';

const estimated = { estimated: true, section: 11 };

export const influencerTrends = defineTrend({
  id: 'influencer-trends',
  path: '/v1/tiktok/influencer/trends/analytics',
  tag: 'Creators',
  title: 'Creator trends',
  summary: 'Get the followers, likes, views, videos and sales of a creator day by day.',
  description:
    'Returns a row for every day of the range on which the creator is known, the oldest first, also for days on which nothing ' +
    'changed. Running totals are those at the end of the day, and agree with the creator list on the last day. A loss of ' +
    'followers is negative. Comments, shares and lives are those last observed up to the day. Sales are those of the videos and ' +
    'lives that are the creator’s now, and estimates. Days before the first observation and after the last one have no rows.',
  of: influencerList,
  since: 'first_crawl_dt',
  folder: import.meta.url,
  columns: [
    'dt',
    'user_id',
    'total_followers_cnt',
    'total_followers_1d_cnt',
    'total_sale_1d_cnt',
    'total_sale_gmv_1d_amt',
    'currency',
  ],
  row: contractRow(
    {
      user_id: creatorRow.user_id,
      total_followers_cnt: { ...creatorRow.total_followers_cnt, section: 11 },
      total_followers_1d_cnt: creatorRow.total_followers_1d_cnt,
      total_digg_cnt: { ...creatorRow.total_digg_cnt, section: 11 },
      total_digg_1d_cnt: creatorRow.total_digg_1d_cnt,
      total_views_cnt: { ...creatorRow.total_views_cnt, section: 11 },
      total_post_video_cnt: { ...creatorRow.total_post_video_cnt, section: 11 },
      total_comments_cnt: { ...creatorRow.total_comments_cnt, section: 11 },
      total_shares_cnt: { ...creatorRow.total_shares_cnt, section: 11 },
      total_live_cnt: { ...creatorRow.total_live_cnt, section: 11 },
      total_sale_1d_cnt: count('Units sold through the creator on the day', 14, estimated),
      total_sale_gmv_1d_amt: amount('GMV sold through the creator on the day', 209.86, estimated),
    },
    {
      unique_id: creatorRow.unique_id,
      total_product_cnt: { ...creatorRow.total_product_cnt, section: 11 },
      total_sale_cnt: { ...creatorRow.total_sale_cnt, section: 11 },
      total_sale_gmv_amt: { ...creatorRow.total_sale_gmv_amt, section: 11 },
      currency: creatorRow.currency,
    },
  ),
  hasCurrencies: true,
  grows: [
    'total_followers_cnt',
    'total_digg_cnt',
    'total_views_cnt',
    'total_post_video_cnt',
    'total_comments_cnt',
    'total_shares_cnt',
    'total_live_cnt',
    'total_product_cnt',
    'total_sale_cnt',
    'total_sale_gmv_amt',
  ],
  inThousandths: ['total_sale_cnt'],
  exampleQuery: { user_id: '7100000000000000001' },
});
