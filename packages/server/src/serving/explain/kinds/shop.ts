import type { Measures } from '../measure.ts';
import {
  allLastSeen,
  amountsOf,
  calculated,
  counted,
  days,
  daysInCurrency,
  lastSeen,
  membersOf,
  ofOther,
  type RowsIn,
  rowsOf,
  ruleAlone,
  twoWeeks,
  withRest,
} from './making.ts';

const products: RowsIn = { by: 'product', list: 'shop-products', key: 'seller_id', member: 'product_id' };
const more = 'what one of its products is served with beyond these';
const before = 'what its products sold before the first day that is known, or beyond the days, less corrections';

const unitDays = days('shop_trend', 'seller_id', 'units', 0);
const gmvDays = daysInCurrency('shop_trend', 'seller_id', 'gmv');

function promoters(by: 'creator' | 'video' | 'live', list: string, member: string) {
  return counted(`How many distinct ${by}s promote its products, but no fewer than are served of one of these.`, [
    withRest(membersOf({ by, list, key: 'seller_id', member }), more),
  ]);
}

/** How the fields of a shop are explained. */
export const shopMeasures: Measures = {
  total_sale_cnt: {
    rule: 'The sum over its products, or the current observed total of the shop, if that is larger.',
    basis: 'observed',
    breakdowns: [
      withRest(rowsOf(products, 'total_sale_cnt'), "what the shop's own total has beyond these"),
      withRest(unitDays, before),
    ],
    seen: [{ place: 'shop', column: 'total_sale_cnt', as: 'last' }],
  },
  total_sale_gmv_amt: {
    rule: 'The sum over its products in the currency that most of them have.',
    basis: 'observed',
    breakdowns: [amountsOf(products, 'total_sale_gmv_amt'), withRest(gmvDays, before)],
  },
  total_product_cnt: counted('How many products it sells.', [membersOf(products)]),
  total_crawl_product_cnt: counted('How many of its products are on sale (off_mark below 2).', [
    { ...membersOf(products), statement: 'members-on-sale' },
  ]),
  total_ifl_cnt: promoters('creator', 'shop-creators', 'user_id'),
  total_video_cnt: promoters('video', 'shop-videos', 'video_id'),
  total_live_cnt: promoters('live', 'shop-livestreams', 'room_id'),
  total_video_ifl_cnt: counted('How many creators the videos of its products have.', [
    membersOf({ by: 'creator', list: 'shop-videos', key: 'seller_id', member: 'user_id' }),
  ]),
  total_live_ifl_cnt: counted('How many creators the lives of its products have.', [
    membersOf({ by: 'creator', list: 'shop-livestreams', key: 'seller_id', member: 'user_id' }),
  ]),
  ...windowMeasures(),
  spu_avg_price: ruleAlone(
    'The mean of the prices of its products that have one, in the currency that most of them have, rounded half up.',
  ),
  sales_flag: ruleAlone(
    '1 when the GMV of the videos of its products is at least that of their lives and above 0, 2 when that of lives is larger, 0 when both are 0.',
  ),
  sales_trend_flag: {
    ...calculated(
      'With s1 the units of the last 7 days and s0 those of the 7 before: 1 when 10·s1 > 11·s0, 2 when 10·s1 < 9·s0, else 0; 0 when its first product was observed less than 14 days before the as-of day.',
      'first_crawl_dt',
    ),
    sums: twoWeeks(unitDays),
  },
  first_crawl_dt: ruleAlone('UTC day of the first observation of one of its products.'),
  category_id: ruleAlone('First-level category of most of its products; ties go to the smaller ID.'),
  category_l2_id: ruleAlone('Second-level category of most of the products of its first-level one.'),
  category_l3_id: ruleAlone('Third-level category of most of the products of its second-level one.'),
  most_product_category_list: calculated('The first-level category of most of its products.', 'category_id'),
  product_category_list: ruleAlone('First-level categories of its products, the one of most products first.'),
  currency: ruleAlone('The currency that most of its products have; the first code on a tie.'),
  seller_id: ruleAlone('The ID that its records have, or one of ours for a name without one.'),
  seller_link: ruleAlone('Always empty: no record has it.'),
  unique_id: ofOther('creator', 'user_id', 'unique_id'),
  seller_name: lastSeen('shop', 'shop_name'),
  cover_url: lastSeen('shop', 'avatar'),
  ...allLastSeen('shop', ['region', 'user_id', 'rating', 'from_flag']),
};

function windowMeasures(): Measures {
  const rule = 'The sum over its products of the days of the window';
  return {
    total_sale_Nd_cnt: {
      rule: `${rule}.`,
      basis: 'observed',
      breakdowns: [unitDays, rowsOf(products)],
    },
    total_sale_gmv_Nd_amt: {
      rule: `${rule}, in the currency that most of them have.`,
      basis: 'observed',
      breakdowns: [gmvDays, amountsOf(products)],
    },
  };
}
