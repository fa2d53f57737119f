import { creatorFields, creatorTotals } from '../creator-fields.ts';
import {
  amount,
  code,
  contractRow,
  count,
  currency,
  day,
  flag,
  id,
  json,
  rate,
  rating,
  text,
  windows,
} from '../field.ts';
import { between, equals, holding, inAnyCase, oneOf, oneOrAny } from '../filter.ts';
import { market } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { labelled } from '../parameter.ts';
import { sureFields } from '../sure-fields.ts';

const days = [1, 7, 30, 90] as const;

/** What creators call themselves, as the marketplace sorts them. */
const niches = [
  'Beauty',
  'Shopping & Retail',
  'Life Style',
  'Health & Wellness',
  'Clothing & Accessories',
  'Baby',
  'Food & Beverage',
  'Food & Cooking',
  'Travel & Tourism',
  'Home Furniture & Appliances',
  'Music & Dance',
  'Education & Training',
  'Sports Fitness & Outdoors',
  'Animals & Nature',
  'Pets',
  'Gaming',
  'Media & Entertainment',
  'Art & Crafts',
  'Finance & Investing',
  'Machinery & Equipment',
  'Live Streaming Guild',
  'Government Affairs',
  'Real Estate',
  'MCN',
  'Other',
  'NGO',
  'Public Administration',
  'Professional Services',
  'IT & High-Tech',
  'Software & Apps',
  'Public Figure',
  'Restaurants & Bars',
  'Automotive & Transportation',
  'Personal Blog',
  'Brand',
] as const;

const counts = (names: readonly string[]) =>
  JSON.stringify(Object.fromEntries(names.map((name, i) => [name, (i * 5) % 7])));
const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

const identityFields = {
  user_id: id('Creator', '7100000000000000001'),
  unique_id: text('Handle of the creator, as in the profile URL; empty when unknown', 'maratidiesup'),
  ...creatorFields,
  region: code(
    'Home market, two letters; that of most of the creator’s videos and lives where the creator’s own was not observed',
    'US',
    { section: 8 },
  ),
  category: text('Content category of the creator, as given by the source', 'Home Furniture & Appliances'),
  contact_email: text('Contact address; empty when unknown', 'mara@mail.example'),
  signature: text('What the profile says', 'Ten drawers a week'),
  gender: text('Gender as given by the source; empty when unknown', 'female'),
  language: text('Language, such as en; empty when unknown', 'en'),
  seller_id: id('Shop whose creator account this is, of several the smallest ID; "0" for none', '0'),
  show_case_flag: flag('1: has a showcase, 0: not, or unknown', 1),
  off_mark: flag('Always 0: no record has it', 0),
  ec_score: rating('Score of a provider: always 0, no record has it', 0),
  first_crawl_dt: day(
    'UTC day of the first observation of the creator, or of a video or live of the creator, yyyyMMdd',
    20260105,
    {
      section: 8,
    },
  ),
};

const audienceFields = {
  ...creatorTotals,
  ...windows('total_followers_Nd_cnt', count('Followers won, negative when lost', 41, { section: 8 }), days),
  ...windows('total_digg_Nd_cnt', count('Likes gained', 310, { section: 8 }), days),
  total_comments_cnt: count('Comments received by the creator', 16_240),
  total_shares_cnt: count('Shares of the creator’s videos', 8120),
  total_views_cnt: count('Views of the creator’s videos', 6_120_000),
  total_post_video_cnt: count('Videos posted by the creator', 264),
  total_live_cnt: count('Lives hosted by the creator', 12),
  interaction_rate: rate('Likes, comments and shares for each view, as a fraction', 0.1367, { section: 8 }),
};

const videoFields = {
  per_video_product_views_avg_7d_cnt: count(
    'Views that a video with products gained in the last 7 days, on average',
    420,
    {
      section: 8,
    },
  ),
  most_views_video: id('The creator’s video with the most views; "0" for none', '7400000000000000001', { section: 8 }),
  influencer_video_duration_level: json(
    'JSON object: how many of the creator’s known videos have which length',
    counts(['15s', '15s-30s', '30s-60s', '1m-2m', '2m']),
    { section: 8 },
  ),
  influencer_video_publish_hour: json('JSON object: how many of them were posted in which hour (UTC)', counts(hours), {
    section: 8,
  }),
  influencer_video_publish_week: json(
    'JSON object: how many of them were posted on which weekday (UTC), 1 Monday to 7 Sunday',
    counts(['1', '2', '3', '4', '5', '6', '7']),
    { section: 8 },
  ),
};

const salesFields = {
  sales_flag: flag('Has sold through: 1 videos, 2 lives, 3 both, 4 neither, but has a showcase, 0 none of these', 3, {
    section: 8,
  }),
  most_category_product: json(
    'JSON array with the first-level category the creator sold most units of',
    '[{"category_name":"Home Supplies","category_id":"600001"}]',
    { section: 8 },
  ),
  total_product_cnt: count('Products that a video or live of the creator promotes', 38, { section: 8 }),
  total_product_30d_cnt: count('Products promoted for the first time in the last 30 days', 5, { section: 8 }),
  total_video_product_30d_cnt: count('Products promoted by a video for the first time in the last 30 days', 4, {
    section: 8,
  }),
  total_sale_cnt: count('Units sold through the creator', 1240, { estimated: true, section: 8 }),
  total_sale_gmv_amt: amount('GMV sold through the creator', 18_562.4, { estimated: true, section: 8 }),
  total_sale_gmv_30d_amt: amount('GMV sold through the creator in the last 30 days', 2_244.1, {
    estimated: true,
    section: 8,
  }),
  total_video_sale_30d_cnt: count('Units sold through the creator’s videos in the last 30 days', 98, {
    estimated: true,
    section: 8,
  }),
  total_video_sale_gmv_30d_amt: amount('GMV sold through the creator’s videos in the last 30 days', 1_466.9, {
    estimated: true,
    section: 8,
  }),
  total_live_sale_gmv_30d_amt: amount('GMV sold through the creator’s lives in the last 30 days', 777.2, {
    estimated: true,
    section: 8,
  }),
  avg_30d_price: amount('Mean price of the units sold through the creator in the last 30 days; 0 for none', 14.96, {
    estimated: true,
    section: 8,
  }),
};

/** Filters by what creators promote, and by what they are about. */
export const creatorCategories = [
  holding('product_category_id', 'category_ids', 'Only creators who promote a product of this category, of any level.'),
  inAnyCase(
    'influencer_category_name',
    'category',
    { kind: 'name', names: niches },
    'Only creators of this content category.',
  ),
];

/** A creator with the audience, its growth, and what was sold. */
export const creatorRow = contractRow(
  { ...identityFields, ...audienceFields, ...videoFields, ...salesFields },
  {
    total_likes_cnt: count('Likes received by the creator: the same as `total_digg_cnt`', 812_400),
    per_video_product_views_avg_30d_cnt: count('As `per_video_product_views_avg_7d_cnt`, of the last 30 days', 1510, {
      section: 8,
    }),
    per_views_avg_30d_cnt: count('Views gained in the last 30 days for each video posted', 1920, { section: 8 }),
    product_category_list: text(
      'Categories of the products, first to third level with their rank, the one of most products first: `L1-L2-L3:rank,…`',
      '600001-842888-0:1',
      { section: 8 },
    ),
    most_category_id: id('First-level category of the first of these; "0" for none', '600001', { section: 8 }),
    most_category_l2_id: id('Its second-level category; "0" when unset', '842888', { section: 8 }),
    most_category_l3_id: id('Its third-level category; "0" when unset', '0', { section: 8 }),
    per_views_avg_cnt: count('Views for each video posted. Not part of the original contract.', 23_182, {
      section: 8,
    }),
    per_video_product_views_avg_cnt: count(
      'Average views of a video with products. Not part of the original contract.',
      19_870,
      {
        section: 8,
      },
    ),
    ...windows(
      'total_views_Nd_cnt',
      count('Views gained (not part of the original contract)', 16_900, { section: 8 }),
      [7],
    ),
    currency,
  },
);

export const influencerList = defineList({
  id: 'influencer-list',
  path: '/v1/tiktok/influencer/list/analytics',
  tag: 'Creators',
  title: 'Creator list',
  summary: 'Filter and sort the creators of a market by audience, growth, niche, products and sales.',
  description:
    'Returns the creators of one region with their audience, its growth, and what their videos and lives sold. Sales are estimates; if ' +
    'products have several currencies, amounts are those in the currency of most of them.',
  rowId: 'user_id',
  columns: [
    'user_id',
    'unique_id',
    'category',
    'total_followers_cnt',
    'total_followers_30d_cnt',
    'total_sale_cnt',
    'total_sale_gmv_30d_amt',
    'currency',
  ],
  key: [market('region')],
  filters: [
    ...creatorCategories,
    equals('seller_id', 'Only the creator whose account is that of this shop.'),
    between('total_followers_cnt', 'number of followers'),
    between('total_digg_cnt', 'number of likes'),
    between('interaction_rate', 'likes, comments and shares for each view'),
    between('total_views_cnt', 'number of views'),
    between('total_views_7d_cnt', 'number of views gained in the last 7 days'),
    between('per_video_product_views_avg_cnt', 'average views of a video with products'),
    between('per_video_product_views_avg_7d_cnt', 'average views that a video with products gained in the last 7 days'),
    inAnyCase(
      'gender',
      'gender',
      { kind: 'phrase', charactersMax: 40 },
      'Only creators of this gender, as given by the source.',
    ),
    inAnyCase(
      'influencer_language',
      'language',
      { kind: 'phrase', charactersMax: 40 },
      'Only creators with this language, such as en.',
    ),
    oneOf('show_case_flag', labelled('no', 'yes'), 'Filter by whether the creator has a showcase.'),
    oneOrAny(
      'sales_flag',
      labelled('any', 'videos', 'lives', 'both', 'neither, but has a showcase'),
      'Only creators who have sold through these.',
    ),
  ],
  order: sortedBy('influencer_sort_field_v2', [
    'total_followers_cnt',
    'total_followers_30d_cnt',
    'total_post_video_cnt',
    'per_views_avg_cnt',
    'interaction_rate',
    'total_product_cnt',
  ]),
  row: creatorRow,
  unserved: {
    category_ids: json('JSON array of the IDs of all categories of these products, as numbers', '[600001,842888]'),
  },
  onRequest: sureFields({ total_sale_cnt: 70 }),
  exampleQuery: { region: 'US', influencer_sort_field_v2: '2' },
});
