import { categoryId, id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { amount, count, flag, fraction, price, rating, units } from '../fields/numbers.ts';
import { skus } from '../fields/skus.ts';
import { currency, json, region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';

/** What a product page says. */
export const product = declareKind({
  name: 'product',
  required: { product_id: id, observed_at: moment, region },
  optional: {
    currency,
    seller_id: id,
    product_name: text,
    category_id: categoryId,
    category_l2_id: categoryId,
    category_l3_id: categoryId,
    cover_url: json,
    desc_detail: json,
    discount: text,
    skus,
    sale_props: json,
    min_price: price,
    max_price: price,
    spu_avg_price: price,
    product_commission_rate: fraction,
    product_rating: rating,
    review_count: count,
    free_shipping: flag,
    is_s_shop: flag,
    off_mark: count,
    total_sale_cnt: units,
    total_sale_gmv_amt: amount,
    total_ifl_cnt: count,
    total_video_cnt: count,
    total_live_cnt: count,
    total_views_cnt: count,
  },
});
