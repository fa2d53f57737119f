import {
  amount,
  code,
  contractRow,
  count,
  currency,
  day,
  digits,
  flag,
  id,
  json,
  text,
  uniqueId,
  windows,
} from '../field.ts';
import { between, holding, named, oneOf } from '../filter.ts';
import { market } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { labelled } from '../parameter.ts';
import { sureFields } from '../sure-fields.ts';

const days = [1, 7, 30] as const;

/** A video with its totals, their growth and its products. */
export const videoRow = contractRow(
  {
    video_id: id('Video', '7400000000000000001'),
    user_id: id('Creator of the video; "0" when unknown', '7100000000000000001'),
    unique_id: uniqueId,
    avatar: text('URL of the creator’s profile picture', 'https://images.example/creators/7100000000000000001.jpg'),
    region: code('Market of the video, two letters; empty when unknown', 'US'),
    create_time: digits('Posting time in epoch seconds; empty when unknown', '1767225600'),
    duration: count('Length in seconds', 31),
    video_desc: text('Caption', 'Ten drawers, one afternoon #kitchen #storage'),
    width: digits('Width in pixels; empty when unknown', '576'),
    height: digits('Height in pixels; empty when unknown', '1024'),
    ratio: text('Resolution as given by the source, such as 540p', '540p'),
    data_size: digits('File size in bytes; empty when unknown', '2850113'),
    reflow_cover: text('URL of the cover image', 'https://images.example/videos/7400000000000000001.jpg'),
    is_ad: flag('1: a paid advertisement, 0: not, or unknown', 0),
    created_by_ai: code('"true": made with AI, "false": not; empty when unknown', 'false'),
    sales_flag: flag('1: promotes a product, 0: none', 1, { section: 8 }),
    video_products: json('JSON array of the IDs of the products it promotes, as numbers', '[1729400000000000001]', {
      section: 8,
    }),
    product_category_list: json(
      'JSON array of the first-level categories of these products, the one with most products first',
      '[{"category_name":"Home Supplies","category_id":"600001"}]',
      { section: 8 },
    ),
    total_views_cnt: count('Views', 181200),
    total_digg_cnt: count('Likes', 9320),
    total_comments_cnt: count('Comments', 148),
    total_favorites_cnt: count('Times saved', 1204),
    total_shares_cnt: count('Shares', 377),
    ...windows('total_views_Nd_cnt', count('Views gained', 2100), days),
    ...windows('total_digg_Nd_cnt', count('Likes gained', 110), days),
    total_video_sale_cnt: count('Units of all its products sold through the video', 61, { estimated: true }),
    total_video_sale_gmv_amt: amount('GMV of all its products sold through the video', 902.39, { estimated: true }),
  },
  {
    currency,
    nick_name: text('Display name of the creator', 'Mara tidies up'),
    category: text('Category of the creator as given by the source', 'Home & Garden'),
    first_crawl_dt: day('UTC day of the first observation, yyyyMMdd; 0 when only links name it', 20260105, {
      section: 8,
    }),
  },
);

export const videoList = defineList({
  id: 'video-list',
  path: '/v1/tiktok/video/list/analytics',
  tag: 'Videos',
  title: 'Video list',
  summary: 'Filter and sort the videos of a market by views, likes, length, product and more.',
  description:
    'Returns the videos of one region with their reach and the sales of all products they promote. Windows of views and likes ' +
    'cover the last 1, 7 and 30 days. Sales are estimates; if products have several currencies, amounts are those in the currency ' +
    'of most of them.',
  rowId: 'video_id',
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
  key: [market('region')],
  filters: [
    holding('user_id', 'user_id', 'Only videos of this creator.'),
    oneOf('sales_flag', labelled('none', 'promotes a product'), 'Filter by whether the video promotes a product.'),
    named('created_by_ai', ['true', 'false'], 'Filter by whether the video was made with AI.'),
    oneOf('is_ad', labelled('no', 'yes'), 'Filter by whether the video is a paid advertisement.'),
    holding('product_id', 'video_products', 'Only videos that promote this product.'),
    holding(
      'product_category_id',
      'category_ids',
      'Only videos that promote a product of this category, of any level.',
    ),
    between('create_time', 'posting time in epoch seconds; a video with an unknown time counts as 0'),
    between('duration', 'length in seconds'),
    between('total_views_cnt', 'number of views'),
  ],
  order: sortedBy('video_sort_field', ['total_digg_cnt', 'create_time', 'total_views_cnt']),
  row: videoRow,
  unserved: {
    category_ids: json('JSON array of the IDs of all categories of these products, as numbers', '[600001,842888]'),
  },
  onRequest: sureFields({ total_video_sale_cnt: 61 }),
  exampleQuery: { region: 'US', video_sort_field: '3' },
});
