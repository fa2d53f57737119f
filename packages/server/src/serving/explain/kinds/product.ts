import type { BreakdownOf, Measure, Measures, SeenOf } from '../measure.ts';
import {
  allLastSeen,
  amountsOf,
  calculated,
  counted,
  lastSeen,
  membersOf,
  type RowsIn,
  rowsOf,
  ruleAlone,
  twoWeeks,
  withRest,
} from './making.ts';

const units: SeenOf = { place: 'product', column: 'total_sale_cnt', as: 'total' };
const gmv: SeenOf = { place: 'product', column: 'total_sale_gmv_amt', as: 'total', isAmount: true };
const price: SeenOf = { place: 'product', column: 'price_cents', as: 'last', isCents: true };
const sales = { key: 'product_id' } as const;

const unitDays: BreakdownOf = {
  by: 'day',
  statement: 'product-days',
  parameters: { column: 'units', stated: 'known_units' },
  digits: 0,
};
const gmvDays: BreakdownOf = {
  by: 'day',
  statement: 'product-days',
  parameters: { column: 'gmv', stated: 'known_gmv' },
  digits: 2,
};
const unitSplit: BreakdownOf = {
  by: 'source',
  statement: 'product-split',
  parameters: { column: 'units', stated: 'known_units', by_video: 'video_units', by_live: 'live_units', scale: 1000 },
  digits: 3,
};
const gmvSplit: BreakdownOf = {
  by: 'source',
  statement: 'product-split',
  parameters: { column: 'gmv', stated: 'known_gmv', by_video: 'video_gmv', by_live: 'live_gmv', scale: 1 },
  digits: 2,
};

const before = 'what was sold before the first day that is known, or beyond the days, less what corrections took';

const soldMeasures: Measures = {
  total_sale_cnt: {
    rule: 'The running total as last observed. If it was never observed, the units of all days, and what videos and lives state beyond their shares of these.',
    basis: 'observed',
    breakdowns: [withRest(unitDays, before), withRest(unitSplit, before)],
    seen: [units],
    sales,
  },
  total_sale_gmv_amt: {
    rule: 'The running GMV as last observed, but never less than the GMV of all days. If it was never observed, the units of the first day times the first price and the GMV of the days after, or the GMV of all days if that is larger.',
    basis: 'observed',
    breakdowns: [withRest(gmvDays, before), withRest(gmvSplit, before)],
    seen: [gmv, units, price],
    sales,
  },
  total_sale_Nd_cnt: {
    rule: 'The sum of the days of the window. Between two days on which the running total was observed, its growth is spread evenly; on other days count the sales that records state.',
    basis: 'observed',
    breakdowns: [unitDays, unitSplit],
    seen: [units],
    sales,
  },
  total_sale_gmv_Nd_amt: {
    rule: "The sum of the days of the window. A day has its share of the growth of running GMV, else its units times the day's price, else the GMV of the sales that records state.",
    basis: 'observed',
    breakdowns: [gmvDays, gmvSplit],
    seen: [gmv, units, price],
    sales,
  },
};

/** What is attributed to its videos (1) or lives (2). */
function attributed(source: 1 | 2): Measures {
  const [by, list, member] =
    source === 1 ? ['video', 'product-videos', 'video_id'] : ['live', 'product-livestreams', 'room_id'];
  const rows: RowsIn = { by, list, key: 'product_id', member };
  const fields = source === 1 ? 'total_video_sale_cnt total_video_sale_gmv_amt' : 'total_sale_cnt total_sale_gmv_amt';
  const [count = '', amount = ''] = fields.split(' ');
  const capped = 'what they state beyond the sales of the product, which is cut';
  const beyond = `what ${by}s state beyond their shares of these days, whole units, and what is cut`;
  const daysOf = (column: string, digits: 2 | 3): BreakdownOf => ({
    by: 'day',
    statement: 'days',
    parameters: { table: 'split_day', key: 'product_id', column },
    digits,
  });
  const sourcesOf = (column: string, digits: 2 | 3): BreakdownOf => ({
    by,
    statement: 'product-sources',
    parameters: { source, column },
    digits,
  });
  const rule = `The units of each day are split over ${by}s, ${source === 1 ? 'lives' : 'videos'} and the storefront: known sales first, the rest by what each sells for its traffic.`;
  const all: Pick<Measure, 'basis' | 'seen' | 'sales'> = { basis: 'estimated', seen: [units], sales };
  const rounding = source === 1 ? 'half-up' : 'half-down';
  return {
    [`total_${by}_sale_cnt`]: {
      ...all,
      rule: `${rule} A total is the sum of those of its ${by}s: of each the sum of its shares, or its own running total, if that is larger.`,
      breakdowns: [withRest(rowsOf(rows, count), capped), withRest(daysOf(`${by}_units`, 3), beyond)],
    },
    [`total_${by}_sale_gmv_amt`]: {
      ...all,
      rule: `${rule} GMV follows the units. A total is the sum of those of its ${by}s.`,
      breakdowns: [withRest(amountsOf(rows, amount), capped), withRest(daysOf(`${by}_gmv`, 2), beyond)],
    },
    [`total_${by}_sale_Nd_cnt`]: {
      ...all,
      rule: `${rule} The thousandths of the window are added up, then rounded to whole units.`,
      rounding,
      breakdowns: [daysOf(`${by}_units`, 3), sourcesOf('units', 3)],
    },
    [`total_${by}_sale_gmv_Nd_amt`]: {
      ...all,
      rule: `${rule} GMV follows the units.`,
      breakdowns: [daysOf(`${by}_gmv`, 2), sourcesOf('gmv', 2)],
    },
  };
}

const madeRule = 'made in the window: on the day of its time, or if that is unknown, the first day it was observed.';

function promotion(source: 1 | 2): Measures {
  const by = source === 1 ? 'video' : 'live';
  const [list, member] = source === 1 ? ['product-videos', 'video_id'] : ['product-livestreams', 'room_id'];
  const linked = membersOf({ by, list, key: 'product_id', member });
  const made: BreakdownOf = { by, statement: 'made', parameters: { source }, digits: 0 };
  const dayOf: BreakdownOf = {
    by: 'day',
    statement: 'days',
    parameters: { table: 'product_trend', key: 'product_id', column: `${by}s` },
    digits: 0,
  };
  const first: BreakdownOf = {
    by: 'creator',
    list,
    statement: 'first-creators',
    parameters: { source, member },
    digits: 0,
  };
  return {
    [`total_${by}_cnt`]: counted(
      `How many ${by}s are linked, or the total that its records state, if that is larger.`,
      [withRest(linked, 'what its records state beyond these')],
      { seen: [{ place: 'product', column: `total_${by}_cnt`, as: 'last' }] },
    ),
    [`total_${by}_Nd_cnt`]: counted(`How many linked ${by}s were ${madeRule}`, [dayOf, made]),
    [`total_ifl_${by}_Nd_cnt`]: counted(`How many creators' first linked ${by} was ${madeRule}`, [first]),
  };
}

const views: RowsIn = { by: 'video', list: 'product-videos', key: 'product_id', member: 'video_id' };

const trafficMeasures: Measures = {
  total_views_cnt: counted(
    'The current views of its linked videos, or the total that its records state, if that is larger.',
    [withRest(rowsOf(views, 'total_views_cnt'), 'what its records state beyond these')],
    { seen: [{ place: 'product', column: 'total_views_cnt', as: 'last' }] },
  ),
  total_views_Nd_cnt: counted('The growth of the views of its linked videos in the window.', [
    { by: 'day', statement: 'product-views-days', digits: 0 },
    { by: 'video', statement: 'product-views-videos', digits: 0 },
  ]),
  total_ifl_cnt: counted(
    'How many creators have a linked video or live, or the total that its records state, if that is larger.',
    [
      withRest(
        membersOf({ by: 'creator', list: 'product-creators', key: 'product_id', member: 'user_id' }),
        'what its records state beyond these',
      ),
    ],
    { seen: [{ place: 'product', column: 'total_ifl_cnt', as: 'last' }] },
  ),
};

/** How the fields of a product are explained. */
export const productMeasures: Measures = {
  ...soldMeasures,
  ...attributed(1),
  ...attributed(2),
  ...promotion(1),
  ...promotion(2),
  ...trafficMeasures,
  sales_flag: calculated(
    '1 when the GMV of videos is at least that of lives and above 0, 2 when that of lives is larger, 0 when both are 0.',
    'total_video_sale_gmv_amt',
    'total_live_sale_gmv_amt',
  ),
  sales_trend_flag: {
    rule: 'With s1 the units of the last 7 days and s0 those of the 7 before: 1 when 10·s1 > 11·s0, 2 when 10·s1 < 9·s0, else 0; 0 when first observed less than 14 days before the as-of day.',
    basis: 'calculated',
    from: ['first_crawl_dt'],
    sums: twoWeeks(unitDays),
    seen: [units],
    sales,
  },
  first_crawl_dt: {
    rule: 'UTC day of the first observation that is not derived; 0 for one known only from a link, a sale or derived records.',
    basis: 'observed',
    seen: [{ place: 'product', column: 'product_id', as: 'first' }],
  },
  currency: lastSeen('product', 'currency'),
  spu_avg_price: {
    rule: "The price of the last record that has one: its average price, else the mean of its variants' prices, else the mean of lowest and highest. In another currency than the product's it does not count.",
    basis: 'observed',
    seen: [price],
  },
  min_price: lastSeen('product', 'min_price'),
  max_price: lastSeen('product', 'max_price'),
  category_name: calculated(
    'Name of the deepest category whose name is known.',
    'category_id',
    'category_l2_id',
    'category_l3_id',
  ),
  product_id: ruleAlone('The ID that its records have.'),
  ...allLastSeen('product', [
    ...['region', 'seller_id', 'product_name', 'category_id', 'category_l2_id', 'category_l3_id', 'cover_url'],
    ...['desc_detail', 'discount', 'skus', 'sale_props', 'product_commission_rate', 'product_rating', 'review_count'],
    ...['free_shipping', 'is_s_shop', 'off_mark', 'from_flag', 'is_hot', 'shop_type', 'specification'],
  ]),
};
