import { upTo } from '../fields/field-type.ts';
import { categoryId, id } from '../fields/ids.ts';
import { moment } from '../fields/moments.ts';
import { amount, count, flag, fraction, price, priceMax, rating, small, units } from '../fields/numbers.ts';
import { skus } from '../fields/skus.ts';
import { currency, images, json, region, text } from '../fields/texts.ts';
import { declareKind } from './kind.ts';
import { shopByName } from './named.ts';
import { reservationNames, reservations } from './reservations.ts';

/** What a product page says. */
export const product = declareKind({
  name: 'product',
  key: { product_id: id('ID of the product') },
  required: {
    observed_at: moment('time of the observation'),
    region: region('the marketplace'),
  },
  details: {
    seller_id: id('shop that sells the product'),
    product_name: text('title as shown'),
    category_id: categoryId('category, the broadest level'),
    category_l2_id: categoryId('category, the second level'),
    category_l3_id: categoryId('category, the third level'),
    cover_url: images('pictures: `[{"url": …, "index": 0}, …]`'),
    desc_detail: json('description'),
    discount: text('discount as shown'),
    skus: skus(
      'variants; the `real_price.price_val` of each, or its `real_price.sale_price_decimal`, is used for the price if it is a valid price',
    ),
    sale_props: json('properties of the variants'),
    product_commission_rate: fraction('commission; `0.05` is 5 %'),
    product_rating: rating('rating'),
    review_count: count('reviews'),
    free_shipping: flag('1 ships free'),
    is_s_shop: flag('1 fully managed'),
    off_mark: count('below 2: on sale'),
    from_flag: small('1 sold locally, 2 cross-border; 0 unknown', 2),
    is_hot: flag('1 marked as hot by your source'),
    shop_type: small('type of the shop, a number of your source; 0 unknown', 255),
    specification: json('specification'),
    total_ifl_cnt: count('creators, if your source reports them'),
    total_video_cnt: count('videos, if your source reports them'),
    total_live_cnt: count('lives, if your source reports them'),
    total_views_cnt: count('video views, if your source reports them'),
  },
  others: {
    seller_name: text('name of the shop; may stand in place of `seller_id`'),
    currency: currency('currency of all amounts in the record'),
    min_price: price('lowest price of the variants'),
    max_price: price('highest price of the variants'),
    spu_avg_price: price('average price of the variants'),
    total_sale_cnt: units('units sold so far'),
    total_sale_gmv_amt: amount('GMV so far'),
    ...reservations,
  },
  calculated: { price_cents: upTo(100 * priceMax) },
  decisive: reservationNames,
  named: shopByName('seller_name'),
});
