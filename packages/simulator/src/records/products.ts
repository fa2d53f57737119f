import { at } from '../columns.ts';
import { share } from '../random.ts';
import type { Region } from '../regions.ts';
import { linksPerProduct } from '../world/links.ts';
import { stretchOf, stretchStart } from '../world/prices.ts';
import { priceSpanOf, productDetails } from './productDetails.ts';
import { amount, type RecordSource, type Stage } from './stage.ts';

const PRICED_PART = 0.3;
const GMV_SOURCE_PART = 0.4;
const GMV_DAY_PART = 0.8;
const CREATOR_COUNT_PART = 0.03;

/** Products, daily: a short line with the running total, the details at first sight and when they have changed. */
export function productRecords(stage: Stage): RecordSource {
  const { products } = stage.world;
  const links = linksPerProduct(stage.world.videos.links, products.count);
  return {
    range: () => ({ first: 0, end: products.count }),
    lines(product, day) {
      const region = products.ranges[at(products.region, product)]?.region;
      if (!region || !stage.observing.isProductSeen(product, day)) return '';
      const head =
        `{"kind":"product","product_id":"${products.ids[product]}","region":"${region.code}","currency":"${region.currency}",` +
        `"observed_at":"${stage.observedAt(product, day)}"`;
      return `${head}${totals(stage, product, day, at(links, product))}${extras(stage, region, product, day)}}\n`;
    },
  };
}

function totals(stage: Stage, product: number, day: number, links: number): string {
  const { market, world, keys } = stage;
  const { correctionDay, correctionUnits } = world.products;
  const corrected = day >= at(correctionDay, product) ? at(correctionUnits, product) : 0;
  const units = Math.max(0, at(market.productUnits, product) - corrected - at(market.returnedUnits, product));
  const shown = world.settings.features.has('rounded') ? threeDigits(units) : units;
  const gmv = tellsGmv(stage, product, day)
    ? `,"total_sale_gmv_amt":${amount(gmvCents(stage, product, corrected))}`
    : '';
  const countsCreators = share(keys.look, product, day * 4 + 1) < CREATOR_COUNT_PART;
  const creators = countsCreators
    ? `,"total_ifl_cnt":${Math.ceil((links * (day + 60)) / (world.calendar.days + 40))}`
    : '';
  return `,"total_sale_cnt":${shown}${gmv}${creators}`;
}

/** A count as many pages show it: 12,345 as 12,300. */
function threeDigits(units: number): number {
  let step = 1;
  while (units >= 1_000 * step) step *= 10;
  return units - (units % step);
}

function tellsGmv({ keys }: Stage, product: number, day: number): boolean {
  return share(keys.detail, product, 20) < GMV_SOURCE_PART && share(keys.look, product, day * 4 + 2) < GMV_DAY_PART;
}

/** A correction takes its units off at the price of its day. */
function gmvCents({ world, market }: Stage, product: number, correctedUnits: number): number {
  const returned = at(market.returnedUnits, product) * at(market.prices, product);
  const cents = Math.max(0, at(market.productCents, product) - returned);
  if (correctedUnits === 0) return cents;
  const { products, priceOf } = world;
  const price = priceOf(product, stretchOf(products, product, at(products.correctionDay, product)));
  return Math.max(0, cents - correctedUnits * price);
}

function extras(stage: Stage, region: Region, product: number, day: number): string {
  const { products } = stage.world;
  const changedDay = stretchStart(products, product, stretchOf(products, product, day));
  if (stage.observing.isProductDetailed(product, day, changedDay)) {
    return `,${JSON.stringify(productDetails(stage, region, product)).slice(1, -1)}`;
  }
  if (share(stage.keys.look, product, day * 4 + 3) >= PRICED_PART) return '';
  const span = priceSpanOf(stage, region, product);
  return `,"min_price":${amount(span.minCents)},"max_price":${amount(span.maxCents)}`;
}
