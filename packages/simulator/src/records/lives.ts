import { at } from '../columns.ts';
import { firstLiveOf } from '../course/market-state.ts';
import { draw } from '../random.ts';
import { stretchOf } from '../world/prices.ts';
import { amount, type RecordSource, type Stage } from './stage.ts';

const LOOKS = ['night', 'night', 'night', 'running and night', 'late'] as const;

/** Lives: at the end of their day, some while they run as well, some only on the day after. */
export function liveRecords(stage: Stage): RecordSource {
  const { lives } = stage.world;
  return {
    range: (day) => ({ first: firstLiveOf(stage.world, day - 1), end: firstLiveOf(stage.world, day + 1) }),
    lines(live, day) {
      const looks = LOOKS[draw(stage.keys.look, live, 40) % LOOKS.length];
      const isOwnDay = at(lives.day, live) === day;
      if (isOwnDay !== (looks !== 'late')) return '';
      const night = liveLine(stage, live, stage.observedAt(live, day), 1);
      return looks === 'running and night' ? runningLine(stage, live) + night : night;
    },
  };
}

/** A look while the live runs: the part gone by of its viewers and sales. */
function runningLine(stage: Stage, live: number): string {
  const { startSeconds, endSeconds } = stage.world.lives;
  const part = 0.3 + (draw(stage.keys.look, live, 41) % 50) / 100;
  const seconds = at(startSeconds, live) + Math.floor(part * (at(endSeconds, live) - at(startSeconds, live)));
  return liveLine(stage, live, new Date(seconds * 1_000).toISOString(), part);
}

function liveLine(stage: Stage, live: number, observedAt: string, part: number): string {
  const { lives, creators } = stage.world;
  const viewers = Math.floor(at(lives.viewers, live) * part);
  const region = creators.ranges[at(creators.region, at(lives.creator, live))]?.region;
  const end = part === 1 ? { end_time: at(lives.endSeconds, live) } : {};
  return `${JSON.stringify({
    kind: 'live',
    live_id: lives.ids[live],
    user_id: creators.ids[at(lives.creator, live)],
    observed_at: observedAt,
    region: region?.code,
    title: stage.texts.liveTitle(region?.language ?? 'en', live),
    start_time: at(lives.startSeconds, live),
    ...end,
    cover_url: liveCover(stage.world, live),
    ...liveCounts(viewers),
    products: promotedProducts(stage, live, part),
  })}\n`;
}

/** Address of the picture of a live. */
export function liveCover({ lives }: Stage['world'], live: number): string {
  return `https://img.example.com/live/${lives.ids[live]}.jpeg`;
}

/** Running totals of a live, given its viewers: the rest are fixed parts of them. */
export function liveCounts(viewers: number) {
  return {
    total_views_cnt: viewers,
    max_views_cnt: Math.ceil(viewers / 6),
    total_joins_cnt: Math.floor(viewers * 0.7),
    total_digg_cnt: viewers * 3,
    total_comments_cnt: Math.floor(viewers / 25),
  };
}

function promotedProducts(stage: Stage, live: number, part: number): readonly object[] {
  const { links, tellsSales } = stage.world.lives;
  const tells = at(tellsSales, live) === 1;
  const items: object[] = [];
  for (let link = at(links.start, live); link < at(links.start, live + 1); link++) {
    items.push({
      product_id: stage.world.products.ids[at(links.product, link)],
      ...(tells ? ownSales(stage, live, link, part) : {}),
    });
  }
  return items;
}

function ownSales({ world }: Stage, live: number, link: number, part: number): object {
  const { lives, products, priceOf } = world;
  const product = at(lives.links.product, link);
  const units = Math.floor(at(lives.units, link) * part);
  const price = priceOf(product, stretchOf(products, product, at(lives.day, live)));
  return { total_live_sale_cnt: units, total_live_sale_gmv_amt: amount(units * price) };
}
