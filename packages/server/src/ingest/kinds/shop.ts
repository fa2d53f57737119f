import { id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { count, flag, rating, small } from '../fields/numbers.ts';
import { region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';
import { shopByName } from './named.ts';

/** What a shop page says. */
export const shop = declareKind({
  name: 'shop',
  key: { seller_id: id('ID of the shop; `shop_name` may stand in its place') },
  required: {
    observed_at: moment('time of the observation'),
    region: region('the marketplace'),
  },
  lastSeen: {
    shop_name: text('name as shown'),
    avatar: text('image URL'),
    is_s_shop: flag('1 fully managed'),
    from_flag: small('1 sells locally, 2 cross-border; 0 unknown', 2),
    rating: rating('rating'),
    total_sale_cnt: count('units sold so far'),
    user_id: id('creator account of the shop'),
  },
  otherPersons: ['user_id'],
  named: shopByName('shop_name'),
});
