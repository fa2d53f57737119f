import { id } from '../fields/ids.ts';
import { links } from '../fields/links.ts';
import { moment, plannedSeconds } from '../fields/moments.ts';
import { amount, count, units } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';
import { creatorByHandle } from './named.ts';
import { reservationNames, reservations } from './reservations.ts';

/** What a live stream's page says, and the products it promotes. */
export const live = declareKind({
  name: 'live',
  key: { live_id: id('ID of the live') },
  required: {
    observed_at: moment('time of the observation'),
    user_id: id('creator of the live; `unique_id` may stand in its place'),
  },
  lastSeen: {
    region: region('country'),
    title: text('title as shown'),
    cover_url: text('cover URL'),
    start_time: plannedSeconds('start'),
    end_time: plannedSeconds('end'),
    total_views_cnt: count('viewers so far'),
    max_views_cnt: count('peak viewers'),
    total_joins_cnt: count('viewers who joined so far'),
    total_digg_cnt: count('likes so far'),
    total_comments_cnt: count('comments so far'),
  },
  others: {
    unique_id: text('handle of the creator; may stand in place of `user_id`'),
    products: links('the products it promotes', {
      total_live_sale_cnt: units('the units of the product sold through this live so far'),
      total_live_sale_gmv_amt: amount('their GMV'),
    }),
    ...reservations,
  },
  decisive: reservationNames,
  named: creatorByHandle,
});
