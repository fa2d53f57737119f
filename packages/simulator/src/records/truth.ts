import { at } from '../columns.ts';
import { firstLiveOf } from '../course/market-state.ts';
import { ownerColumn } from '../world/links.ts';
import { amount, type RecordSource, type Stage } from './stage.ts';

/**
 * What every source truly sold on a day: storefronts, video links, live links. Sources that sold nothing are left out.
 */
export function truthRecords(stage: Stage): readonly RecordSource[] {
  return [storefrontTruth(stage), videoTruth(stage), liveTruth(stage)];
}

interface TrueSale {
  readonly product: number;
  readonly source: 'video' | 'live' | 'storefront';
  readonly sourceId: string | undefined;
  readonly units: number;
}

function truthLine({ world, market }: Stage, day: number, { product, source, sourceId, units }: TrueSale): string {
  if (units === 0) return '';
  return (
    `{"day":"${world.calendar.dateOf(day)}","product_id":"${world.products.ids[product]}","source":"${source}",` +
    `"source_id":"${sourceId}","units":${units},"gmv_amt":${amount(units * at(market.prices, product))}}\n`
  );
}

function storefrontTruth(stage: Stage): RecordSource {
  return {
    range: () => ({ first: 0, end: stage.world.products.count }),
    lines: (product, day) =>
      truthLine(stage, day, {
        product,
        source: 'storefront',
        sourceId: '0',
        units: at(stage.market.storefrontUnitsToday, product),
      }),
  };
}

function videoTruth(stage: Stage): RecordSource {
  const { videos } = stage.world;
  const videoOf = ownerColumn(videos.links);
  return {
    range: () => ({ first: 0, end: videos.links.count }),
    lines: (link, day) =>
      truthLine(stage, day, {
        product: at(videos.links.product, link),
        source: 'video',
        sourceId: videos.ids[at(videoOf, link)],
        units: at(stage.market.linkUnitsToday, link),
      }),
  };
}

function liveTruth(stage: Stage): RecordSource {
  const { lives } = stage.world;
  const liveOf = ownerColumn(lives.links);
  const linkOf = (live: number): number => at(lives.links.start, live);
  return {
    range: (day) => ({ first: linkOf(firstLiveOf(stage.world, day)), end: linkOf(firstLiveOf(stage.world, day + 1)) }),
    lines: (link, day) =>
      truthLine(stage, day, {
        product: at(lives.links.product, link),
        source: 'live',
        sourceId: lives.ids[at(liveOf, link)],
        units: at(lives.units, link),
      }),
  };
}
