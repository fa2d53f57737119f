import type { Measure, Measures } from '../measure.ts';
import {
  allLastSeen,
  amountsOf,
  calculated,
  days,
  daysInCurrency,
  daysOfKind,
  growth,
  lastSeen,
  lastTotal,
  ofOther,
  type RowsIn,
  rowsOf,
  ruleAlone,
  withRest,
} from './making.ts';

const views = { place: 'video', column: 'total_views_cnt' } as const;
const likes = { place: 'video', column: 'total_digg_cnt' } as const;
const products: RowsIn = { by: 'product', list: 'video-products', key: 'video_id', member: 'product_id' };

const risenBy = (column: string) => days('video_trend', 'video_id', column, 0);
const beyond = 'what it states beyond its shares of these days, whole units, and what is cut at the sales of a product';

const sold: Pick<Measure, 'basis' | 'sales' | 'hasOwnSales'> = {
  basis: 'estimated',
  sales: { key: 'video_id' },
  hasOwnSales: true,
};

/** How the fields of a video are explained. */
export const videoMeasures: Measures = {
  total_views_cnt: lastTotal(views, daysOfKind('source_day', 1)),
  total_digg_cnt: lastTotal(likes, daysOfKind('like_day', 3)),
  total_comments_cnt: lastTotal({ place: 'video', column: 'total_comments_cnt' }, risenBy('comments')),
  total_favorites_cnt: lastTotal({ place: 'video', column: 'total_favorites_cnt' }, risenBy('favorites')),
  total_shares_cnt: lastTotal({ place: 'video', column: 'total_shares_cnt' }, risenBy('shares')),
  total_views_Nd_cnt: growth(views, daysOfKind('source_day', 1)),
  total_digg_Nd_cnt: growth(likes, daysOfKind('like_day', 3)),
  total_video_sale_cnt: {
    ...sold,
    rule: 'The sum over its products: of each the sum of its shares of all days, in whole units, or its own running total, if that is larger; at most what the product sold.',
    breakdowns: [
      rowsOf(products, 'total_video_sale_cnt'),
      withRest(days('video_trend', 'video_id', 'units', 3), beyond),
    ],
  },
  total_video_sale_gmv_amt: {
    ...sold,
    rule: 'The sum over its products in the currency that most of them have: of each its shares of all days, or its own running GMV, if that is larger; at most that of the product.',
    breakdowns: [
      amountsOf(products, 'total_video_sale_gmv_amt'),
      withRest(daysInCurrency('video_trend', 'video_id', 'gmv'), beyond),
    ],
  },
  sales_flag: calculated('1 when a product is linked.', 'video_products'),
  video_products: ruleAlone('Its linked products in ascending order.'),
  product_category_list: calculated(
    'First-level categories of its products, the one of most products first.',
    'video_products',
  ),
  first_crawl_dt: {
    rule: 'UTC day of its first observation that is not derived; a sale by it is one too. 0 if there is none.',
    basis: 'observed',
    seen: [{ place: 'video', column: 'video_id', as: 'first' }],
    sales: { key: 'video_id' },
  },
  currency: ruleAlone('The currency that most of its products have; the first code on a tie.'),
  video_id: ruleAlone('The ID that its records have.'),
  unique_id: ofOther('creator', 'user_id', 'unique_id'),
  avatar: ofOther('creator', 'user_id', 'avatar'),
  nick_name: ofOther('creator', 'user_id', 'nick_name'),
  category: ofOther('creator', 'user_id', 'category'),
  user_id: lastSeen('video', 'user_id'),
  ...allLastSeen('video', [
    ...['region', 'create_time', 'duration', 'video_desc', 'width', 'height', 'ratio', 'data_size', 'reflow_cover'],
    ...['is_ad', 'created_by_ai'],
  ]),
};
