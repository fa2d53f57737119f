import type { Measure, Measures } from '../measure.ts';
import {
  allLastSeen,
  amountsOf,
  calculated,
  counted,
  days,
  daysInCurrency,
  growth,
  lastTotal,
  membersOf,
  type RowsIn,
  rowsOf,
  ruleAlone,
  withRest,
} from './making.ts';

const products: RowsIn = { by: 'product', list: 'influencer-products', key: 'user_id', member: 'product_id' };
const daysOf = (column: string) => days('creator_trend', 'user_id', column, 0);
const seen = (column: string) => ({ place: 'creator', column }) as const;
const followers = { ...seen('total_followers_cnt'), isWonAndLost: true };

const beyond =
  'what videos and lives state beyond their shares of these days, whole units, and what is cut at the sales of a product';
const ofProducts = 'The sum over the products that the creator promotes of what the videos and lives sold of each';
const inCurrency = 'in the currency that most of these products have';

function estimated(rule: string, breakdowns: Measure['breakdowns'] & object): Measure {
  return { rule, basis: 'estimated', breakdowns };
}

const audience: Measures = {
  total_followers_cnt: lastTotal(followers, daysOf('followers')),
  total_digg_cnt: lastTotal(seen('total_digg_cnt'), daysOf('digg')),
  total_likes_cnt: lastTotal(seen('total_digg_cnt'), daysOf('digg')),
  total_views_cnt: lastTotal(seen('total_views_cnt'), daysOf('views')),
  total_post_video_cnt: lastTotal(seen('total_post_video_cnt'), daysOf('posts')),
  total_comments_cnt: lastTotal(seen('total_comments_cnt'), daysOf('comments')),
  total_shares_cnt: lastTotal(seen('total_shares_cnt'), daysOf('shares')),
  total_live_cnt: lastTotal(seen('total_live_cnt'), daysOf('lives')),
  total_followers_Nd_cnt: growth(followers, daysOf('followers')),
  total_digg_Nd_cnt: growth(seen('total_digg_cnt'), daysOf('digg')),
  total_views_Nd_cnt: growth(seen('total_views_cnt'), daysOf('views')),
  interaction_rate: calculated(
    'Likes, comments and shares divided by views, to four decimals.',
    ...['total_digg_cnt', 'total_comments_cnt', 'total_shares_cnt', 'total_views_cnt'],
  ),
  per_views_avg_cnt: calculated('Views divided by the videos posted.', 'total_views_cnt', 'total_post_video_cnt'),
  per_views_avg_30d_cnt: calculated('Views gained in 30 days divided by the videos posted.', 'total_post_video_cnt'),
};

const sold: Measures = {
  total_sale_cnt: estimated(`${ofProducts}, at most what the product sold.`, [
    rowsOf(products, 'sold_cnt'),
    withRest(days('creator_trend', 'user_id', 'units', 3), beyond),
  ]),
  total_sale_gmv_amt: estimated(`${ofProducts}, ${inCurrency}.`, [
    amountsOf(products, 'sold_gmv_amt'),
    withRest(daysInCurrency('creator_trend', 'user_id', 'gmv'), beyond),
  ]),
  total_video_sale_30d_cnt: estimated(`${ofProducts} in the last 30 days, through videos.`, [
    rowsOf(products, 'video_sold_30d_cnt'),
  ]),
  total_sale_gmv_30d_amt: {
    ...estimated(`${ofProducts} in the last 30 days, ${inCurrency}.`, [
      daysInCurrency('creator_trend', 'user_id', 'gmv'),
    ]),
    from: ['total_video_sale_gmv_30d_amt', 'total_live_sale_gmv_30d_amt'],
  },
  total_video_sale_gmv_30d_amt: estimated(`${ofProducts} in the last 30 days, through videos, ${inCurrency}.`, [
    amountsOf(products, 'video_sold_gmv_30d_amt'),
  ]),
  total_live_sale_gmv_30d_amt: estimated(`${ofProducts} in the last 30 days, through lives, ${inCurrency}.`, [
    amountsOf(products, 'live_sold_gmv_30d_amt'),
  ]),
  avg_30d_price: calculated('The GMV of 30 days divided by its units.', 'total_sale_gmv_30d_amt'),
};

const promotion: Measures = {
  total_product_cnt: counted('How many products a video or live of the creator promotes.', [membersOf(products)]),
  total_product_30d_cnt: counted('Products whose first video or live by the creator was made in the last 30 days.', [
    rowsOf(products, 'is_new_30d'),
  ]),
  total_video_product_30d_cnt: counted('Products whose first video by the creator was made in the last 30 days.', [
    rowsOf(products, 'is_new_in_videos_30d'),
  ]),
  per_video_product_views_avg_cnt: ruleAlone('The mean of the views of the videos that promote a product.'),
  per_video_product_views_avg_7d_cnt: ruleAlone(
    'The mean of the views that the videos that promote a product gained in 7 days.',
  ),
  per_video_product_views_avg_30d_cnt: ruleAlone(
    'The mean of the views that the videos that promote a product gained in 30 days.',
  ),
  most_views_video: ruleAlone('The video with the most views; ties go to the smaller ID.'),
};

/** How the fields of a creator are explained. */
export const creatorMeasures: Measures = {
  ...audience,
  ...sold,
  ...promotion,
  sales_flag: calculated(
    '3 when videos and lives sold units, 1 when only videos did, 2 when only lives did, 4 when neither did and there is a showcase.',
    'total_sale_cnt',
    'show_case_flag',
  ),
  influencer_video_duration_level: ruleAlone('How many of the known videos have which length.'),
  influencer_video_publish_hour: ruleAlone('How many of the known videos were posted in which hour (UTC).'),
  influencer_video_publish_week: ruleAlone('How many of the known videos were posted on which weekday (UTC).'),
  most_category_product: ruleAlone('The first-level category with the most units sold by the creator.'),
  product_category_list: ruleAlone('Categories of the products, ranked by the number of products.'),
  most_category_id: calculated('The first of these categories.', 'product_category_list'),
  most_category_l2_id: calculated('The first of these categories.', 'product_category_list'),
  most_category_l3_id: calculated('The first of these categories.', 'product_category_list'),
  currency: ruleAlone('The currency that most of the products have; the first code on a tie.'),
  first_crawl_dt: ruleAlone('UTC day of the first observation of the creator, or of a video or live of the creator.'),
  user_id: ruleAlone('The ID that the records have, or one of ours for a handle without one.'),
  seller_id: ruleAlone('The shop whose creator account this is; of several the smallest ID.'),
  off_mark: ruleAlone('Always 0: no record has it.'),
  ec_score: ruleAlone('Always 0: no record has it.'),
  ...allLastSeen('creator', [
    ...['unique_id', 'nick_name', 'avatar', 'region', 'category', 'contact_email', 'gender', 'language', 'signature'],
    ...['show_case_flag', 'total_following_cnt'],
  ]),
};
