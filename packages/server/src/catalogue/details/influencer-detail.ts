import { defineDetail } from '../detail.ts';
import { influencerList } from '../lists/influencer-list.ts';

export const influencerDetail = defineDetail({
  id: 'influencer-detail',
  path: '/v1/tiktok/influencer/detail/analytics',
  tag: 'Creators',
  title: 'Creators by ID',
  summary: 'Get up to ten creators by their IDs or handles, with the fields of the creator list.',
  description:
    'Returns the creators with these IDs or handles, of any market, with their audience, its growth, and what their videos and lives sold.',
  of: influencerList,
  ids: 'user_ids',
  idsMax: 10,
  handles: { parameter: 'unique_ids', field: 'unique_id' },
});
