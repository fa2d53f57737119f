import type { BreakdownOf, Measure, Measures } from '../measure.ts';
import {
  allLastSeen,
  amountsOf,
  calculated,
  counted,
  daysOfKind,
  lastSeen,
  lastTotal,
  membersOf,
  ofOther,
  type RowsIn,
  rowsOf,
  ruleAlone,
  withRest,
} from './making.ts';

const products: RowsIn = { by: 'product', list: 'product-livestreams', key: 'room_id', member: 'product_id' };
const beyond = 'what it states beyond its shares of these days, whole units, and what is cut at the sales of a product';

const sold: Pick<Measure, 'basis' | 'sales' | 'hasOwnSales'> = {
  basis: 'estimated',
  sales: { key: 'live_id' },
  hasOwnSales: true,
};

function liveDays(column: 'units' | 'gmv'): BreakdownOf {
  return {
    by: 'day',
    list: 'product-livestreams',
    statement: 'live-days',
    parameters: { column, any_currency: column === 'units' ? 1 : 0 },
    digits: column === 'units' ? 3 : 2,
  };
}

/** How the fields of a live are explained. */
export const liveMeasures: Measures = {
  total_views_cnt: lastTotal({ place: 'live', column: 'total_views_cnt' }, daysOfKind('source_day', 2)),
  total_sale_cnt: {
    ...sold,
    rule: 'The sum over its products: of each the sum of its shares of all days, in whole units, or its own running total, if that is larger; at most what the product sold.',
    breakdowns: [rowsOf(products, 'total_sale_cnt'), withRest(liveDays('units'), beyond)],
  },
  total_sale_gmv_amt: {
    ...sold,
    rule: 'The sum over its products in the currency that most of them have: of each its shares of all days, or its own running GMV, if that is larger; at most that of the product.',
    breakdowns: [amountsOf(products, 'total_sale_gmv_amt'), withRest(liveDays('gmv'), beyond)],
  },
  total_product_cnt: counted('How many products are linked.', [membersOf(products)]),
  duration: calculated('Its end less its start; 0 if either is unknown.', 'create_time', 'finish_time'),
  currency: ruleAlone('The currency that most of its products have; the first code on a tie.'),
  room_id: ruleAlone('The ID that its records have.'),
  user_id: lastSeen('live', 'user_id'),
  create_time: lastSeen('live', 'start_time'),
  finish_time: lastSeen('live', 'end_time'),
  unique_id: ofOther('creator', 'user_id', 'unique_id'),
  nick_name: ofOther('creator', 'user_id', 'nick_name'),
  total_followers_cnt: ofOther('creator', 'user_id', 'total_followers_cnt'),
  ...allLastSeen('live', [
    ...['region', 'title', 'cover_url', 'max_views_cnt', 'total_joins_cnt', 'total_digg_cnt', 'total_comments_cnt'],
  ]),
};
