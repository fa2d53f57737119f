import { amount } from '../records/stage.ts';
import { percent, priceRange } from './formats.ts';
import { pagesOf } from './pages.ts';
import { promotionOf, type ShownDay } from './shown-day.ts';
import type { ShownProduct } from './shown-product.ts';
import type { SourceForm } from './source-form.ts';

const WINDOWS = { yday: 1, day7: 7, day14: 14, day28: 28 } as const;
const TREND_DAYS = 7;

export const fastmoss: SourceForm = {
  name: 'fastmoss',
  title: 'responses of the product search of FastMoss, one a line',
  extension: 'ndjson',
  tells: [],
  *write(shown) {
    const { secondsOf } = shown.stage.world.calendar;
    // What a response of a day states ends with the day before.
    const update_at = secondsOf(shown.day + 1) + 4 * 3_600;
    for (const page of pagesOf(shown.products)) {
      const product_list = page.map((product) => productRow(shown, product));
      const data = { product_list, total: shown.products.length, update_at };
      yield `${JSON.stringify({ code: '200', msg: 'success!', data, ext: { is_login: 1 } })}\n`;
    }
  },
};

function productRow(shown: ShownDay, product: ShownProduct): object {
  const { prices, region, total } = product;
  const details = product.details();
  const { creators, videos, lives } = promotionOf(shown, product);
  const windows = Object.entries(WINDOWS).map(([name, days]) => [`${name}_sold_count`, product.sold(days).units]);
  return {
    product_id: product.id,
    title: `<span style='color:red'>${details.product_name.slice(0, 3)}</span>${details.product_name.slice(3)}`,
    shop_name: product.shopName,
    shop_info: { seller_id: product.shopId, name: product.shopName },
    price: priceRange(prices.minCents, prices.maxCents, region),
    crate_show: percent(details.product_commission_rate),
    sold_count: total.units,
    sale_amount: amount(total.cents),
    ...Object.fromEntries(windows),
    relate_author_count: creators,
    relate_video_count: videos,
    relate_live_count: lives,
    product_rating: String(details.product_rating),
    region: region.code,
    trend: Array.from({ length: TREND_DAYS }, (_, ago) => trendOf(shown, product, ago)).reverse(),
  };
}

/** What was sold on the day so many days ago. */
function trendOf({ dateBefore }: ShownDay, product: ShownProduct, ago: number): object {
  const [until, before] = [ago === 0 ? { units: 0, cents: 0 } : product.sold(ago), product.sold(ago + 1)];
  return {
    dt: dateBefore(ago),
    inc_sold_count: before.units - until.units,
    inc_sale_amount: amount(before.cents - until.cents),
  };
}
