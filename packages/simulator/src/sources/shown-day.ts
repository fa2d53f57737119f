import { at } from '../columns.ts';
import { type MarketState, openMarketState } from '../course/market-state.ts';
import type { Settings } from '../options.ts';
import { createStage, type Stage } from '../records/stage.ts';
import { type TrueSale, trueSales } from '../records/truth.ts';
import { type Region, type RegionRange, regionAt } from '../regions.ts';
import type { Links } from '../world/links.ts';
import { stretchOf } from '../world/prices.ts';
import { createWorld, type World } from '../world/world.ts';
import { type ShownProduct, type Sold, shownProduct } from './shown-product.ts';

/** A product that a video or live promotes. */
export interface ShownLink {
  /** Index of the video or live. */
  readonly owner: number;
  readonly product: ShownProduct;
  /** What the video or live has sold of it, up to the end of the day. */
  readonly sold: Sold;
}

/** What a video, a live or the storefront sold of a product on a day. */
export interface ShownSale extends TrueSale {
  /** UTC day, YYYY-MM-DD. */
  readonly date: string;
  readonly of: ShownProduct;
  readonly priceCents: number;
}

/** The marketplace as all can see it at the end of a day: what files of every source are made of. */
export interface ShownDay {
  readonly stage: Stage;
  /** Counted from the first of the run. */
  readonly day: number;
  /** UTC day so many days before, YYYY-MM-DD. */
  dateBefore(days: number): string;
  /** The market at the end of the day so many days before. */
  marketBefore(days: number): MarketState;
  /** Whether an entity is of the country that is shown, by the ranges of its kind; of all countries, any is. */
  isShown(ranges: readonly RegionRange[], index: number): boolean;
  /** Those on sale. */
  readonly products: readonly ShownProduct[];
  readonly videoLinks: readonly ShownLink[];
  readonly liveLinks: readonly ShownLink[];
  /** All sales of the last so many days, day by day. */
  sales(days: number): Iterable<ShownSale>;
}

/**
 * The marketplace at the end of a day of a run.
 *
 * @param only the country that is shown of it; undefined: all
 */
export function openShownDay(settings: Settings, day: number, only?: Region): ShownDay {
  const world = createWorld(settings);
  const isShown = (ranges: readonly RegionRange[], index: number) =>
    only === undefined || regionAt(ranges, index).code === only.code;
  const isOfShown = ({ product }: ShownLink) => isShown(world.products.ranges, product.index);
  const stage = createStage(world, marketOf(world, day));
  const marketBefore = remembered((days: number) => openMarketState(world, day - days));
  const productAt = remembered((index: number) => shownProduct(stage, marketBefore, index));
  const { products, videos, lives } = world;
  return {
    stage,
    day,
    isShown,
    marketBefore,
    dateBefore: (days) => world.calendar.dateOf(day - days),
    products: indices(
      products.count,
      (p) => isShown(products.ranges, p) && at(products.bornDay, p) <= day && day < at(products.goneDay, p),
    ).map(productAt),
    videoLinks: linksOf(
      videos.links,
      (video) => at(videos.madeDay, video) <= day,
      productAt,
      (link) => ({
        units: at(stage.market.linkUnits, link),
        cents: at(stage.market.linkCents, link),
      }),
    ).filter(isOfShown),
    liveLinks: linksOf(
      lives.links,
      (live) => at(lives.day, live) <= day,
      productAt,
      (link, live) => ({
        units: at(lives.units, link),
        cents: at(lives.units, link) * priceOn(world, at(lives.links.product, link), at(lives.day, live)),
      }),
    ).filter(isOfShown),
    *sales(days) {
      for (const sale of salesOf(world, Math.max(0, day - days + 1), day, productAt))
        if (isShown(products.ranges, sale.product)) yield sale;
    },
  };
}

/** Who and what promotes a product. */
export function promotionOf({ stage, videoLinks, liveLinks }: ShownDay, product: ShownProduct) {
  const { videos, lives } = stage.world;
  const own = ({ product: { index } }: ShownLink) => index === product.index;
  const [ofVideos, ofLives] = [videoLinks.filter(own), liveLinks.filter(own)];
  const creators = [
    ...ofVideos.map(({ owner }) => at(videos.creator, owner)),
    ...ofLives.map(({ owner }) => at(lives.creator, owner)),
  ];
  return { creators: new Set(creators).size, videos: ofVideos.length, lives: ofLives.length };
}

/** Only a market that has moved on to a day has its prices and sales. */
function marketOf(world: World, day: number): MarketState {
  const market = openMarketState(world, day - 1);
  market.advance(day);
  return market;
}

function* salesOf(
  world: World,
  first: number,
  last: number,
  productAt: (index: number) => ShownProduct,
): Generator<ShownSale, void, undefined> {
  const market = openMarketState(world, first - 1);
  const stage = createStage(world, market);
  for (let day = first; day <= last; day++) {
    market.advance(day);
    for (const sale of trueSales(stage, day)) {
      const { product } = sale;
      yield {
        ...sale,
        date: world.calendar.dateOf(day),
        of: productAt(product),
        priceCents: at(market.prices, product),
      };
    }
  }
}

function linksOf(
  links: Links,
  isShown: (owner: number) => boolean,
  productAt: (index: number) => ShownProduct,
  soldBy: (link: number, owner: number) => Sold,
): readonly ShownLink[] {
  return indices(links.start.length - 1, isShown).flatMap((owner) =>
    indices(at(links.start, owner + 1) - at(links.start, owner), () => true).map((slot) => {
      const link = at(links.start, owner) + slot;
      return { owner, product: productAt(at(links.product, link)), sold: soldBy(link, owner) };
    }),
  );
}

function priceOn({ products, priceOf }: World, product: number, day: number): number {
  return priceOf(product, stretchOf(products, product, day));
}

/** Those of the indices below `count` that suit. */
export function indices(count: number, suits: (index: number) => boolean): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter(suits);
}

function remembered<Value>(make: (of: number) => Value): (of: number) => Value {
  const known = new Map<number, Value>();
  return (of) => {
    const value = known.get(of) ?? make(of);
    known.set(of, value);
    return value;
  };
}
