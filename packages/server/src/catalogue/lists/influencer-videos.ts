import { holding, oneOf } from '../filter.ts';
import { ofId, orHandle } from '../key.ts';
import { defineList } from '../list.ts';
import { sortedBy } from '../order.ts';
import { labelled } from '../parameter.ts';
import { sureFields } from '../sure-fields.ts';
import { videoList, videoRow } from './video-list.ts';

export const influencerVideos = defineList({
  id: 'influencer-videos',
  path: '/v1/tiktok/influencer/videos/analytics',
  tag: 'Creators',
  title: 'Videos of a creator',
  summary: 'List the videos of a creator, with their reach, its growth and their sales.',
  description:
    'Returns all videos of the creator, those without products included, with the fields of the video list. Sales are those of all ' +
    'products through the video and are estimates.',
  rowId: 'video_id',
  columns: videoList.columns as readonly (keyof typeof videoRow)[],
  key: [orHandle(ofId('user_id', 'ID of the creator.'), 'unique_id', 'Handle of the creator, with or without @.')],
  filters: [
    holding('product_id', 'video_products', 'Only videos that promote this product.'),
    oneOf('sales_flag', labelled('none', 'promotes a product'), 'Filter by whether the video promotes a product.'),
  ],
  order: sortedBy('influencer_video_sort_field', [
    'total_views_cnt',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
    'create_time',
  ]),
  row: videoRow,
  rowsOf: { list: videoList, where: 'user_id != 0' },
  onRequest: sureFields({ total_video_sale_cnt: 61 }),
  exampleQuery: { user_id: '7100000000000000001', influencer_video_sort_field: '3' },
});
