import { id } from '../fields/ids.ts';
import { links } from '../fields/links.ts';
import { moment, plannedSeconds } from '../fields/moments.ts';
import { amount, count, units } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a live stream's page says, and the products it promotes. */
export const live = declareKind({
  name: 'live',
  key: { live_id: id('ID of the live') },
  required: {
    observed_at: moment('time of the observation'),
    user_id: id('creator of the live'),
  },
  lastSeen: {
    region: region('country'),
    start_time: plannedSeconds('start'),
    total_views_cnt: count('viewers so far'),
  },
  others: {
    title: text('title as shown'),
    end_time: plannedSeconds('end'),
    max_views_cnt: count('peak viewers'),
    products: links('the products it promotes', {
      total_live_sale_cnt: units('the units of the product sold through this live so far'),
      total_live_sale_gmv_amt: amount('their GMV'),
    }),
  },
});
