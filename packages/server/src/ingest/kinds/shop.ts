import { id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { count, flag, rating } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a shop page says. */
export const shop = declareKind({
  name: 'shop',
  required: { seller_id: id, observed_at: moment, region },
  optional: { shop_name: text, avatar: text, is_s_shop: flag, rating, total_sale_cnt: count },
});
