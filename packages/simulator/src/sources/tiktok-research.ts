import { at } from '../columns.ts';
import { shopDetails } from '../records/shops.ts';
import { plainAmount } from './formats.ts';
import { pagesOf } from './pages.ts';
import { indices, type ShownDay } from './shown-day.ts';
import type { ShownProduct } from './shown-product.ts';
import type { SourceForm } from './source-form.ts';

export const tiktokResearch: SourceForm = {
  name: 'tiktok-research',
  title: 'responses of `tts/product` and `tts/shop` of the TikTok Research API, one a line',
  extension: 'ndjson',
  tells: ['region', 'currency', 'day'],
  isOfOneRegion: true,
  *write(shown) {
    for (const page of pagesOf(shown.products)) yield response({ products: page.map(productRow) });
    const { shops } = shown.stage.world;
    for (const page of pagesOf(indices(shops.count, (shop) => shown.isShown(shops.ranges, shop))))
      yield response({ shops: page.map((shop) => shopRow(shown, shop)) });
  },
};

/** Ids are numbers, all digits of which are there. */
function response(data: object): string {
  const text = JSON.stringify({ data, error: { code: 'ok', message: '', log_id: '2026' } });
  return `${text.replace(/"(product_id|shop_id)":"(\d+)"/g, '"$1":$2')}\n`;
}

function productRow({ id, shopId, details, prices, total }: ShownProduct): object {
  const { product_name, product_rating, review_count } = details();
  return {
    product_id: id,
    shop_id: shopId,
    product_name,
    product_sold_count: total.units,
    product_review_count: review_count,
    product_price: [prices.minCents, prices.maxCents].map(plainAmount),
    product_rating: String(product_rating),
  };
}

function shopRow({ stage }: ShownDay, shop: number): object {
  const { shop_name, rating } = shopDetails(stage, shop);
  return {
    shop_id: stage.world.shops.ids[shop],
    shop_name,
    shop_rating: String(rating),
    item_sold_count: at(stage.market.shopUnits, shop),
  };
}
