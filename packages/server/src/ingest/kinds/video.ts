import { id } from '../fields/ids.ts';
import { links } from '../fields/links.ts';
import { epochSeconds, moment } from '../fields/moments.ts';
import { amount, count, flag, units } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';
import { creatorByHandle } from './named.ts';
import { reservationNames, reservations } from './reservations.ts';

/** What a video's page says, and the products it promotes. */
export const video = declareKind({
  name: 'video',
  key: { video_id: id('ID of the video') },
  required: {
    observed_at: moment('time of the observation'),
    user_id: id('creator of the video; `unique_id` may stand in its place'),
  },
  lastSeen: {
    region: region('country'),
    total_views_cnt: count('views so far'),
    total_digg_cnt: count('likes so far'),
    total_comments_cnt: count('comments so far'),
    total_favorites_cnt: count('favorites so far'),
    total_shares_cnt: count('shares so far'),
  },
  details: {
    create_time: epochSeconds('posting time'),
    duration: count('seconds'),
    video_desc: text('caption'),
    hash_tag: text('hashtags'),
    width: count('pixels'),
    height: count('pixels'),
    ratio: text('resolution, such as `540p`'),
    data_size: count('bytes'),
    play_addr: text('video URL'),
    reflow_cover: text('cover URL'),
    is_ad: flag('1 an ad'),
    created_by_ai: flag('1 made with AI'),
  },
  others: {
    unique_id: text('handle of the creator; may stand in place of `user_id`'),
    products: links('the products it promotes', {
      total_video_sale_cnt: units('the units of the product sold through this video so far'),
      total_video_sale_gmv_amt: amount('their GMV'),
    }),
    ...reservations,
  },
  decisive: reservationNames,
  named: creatorByHandle,
});
