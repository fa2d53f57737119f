import { ofIds } from '../key.ts';
import { defineList } from '../list.ts';
import { fixedOrder } from '../order.ts';
import { sureFields } from '../sure-fields.ts';
import { productVideoRow, productVideos } from './product-videos.ts';

export const videoProducts = defineList({
  id: 'video-products',
  path: '/v1/tiktok/video/products/analytics',
  tag: 'Videos',
  title: 'Products of videos',
  summary: 'List the products that videos promote, with the sales of each through the video.',
  description:
    'Returns a row for each product of each video, with the fields of the videos of a product: videos in the order asked for, ' +
    'products of a video by units sold, the most first.',
  rowId: 'product_id',
  columns: [
    'video_id',
    'product_id',
    'total_video_sale_cnt',
    'total_video_sale_gmv_amt',
    'currency',
    'total_views_cnt',
  ],
  key: [ofIds('video_ids', 'video_id', 10)],
  order: fixedOrder('total_video_sale_cnt', 'descending'),
  row: productVideoRow,
  rowsOf: { list: productVideos, where: '1' },
  onRequest: sureFields({ total_video_sale_cnt: 52 }),
  exampleQuery: { video_ids: '7400000000000000001' },
});
