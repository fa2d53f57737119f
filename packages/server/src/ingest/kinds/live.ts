import { id } from '../fields/ids.ts';
import { links } from '../fields/links.ts';
import { moment, plannedSeconds } from '../fields/moments.ts';
import { amount, count, units } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a live stream's page says, and the products it promotes. */
export const live = declareKind({
  name: 'live',
  required: { live_id: id, observed_at: moment, user_id: id },
  optional: {
    region,
    title: text,
    start_time: plannedSeconds,
    end_time: plannedSeconds,
    total_views_cnt: count,
    max_views_cnt: count,
    products: links({ total_live_sale_cnt: units, total_live_sale_gmv_amt: amount }),
  },
});
