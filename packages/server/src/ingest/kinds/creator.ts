import { id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { count } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a creator's page says. */
export const creator = declareKind({
  name: 'creator',
  required: { user_id: id, observed_at: moment },
  optional: {
    unique_id: text,
    nick_name: text,
    avatar: text,
    region,
    category: text,
    total_followers_cnt: count,
    total_following_cnt: count,
    total_digg_cnt: count,
    total_post_video_cnt: count,
    total_live_cnt: count,
    total_views_cnt: count,
    total_live_views_cnt: count,
  },
});
