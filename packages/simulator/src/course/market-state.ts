import { at } from '../columns.ts';
import { HISTORY_DAYS } from '../rhythm.ts';
import { type PriceOf, stretchOf, stretchStart } from '../world/prices.ts';
import type { World } from '../world/world.ts';
import { createReturns } from './returns.ts';
import { createSteadySales, type Sales, type SteadySales } from './sales.ts';
import { createUnevenSales } from './uneven-sales.ts';

/**
 * The true state of the marketplace at the end of one day. Columns are by index; amounts in hundredths of the currency.
 */
export interface MarketState {
  /** Price of the day, a product. */
  readonly prices: Float64Array;
  /** Running units and GMV, a product, over all its sources. */
  readonly productUnits: Float64Array;
  readonly productCents: Float64Array;
  /** Units that came back, a product; they are in the running units all the same. */
  readonly returnedUnits: Float64Array;
  /** Running units and GMV, a video link, and the units of this day alone. */
  readonly linkUnits: Float64Array;
  readonly linkCents: Float64Array;
  readonly linkUnitsToday: Float64Array;
  /** Running units of the storefront and those of this day alone. */
  readonly storefrontUnits: Float64Array;
  readonly storefrontUnitsToday: Float64Array;
  /** Running views, a video. */
  readonly views: Float64Array;
  /** Running sums over the videos of a creator and the products of a shop. */
  readonly creatorViews: Float64Array;
  readonly creatorVideos: Float64Array;
  readonly shopUnits: Float64Array;
  /** Moves on to the end of the next day. */
  advance(day: number): void;
}

/** The market as of the end of `day` (−1: before the run). */
export function openMarketState(world: World, day: number): MarketState {
  if (world.settings.features.size > 0) return walkedMarket(world, day);
  const sales = createSteadySales(world);
  const market = emptyMarket(world, sales);
  openTotals(world, sales, market, day);
  return market;
}

/** Where a day depends on those before, the market is reached by walking there from the first video on. */
function walkedMarket(world: World, day: number): MarketState {
  const market = emptyMarket(world, createUnevenSales(world));
  for (let next = -HISTORY_DAYS; next <= day; next++) market.advance(next);
  return market;
}

/** Before anything was sold that is told apart. */
function emptyMarket(world: World, sales: Sales): MarketState {
  const { products, videos, creators, shops } = world;
  const returns = createReturns(world);
  const market: MarketState = {
    prices: new Float64Array(products.count),
    productUnits: new Float64Array(products.count),
    productCents: new Float64Array(products.count),
    returnedUnits: returns.units,
    linkUnits: new Float64Array(videos.links.count),
    linkCents: new Float64Array(videos.links.count),
    linkUnitsToday: new Float64Array(videos.links.count),
    storefrontUnits: new Float64Array(products.count),
    storefrontUnitsToday: new Float64Array(products.count),
    views: new Float64Array(videos.count),
    creatorViews: Float64Array.from(creators.viewsBefore),
    creatorVideos: Float64Array.from(creators.videosBefore),
    shopUnits: Float64Array.from(shops.unitsBefore),
    advance(next) {
      advance(world, sales, market, next);
      returns.advance(market.productUnits);
    },
  };
  for (let p = 0; p < products.count; p++) {
    const units = at(products.unitsBefore, p);
    addSold(world, market, p, units, units * world.priceOf(p, stretchOf(products, p, 0)));
  }
  return market;
}

/**
 * GMV of a source up to the end of a day: the units of each stretch at its price; what was sold before the run at the
 * first.
 */
function centsThrough(world: World, product: number, day: number, unitsThrough: (day: number) => number): number {
  const { products, priceOf } = world;
  const last = stretchOf(products, product, Math.max(0, day));
  let cents = 0;
  let unitsBefore = 0;
  for (let stretch = stretchOf(products, product, 0); stretch <= last; stretch++) {
    const units = unitsThrough(Math.min(day, stretchStart(products, product, stretch + 1) - 1));
    cents += (units - unitsBefore) * priceOf(product, stretch);
    unitsBefore = units;
  }
  return cents;
}

/** Reached at once, whatever the day: every running number is a function of it, and GMV needs one look a stretch of steady prices. */
function openTotals(world: World, sales: SteadySales, market: MarketState, day: number): void {
  const { products, videos } = world;
  for (let p = 0; p < products.count; p++) {
    const cents = centsThrough(world, p, day, (d) => sales.storefrontUnits(p, d));
    market.storefrontUnits[p] = sales.storefrontUnits(p, day);
    addSold(world, market, p, at(market.storefrontUnits, p), cents);
  }
  for (let l = 0; l < videos.links.count; l++) openLink(world, sales, market, l, day);
  for (let live = 0; live < world.lives.count && at(world.lives.day, live) <= day; live++) addLive(world, market, live);
  for (let v = 0; v < videos.count && at(videos.madeDay, v) <= day; v++) {
    market.views[v] = sales.viewsThrough(v, day);
    grow(market.creatorViews, at(videos.creator, v), at(market.views, v));
    grow(market.creatorVideos, at(videos.creator, v), 1);
  }
}

function openLink(world: World, sales: SteadySales, market: MarketState, link: number, day: number): void {
  const product = at(world.videos.links.product, link);
  market.linkUnits[link] = sales.linkUnitsThrough(link, day);
  market.linkCents[link] = centsThrough(world, product, day, (d) => sales.linkUnitsThrough(link, d));
  addSold(world, market, product, at(market.linkUnits, link), at(market.linkCents, link));
}

function grow(column: Float64Array, index: number, by: number): void {
  column[index] = at(column, index) + by;
}

function advance(world: World, sales: Sales, market: MarketState, day: number): void {
  setPrices(world, market.prices, world.priceOf, day);
  advanceStorefronts(world, sales, market, day);
  advanceVideos(world, sales, market, day);
  for (let live = firstLiveOf(world, day); live < world.lives.count && at(world.lives.day, live) === day; live++) {
    addLive(world, market, live);
  }
}

function setPrices({ products }: World, prices: Float64Array, priceOf: PriceOf, day: number): void {
  for (let p = 0; p < products.count; p++) prices[p] = priceOf(p, stretchOf(products, p, Math.max(0, day)));
}

function addSold(world: World, market: MarketState, product: number, units: number, cents: number): void {
  grow(market.productUnits, product, units);
  grow(market.productCents, product, cents);
  grow(market.shopUnits, at(world.products.shop, product), units);
}

function advanceStorefronts(world: World, sales: Sales, market: MarketState, day: number): void {
  for (let p = 0; p < world.products.count; p++) {
    const units = sales.storefrontUnits(p, day);
    const today = units - at(market.storefrontUnits, p);
    market.storefrontUnits[p] = units;
    market.storefrontUnitsToday[p] = today;
    addSold(world, market, p, today, today * at(market.prices, p));
  }
}

function advanceVideos(world: World, sales: Sales, market: MarketState, day: number): void {
  const { videos } = world;
  for (let v = 0; v < videos.count && at(videos.madeDay, v) <= day; v++) {
    const before = at(market.views, v);
    const views = sales.viewsThrough(v, day);
    market.views[v] = views;
    grow(market.creatorViews, at(videos.creator, v), views - before);
    if (at(videos.madeDay, v) === day) grow(market.creatorVideos, at(videos.creator, v), 1);
    for (let l = at(videos.links.start, v); l < at(videos.links.start, v + 1); l++) {
      advanceLink(world, sales, market, l, day, before, views);
    }
  }
}

function advanceLink(
  world: World,
  sales: Sales,
  market: MarketState,
  link: number,
  day: number,
  viewsBefore: number,
  views: number,
): void {
  const product = at(world.videos.links.product, link);
  const soldBefore = at(market.linkUnits, link);
  const isDead = day > at(world.products.lastDay, product);
  const sold = isDead ? soldBefore : sales.linkUnits(link, day, viewsBefore, views);
  market.linkUnits[link] = sold;
  market.linkUnitsToday[link] = sold - soldBefore;
  if (sold === soldBefore) return;
  const cents = (sold - soldBefore) * at(market.prices, product);
  grow(market.linkCents, link, cents);
  addSold(world, market, product, sold - soldBefore, cents);
}

/** Index of the first live of a day. */
export function firstLiveOf({ lives }: World, day: number): number {
  let low = 0;
  let high = lives.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(lives.day, middle) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addLive(world: World, market: MarketState, live: number): void {
  const { lives, products, priceOf } = world;
  const day = at(lives.day, live);
  for (let l = at(lives.links.start, live); l < at(lives.links.start, live + 1); l++) {
    const product = at(lives.links.product, l);
    const units = at(lives.units, l);
    addSold(world, market, product, units, units * priceOf(product, stretchOf(products, product, day)));
  }
}
