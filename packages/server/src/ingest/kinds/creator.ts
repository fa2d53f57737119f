import { id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { count, flag } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';
import { creatorByHandle } from './named.ts';

/** What a creator's page says. */
export const creator = declareKind({
  name: 'creator',
  key: { user_id: id('ID of the creator; `unique_id` may stand in its place') },
  required: { observed_at: moment('time of the observation') },
  lastSeen: {
    unique_id: text('handle'),
    nick_name: text('display name'),
    avatar: text('image URL'),
    region: region('country'),
    category: text('category as given by your source'),
    total_followers_cnt: count('followers'),
    total_following_cnt: count('followed'),
    total_digg_cnt: count('likes so far'),
    total_post_video_cnt: count('videos'),
    total_live_cnt: count('lives'),
    total_views_cnt: count('video views so far'),
    total_live_views_cnt: count('live views so far'),
    total_comments_cnt: count('comments so far'),
    total_shares_cnt: count('shares so far'),
  },
  details: {
    language: text('language, such as `en`'),
    gender: text('gender as given by your source'),
    signature: text('what the profile says'),
    contact_email: text('contact address'),
    show_case_flag: flag('1 has a showcase'),
  },
  named: creatorByHandle,
});
