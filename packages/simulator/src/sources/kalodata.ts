import { csv } from './csv.ts';
import { percent, plainAmount, signs } from './formats.ts';
import { promotionOf, type ShownDay } from './shown-day.ts';
import type { ShownProduct, Sold } from './shown-product.ts';
import type { SourceForm } from './source-form.ts';

const RANGE_DAYS = 30;
type Channel = 'video' | 'live' | 'storefront';

/** A product and what it sold in the range, by channel. */
interface Row extends Readonly<Record<Channel, Sold>> {
  readonly product: ShownProduct;
}

export const kalodata: SourceForm = {
  name: 'kalodata',
  title: 'the product sheet of Kalodata for the last 30 days, as CSV',
  extension: 'csv',
  tells: [],
  isOfOneRegion: true,
  *write(shown) {
    const [first] = shown.products;
    yield* csv(columns(shown, signs[first?.region.currency ?? 'USD'] ?? '$'), rowsOf(shown));
  },
};

function rowsOf(shown: ShownDay): readonly Row[] {
  const sold = new Map<number, Record<Channel, { units: number; cents: number }>>();
  for (const { product, source, units, priceCents } of shown.sales(RANGE_DAYS)) {
    const channels = sold.get(product) ?? nothingSold();
    channels[source].units += units;
    channels[source].cents += units * priceCents;
    sold.set(product, channels);
  }
  return shown.products.map((product) => ({ product, ...(sold.get(product.index) ?? nothingSold()) }));
}

function nothingSold(): Record<Channel, { units: number; cents: number }> {
  return {
    video: { units: 0, cents: 0 },
    live: { units: 0, cents: 0 },
    storefront: { units: 0, cents: 0 },
  };
}

function columns(shown: ShownDay, sign: string): Readonly<Record<string, (row: Row) => string | number>> {
  const range = `${shown.dateBefore(Math.min(RANGE_DAYS, shown.day + 1) - 1)}~${shown.dateBefore(0)}`;
  return {
    'Date Range': () => range,
    'Product Name': ({ product }) => product.details().product_name,
    img_url: ({ product }) => `https://img.example.com/product/${product.id}_0.jpeg`,
    [`Price(${sign})`]: ({ product: { prices } }) =>
      [...new Set([prices.minCents, prices.maxCents])].map(plainAmount).join(' - '),
    'Product Rating': ({ product }) => product.details().product_rating || '-',
    'Item Sold': (row) => units(row),
    [`Avg. Unit Price(${sign})`]: (row) => (units(row) === 0 ? '-' : plainAmount(cents(row) / units(row))),
    'Commission Rate': ({ product }) => percent(product.details().product_commission_rate),
    [`Revenue(${sign})`]: (row) => plainAmount(cents(row)),
    [`Live Revenue(${sign})`]: ({ live }) => plainAmount(live.cents),
    [`Video Revenue(${sign})`]: ({ video }) => plainAmount(video.cents),
    'Product Card Revenue': ({ storefront }) => plainAmount(storefront.cents),
    'Creator Number': ({ product }) => promotionOf(shown, product).creators,
    KalodataUrl: ({ product: { id } }) => `https://www.kalodata.com/product/detail?id=${id}`,
    TikTokUrl: ({ product: { id, region } }) => `https://shop.tiktok.com/view/product/${id}?region=${region.code}`,
  };
}

function units({ video, live, storefront }: Row): number {
  return video.units + live.units + storefront.units;
}

function cents({ video, live, storefront }: Row): number {
  return video.cents + live.cents + storefront.cents;
}
