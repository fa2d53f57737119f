import { id } from '../fields/ids.ts';
import { links } from '../fields/links.ts';
import { epochSeconds, moment } from '../fields/moments.ts';
import { amount, count, units } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a video's page says, and the products it promotes. */
export const video = declareKind({
  name: 'video',
  required: { video_id: id, observed_at: moment, user_id: id },
  optional: {
    region,
    create_time: epochSeconds,
    duration: count,
    video_desc: text,
    hash_tag: text,
    width: count,
    height: count,
    ratio: text,
    data_size: count,
    play_addr: text,
    reflow_cover: text,
    total_views_cnt: count,
    total_digg_cnt: count,
    total_comments_cnt: count,
    total_favorites_cnt: count,
    total_shares_cnt: count,
    products: links({ total_video_sale_cnt: units, total_video_sale_gmv_amt: amount }),
  },
});
