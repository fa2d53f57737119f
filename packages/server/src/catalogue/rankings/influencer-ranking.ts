import { amount, contractRow, count } from '../field.ts';
import { creatorCategories, creatorRow, influencerList } from '../lists/influencer-list.ts';
import { rankedBy } from '../order.ts';
import { defineRanking } from '../ranking.ts';

const section = 12;
const estimated = { estimated: true, section };

export const influencerRanking = defineRanking({
  id: 'influencer-ranking',
  path: '/v1/tiktok/influencer/ranking/analytics',
  tag: 'Creators',
  title: 'Creator ranking',
  summary: 'Rank the creators of a market by followers won or units sold on a day, in a week or in a month.',
  description:
    'Returns the creators who grew in the period, those who grew most first. Counts and GMV are growth in the period; followers and ' +
    'lives may fall. Fields with `history` are running totals, and all else is as in the creator list. Every day, week and month since ' +
    'the first observation can be asked for; one that is not over has the growth so far. Sales are estimates.',
  of: influencerList,
  folder: import.meta.url,
  filters: creatorCategories,
  order: rankedBy('influencer_rank_field', ['total_followers_cnt', 'total_sale_cnt']),
  columns: [
    'user_id',
    'unique_id',
    'total_followers_cnt',
    'total_followers_history_cnt',
    'total_sale_cnt',
    'total_sale_gmv_amt',
    'currency',
  ],
  grows: [
    'total_followers_cnt',
    'total_digg_cnt',
    'total_post_video_cnt',
    'total_live_cnt',
    'total_product_cnt',
    'total_sale_cnt',
    'total_sale_gmv_amt',
  ],
  row: contractRow(
    {
      user_id: creatorRow.user_id,
      unique_id: creatorRow.unique_id,
      nick_name: creatorRow.nick_name,
      avatar: creatorRow.avatar,
      region: creatorRow.region,
      category: creatorRow.category,
      ec_score: creatorRow.ec_score,
      sales_flag: creatorRow.sales_flag,
      product_category_list: creatorRow.product_category_list,
      most_category_id: creatorRow.most_category_id,
      most_category_l2_id: creatorRow.most_category_l2_id,
      most_category_l3_id: creatorRow.most_category_l3_id,
      total_followers_cnt: count('Followers won or lost in the period', 290, { section }),
      total_followers_history_cnt: creatorRow.total_followers_cnt,
      total_digg_cnt: count('Likes won in the period', 2170, { section }),
      total_digg_history_cnt: creatorRow.total_digg_cnt,
      total_post_video_cnt: count('Videos posted in the period', 6, { section }),
      total_post_video_history_cnt: creatorRow.total_post_video_cnt,
      total_live_cnt: count('Lives hosted in the period', 1, { section }),
      total_live_history_cnt: creatorRow.total_live_cnt,
      total_product_cnt: count('Products promoted for the first time in the period', 2, { section }),
      total_product_history_cnt: creatorRow.total_product_cnt,
      total_sale_cnt: count('Units sold through the creator in the period', 98, estimated),
      total_sale_history_cnt: creatorRow.total_sale_cnt,
      total_sale_gmv_amt: amount('GMV sold through the creator in the period', 1466.9, estimated),
      total_sale_gmv_history_amt: creatorRow.total_sale_gmv_amt,
    },
    { currency: creatorRow.currency },
  ),
  exampleQuery: { region: 'US', influencer_rank_field: '1' },
});
