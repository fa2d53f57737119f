import { at } from '../columns.ts';
import { firstLiveOf } from '../course/market-state.ts';
import { ownerColumn } from '../world/links.ts';
import { amount, type RecordSource, type Stage } from './stage.ts';

/** What one source sold of a product on a day. */
export interface TrueSale {
  readonly product: number;
  readonly source: 'video' | 'live' | 'storefront';
  /** Index of the video or live; 0 for the storefront. */
  readonly sourceIndex: number;
  readonly units: number;
}

/** Sales of one kind of source on the day at which the market is. */
interface TrueSales extends Pick<RecordSource, 'range'> {
  saleOf(entity: number): TrueSale;
}

/**
 * What every source truly sold on a day: storefronts, video links, live links. Sources that sold nothing are left out.
 */
export function truthRecords(stage: Stage): readonly RecordSource[] {
  return trueSources(stage).map(({ range, saleOf }) => ({
    range,
    lines: (entity, day) => truthLine(stage, day, saleOf(entity)),
  }));
}

/** Every sale of the day at which the market is, those of no units left out. */
export function* trueSales(stage: Stage, day: number): Generator<TrueSale, void, undefined> {
  for (const { range, saleOf } of trueSources(stage)) {
    const { first, end } = range(day);
    for (let entity = first; entity < end; entity++) {
      const sale = saleOf(entity);
      if (sale.units > 0) yield sale;
    }
  }
}

function trueSources(stage: Stage): readonly TrueSales[] {
  return [storefrontSales(stage), videoSales(stage), liveSales(stage)];
}

function truthLine({ world, market }: Stage, day: number, { product, source, sourceIndex, units }: TrueSale): string {
  if (units === 0) return '';
  const idsOf = { storefront: ['0'], video: world.videos.ids, live: world.lives.ids };
  return (
    `{"day":"${world.calendar.dateOf(day)}","product_id":"${world.products.ids[product]}","source":"${source}",` +
    `"source_id":"${idsOf[source][sourceIndex]}","units":${units},"gmv_amt":${amount(units * at(market.prices, product))}}\n`
  );
}

function storefrontSales({ world, market }: Stage): TrueSales {
  return {
    range: () => ({ first: 0, end: world.products.count }),
    saleOf: (product) => ({
      product,
      source: 'storefront',
      sourceIndex: 0,
      units: at(market.storefrontUnitsToday, product),
    }),
  };
}

function videoSales({ world: { videos }, market }: Stage): TrueSales {
  const videoOf = ownerColumn(videos.links);
  return {
    range: () => ({ first: 0, end: videos.links.count }),
    saleOf: (link) => ({
      product: at(videos.links.product, link),
      source: 'video',
      sourceIndex: at(videoOf, link),
      units: at(market.linkUnitsToday, link),
    }),
  };
}

function liveSales({ world }: Stage): TrueSales {
  const { lives } = world;
  const liveOf = ownerColumn(lives.links);
  const linkOf = (live: number): number => at(lives.links.start, live);
  return {
    range: (day) => ({ first: linkOf(firstLiveOf(world, day)), end: linkOf(firstLiveOf(world, day + 1)) }),
    saleOf: (link) => ({
      product: at(lives.links.product, link),
      source: 'live',
      sourceIndex: at(liveOf, link),
      units: at(lives.units, link),
    }),
  };
}
