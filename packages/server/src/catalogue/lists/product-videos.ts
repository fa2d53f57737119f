import { amount, code, contractRow, count, currency, digits, id, text, uniqueId } from '../field.ts';
import { between, equals } from '../filter.ts';
import { ofId } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { sureFields } from '../sure-fields.ts';

/** A video and a product that it promotes. */
export const productVideoRow = contractRow(
  {
    product_id: id('Product', '1729400000000000001'),
    video_id: id('Video', '7400000000000000001'),
    user_id: id('Creator of the video; "0" when unknown', '7100000000000000001'),
    region: code('Market of the video, two letters; empty when unknown', 'US'),
    create_time: digits('Posting time in epoch seconds; empty when unknown', '1767225600'),
    duration: count('Length in seconds', 31),
    video_desc: text('Caption', 'Ten drawers, one afternoon #kitchen #storage'),
    hash_tag: text('Hashtags of the caption', '#kitchen #storage'),
    width: digits('Width in pixels; empty when unknown', '576'),
    height: digits('Height in pixels; empty when unknown', '1024'),
    ratio: text('Resolution as given by the source, such as 540p', '540p'),
    data_size: digits('File size in bytes; empty when unknown', '2850113'),
    play_addr: text(
      'Last observed URL of the video file; it may have expired',
      'https://videos.example/7400000000000000001.mp4',
    ),
    reflow_cover: text('URL of the cover image', 'https://images.example/videos/7400000000000000001.jpg'),
    total_views_cnt: count('Views', 181200),
    total_digg_cnt: count('Likes', 9320),
    total_comments_cnt: count('Comments', 148),
    total_favorites_cnt: count('Times saved', 1204),
    total_shares_cnt: count('Shares', 377),
    total_video_sale_cnt: count('Units of the product sold through the video', 52, { estimated: true }),
    total_video_sale_gmv_amt: amount('GMV of the product sold through the video', 779.48, { estimated: true }),
  },
  { unique_id: uniqueId, currency },
);

export const productVideos = defineList({
  id: 'product-videos',
  path: '/v1/tiktok/product/videos/analytics',
  tag: 'Products',
  title: 'Videos of a product',
  summary: 'List the videos that promote a product, with their reach and their sales of it.',
  description:
    'Returns the videos that promote the product. Views, likes and other engagement totals belong to the video; ' +
    '`total_video_sale_…` fields are the sales of this product through the video and are estimates.',
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
  key: [ofId('product_id', 'ID of the product.')],
  filters: [
    equals('user_id', 'Only videos of this creator.'),
    between('create_time', 'posting time in epoch seconds; a video with an unknown time counts as 0'),
  ],
  order: sortedBy('product_video_sort_field', [
    'total_views_cnt',
    'total_digg_cnt',
    'total_shares_cnt',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
    'create_time',
  ]),
  row: productVideoRow,
  onRequest: sureFields({ total_video_sale_cnt: 52 }),
  exampleQuery: { product_id: '1729400000000000001', product_video_sort_field: '4' },
});
