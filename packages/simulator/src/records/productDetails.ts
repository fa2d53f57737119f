import { categoryPathOf, TOP_COUNT } from '../categories.ts';
import { at } from '../columns.ts';
import { draw, pick } from '../random.ts';
import type { Region } from '../regions.ts';
import { amount, type Stage } from './stage.ts';

/** Prices of a product: its SKUs lie evenly around the price at which it sells, so that their mean is that price. */
export interface PriceSpan {
  readonly minCents: number;
  readonly meanCents: number;
  readonly maxCents: number;
}

const HOT_REVIEWS = 100;
const SPREADS = [0, 0, 0.1, 0.25] as const;
type SaleProperty = readonly [name: string, values: readonly string[]];

const PROPERTIES: readonly [SaleProperty, ...SaleProperty[]] = [
  ['Colour', ['Black', 'Rosé', 'สีฟ้า']],
  ['Size', ['S', 'M', 'L']],
  ['Ukuran', ['30 ml', '50 ml', '100 ml']],
];

/** The span of today's prices. */
export function priceSpanOf(stage: Stage, region: Region, product: number): PriceSpan {
  const meanCents = at(stage.market.prices, product);
  const steps = Math.floor((meanCents / region.priceStepCents) * pick(SPREADS, draw(stage.keys.detail, product, 1)));
  const aside = steps * region.priceStepCents;
  return { minCents: meanCents - aside, meanCents, maxCents: meanCents + aside };
}

/** Everything a product page shows besides its running totals. */
export function productDetails(stage: Stage, region: Region, product: number) {
  const { world, texts, keys } = stage;
  const category = draw(keys.detail, product, 2) % TOP_COUNT;
  const span = priceSpanOf(stage, region, product);
  const asSent = sender(draw(keys.detail, product, 3));
  return {
    seller_id: world.shops.ids[at(world.products.shop, product)],
    product_name: texts.productName(region.language, product, category),
    ...categoryPathOf(category, draw(keys.detail, product, 4)),
    cover_url: asSent(covers(stage, product)),
    desc_detail: asSent(description(stage, region, product)),
    skus: asSent(skus(stage, region, product, span)),
    sale_props: asSent(saleProperties(stage, product)),
    min_price: amount(span.minCents),
    max_price: amount(span.maxCents),
    spu_avg_price: amount(span.meanCents),
    discount: discountText(world.products.baseCents[product] ?? 0, span.meanCents),
    ...appraisal(stage, product),
    specification: asSent(specification(stage, product, span)),
  };
}

/** Some sources send structured fields as JSON text, most as they are. */
function sender(bits: number): (value: object) => unknown {
  return bits % 100 < 15 ? (value) => JSON.stringify(value) : (value) => value;
}

/** One to six pictures, in no particular order. */
function covers({ world, keys }: Stage, product: number): object {
  const count = 1 + (draw(keys.detail, product, 5) % 6);
  const turn = draw(keys.detail, product, 6) % count;
  return Array.from({ length: count }, (_, i) => {
    const index = (i + turn) % count;
    return { url: `https://img.example.com/product/${world.products.ids[product]}_${index}.jpeg`, index };
  });
}

function description({ world, texts }: Stage, region: Region, product: number): object {
  const line = (slot: number): string => texts.productText(region.language, product, slot);
  const url = `https://img.example.com/detail/${world.products.ids[product]}.webp`;
  return [
    { type: 'text', text: line(0) },
    { type: 'ul', content: [line(1), line(2)] },
    { type: 'image', image: { height: 800, width: 800, uri: `detail/${product}`, url_list: [url] } },
  ];
}

/** What distinguishes the variants of a product. */
export function saleProperty({ keys }: Stage, product: number): SaleProperty {
  return pick(PROPERTIES, draw(keys.detail, product, 7));
}

function valueId(product: number, slot: number): string {
  return String(600_000_000 + (product % 1_000_000) * 10 + slot);
}

/** Three SKUs around the mean price, or one alone; prices now as text, now as numbers. */
export function skus(stage: Stage, region: Region, product: number, span: PriceSpan) {
  const all = [span.minCents, span.meanCents, span.maxCents];
  const prices = span.minCents === span.maxCents ? [span.meanCents] : all;
  const asText = draw(stage.keys.detail, product, 8) % 2 === 0;
  return prices.map((cents, slot) => ({
    sku_id: `${stage.world.products.ids[product]?.slice(0, 18)}${slot}`,
    sale_prop_value_ids: valueId(product, slot),
    real_price: {
      price_str: `${region.currency} ${amount(cents)}`,
      price_val: asText ? String(amount(cents)) : amount(cents),
      currency: region.currency,
    },
  }));
}

function saleProperties(stage: Stage, product: number): object {
  const [name, values] = saleProperty(stage, product);
  const sale_prop_values = values.map((value, slot) => ({ prop_value_id: valueId(product, slot), prop_value: value }));
  return [{ prop_name: name, prop_id: '100000', has_image: 'false', sale_prop_values }];
}

/** What the page says of it in a table. */
function specification({ world }: Stage, product: number, span: PriceSpan): object {
  const variants = span.minCents === span.maxCents ? 1 : 3;
  return [
    { name: 'Model', value: String(world.products.ids[product]).slice(-6) },
    { name: 'Variants', value: String(variants) },
  ];
}

function discountText(baseCents: number, cents: number): string {
  return cents < baseCents ? `${Math.round(100 - (100 * cents) / baseCents)}%` : '';
}

/** What buyers and the marketplace think of it. */
function appraisal({ world, market, keys }: Stage, product: number) {
  const bits = draw(keys.detail, product, 9);
  const isManaged = at(world.shops.isManaged, at(world.products.shop, product));
  const reviews = Math.floor(at(market.productUnits, product) * (0.01 + (bits % 60) / 1_000));
  return {
    product_commission_rate: (bits >>> 8) % 5 === 0 ? 0 : ((bits >>> 8) % 41) / 200,
    product_rating: reviews === 0 ? 0 : (32 + ((bits >>> 16) % 19)) / 10,
    review_count: reviews,
    free_shipping: (bits >>> 24) % 3 === 0 ? 1 : 0,
    is_s_shop: isManaged,
    off_mark: bits >>> 28 === 0 ? 3 : 0,
    from_flag: isManaged === 1 ? 2 : 1,
    is_hot: reviews >= HOT_REVIEWS ? 1 : 0,
    shop_type: isManaged === 1 ? 2 : 1,
  };
}
