import { defineDetail } from '../detail.ts';
import { videoList } from '../lists/video-list.ts';

export const videoDetail = defineDetail({
  id: 'video-detail',
  path: '/v1/tiktok/video/detail/analytics',
  tag: 'Videos',
  title: 'Videos by ID',
  summary: 'Get up to ten videos by their IDs, with the fields of the video list.',
  description:
    'Returns the videos with these IDs, of any market, with their reach and the sales of the products they promote.',
  of: videoList,
  ids: 'video_ids',
  idsMax: 10,
});
