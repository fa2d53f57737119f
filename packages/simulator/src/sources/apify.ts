import { amount } from '../records/stage.ts';
import { shortCount } from './formats.ts';
import type { ShownDay } from './shown-day.ts';
import type { ShownProduct } from './shown-product.ts';
import type { SourceForm } from './source-form.ts';

export const apify: SourceForm = {
  name: 'apify',
  title: 'a data set of an Apify actor for TikTok Shop, as JSON',
  extension: 'json',
  tells: [],
  *write(shown) {
    yield '[';
    for (const [index, product] of shown.products.entries()) {
      yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(productRow(shown, product), null, 2).replaceAll('\n', '\n  ')}`;
    }
    yield '\n]\n';
  },
};

/** Pages show sales in short from a thousand on, cut off. */
function productRow({ dateBefore }: ShownDay, product: ShownProduct): object {
  const { details, prices, region, total } = product;
  const { product_name, product_rating, review_count } = details();
  return {
    productId: product.id,
    title: product_name,
    currentPrice: amount(prices.minCents),
    currency: region.currency,
    soldText: `${shortCount(total.units)}+ sold`,
    rating: product_rating,
    reviewCount: review_count,
    shopId: product.shopId,
    shopName: product.shopName,
    region: region.code,
    scrapedAt: `${dateBefore(0)}T22:15:00.000Z`,
  };
}
