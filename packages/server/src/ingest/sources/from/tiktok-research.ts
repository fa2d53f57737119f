import { highestPrice, lowestPrice } from '../readers/amounts.ts';
import { count } from '../readers/counts.ts';
import { currency } from '../readers/currencies.ts';
import { id } from '../readers/identities.ts';
import { endOfToldDay, moment } from '../readers/moments.ts';
import { number, region, text } from '../readers/texts.ts';
import type { Source } from '../source.ts';

const observedAt = [moment('observed_at'), endOfToldDay];
const day = 'the day told: the response does not say when it was asked for';

export const tiktokResearch: Source = {
  name: 'tiktok-research',
  title: 'TikTok Research API',
  about: 'Responses of `tts/shop` and `tts/product` as they were saved.',
  tables: [
    {
      rows: 'products of tts/product',
      containers: ['json'],
      recognised: { all: ['product_id', 'product_sold_count'] },
      records: [
        {
          kind: 'product',
          fields: {
            product_id: id('product_id'),
            observed_at: observedAt,
            region: region('region'),
            currency: currency(['product_price_currency'], ['product_price']),
            seller_id: id('shop_id'),
            product_name: text('product_name'),
            min_price: lowestPrice('product_price'),
            max_price: highestPrice('product_price'),
            product_rating: number('product_rating'),
            review_count: count('product_review_count'),
            total_sale_cnt: count('product_sold_count'),
          },
        },
      ],
      day,
      lost: ['product_description', 'product_rating_1_count'],
    },
    {
      rows: 'shops of tts/shop',
      containers: ['json'],
      recognised: { all: ['shop_id', 'shop_name'], any: ['item_sold_count', 'shop_rating'] },
      records: [
        {
          kind: 'shop',
          fields: {
            seller_id: id('shop_id'),
            observed_at: observedAt,
            region: region('region'),
            shop_name: text('shop_name'),
            rating: number('shop_rating'),
            total_sale_cnt: count('item_sold_count'),
          },
        },
      ],
      day,
      lost: ['on_sell_product_count', 'shop_review_count', 'shop_performance_value'],
    },
  ],
  refusal: (context) => {
    const code = context['error.code'];
    if (typeof code !== 'string' || code === 'ok') return undefined;
    return `the response is an error of the API: ${code} ${String(context['error.message'] ?? '')}`;
  },
};
