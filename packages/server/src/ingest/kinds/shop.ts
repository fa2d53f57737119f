import { id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { count, flag, rating } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a shop page says. */
export const shop = declareKind({
  name: 'shop',
  key: { seller_id: id('ID of the shop') },
  required: {
    observed_at: moment('time of the observation'),
    region: region('the marketplace'),
  },
  others: {
    shop_name: text('name as shown'),
    avatar: text('image URL'),
    is_s_shop: flag('1 fully managed'),
    rating: rating('rating'),
    total_sale_cnt: count('units sold so far'),
  },
});
