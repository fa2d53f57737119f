import { type Calendar, createCalendar } from '../calendar.ts';
import type { Settings } from '../options.ts';
import { createKeys, type KeyOf } from '../random.ts';
import { splitByProducts, splitByWeight } from '../regions.ts';
import { type Creators, createCreators } from './creators.ts';
import { createDemand, type Demand } from './demand.ts';
import { createLives, type Lives } from './lives.ts';
import { createPrices, type PriceOf } from './prices.ts';
import { createProducts, type Products } from './products.ts';
import { createShops, type Shops } from './shops.ts';
import { createVideos, type Videos } from './videos.ts';

/** Everything that is settled before the first day: who there is, who promotes what, and what becomes of them. */
export interface World {
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly keyOf: KeyOf;
  readonly products: Products;
  readonly priceOf: PriceOf;
  readonly demand: Demand;
  readonly shops: Shops;
  readonly creators: Creators;
  readonly videos: Videos;
  readonly lives: Lives;
}

const PRODUCTS_PER_SHOP = 8;
const PRODUCTS_PER_CREATOR = 4;

/** Draws the world of a run. Memory grows with its products and videos, not with its days. */
export function createWorld(settings: Settings): World {
  const calendar = createCalendar(settings.days, settings.endDate);
  const keyOf = createKeys(settings.seed);
  const ranges = splitByWeight(settings.regions, settings.products);
  const shops = createShops(keyOf, splitByProducts(ranges, PRODUCTS_PER_SHOP));
  const products = createProducts(settings, keyOf, ranges, shops.ranges);
  const creators = createCreators(settings, calendar, keyOf, splitByProducts(ranges, PRODUCTS_PER_CREATOR));
  const videos = createVideos(settings, calendar, keyOf, products, creators);
  const priceOf = createPrices(products, keyOf);
  const demand = createDemand(settings, keyOf, products, priceOf);
  const lives = createLives(settings, calendar, keyOf, products, creators, demand);
  return {
    settings,
    calendar,
    keyOf,
    products,
    priceOf,
    demand,
    shops,
    creators,
    videos,
    lives,
  };
}
