import type { Calendar } from '../calendar.ts';
import { at, floats, ints, texts } from '../columns.ts';
import { thresholdsPassed } from '../counting.ts';
import { createTimedIds } from '../ids.ts';
import type { Settings } from '../options.ts';
import { heavyTail, type KeyOf, share, sway } from '../random.ts';
import type { Creators } from './creators.ts';
import type { Demand } from './demand.ts';
import { createLinks, createPicker, type Links, pickRanked } from './links.ts';
import type { Products } from './products.ts';

/** Live streams in columns, by index, in the order of their days. Each begins and ends on one UTC day. */
export interface Lives {
  readonly count: number;
  readonly ids: readonly string[];
  readonly creator: Int32Array;
  readonly day: Int32Array;
  readonly startSeconds: Float64Array;
  readonly endSeconds: Float64Array;
  /** Viewers at the end. */
  readonly viewers: Float64Array;
  /** 1 where the source tells what the live itself has sold. */
  readonly tellsSales: Int32Array;
  readonly links: Links;
  /** Units sold, a link, all on the day of the live. */
  readonly units: Float64Array;
}

const PRODUCTS_EACH = 10;
const LUCK_MIN = 0.0005;

/** Draws all lives of a run: one for ten products, spread evenly over the days. */
export function createLives(
  settings: Settings,
  calendar: Calendar,
  keyOf: KeyOf,
  products: Products,
  creators: Creators,
  demand: Demand,
): Lives {
  const count = Math.ceil(settings.products / PRODUCTS_EACH);
  const day = ints(count, (l) => Math.floor(((l + 0.5) / count) * settings.days));
  const creator = creatorColumn(count, products, creators, keyOf);
  const time = keyOf('live.time');
  const startSeconds = floats(
    count,
    (l) => calendar.secondsOf(at(day, l)) + 3_600 + Math.floor(54_000 * share(time, l)),
  );
  const viewers = viewerColumn(creator, creators, keyOf);
  const links = liveLinks(creator, day, products, creators, keyOf);
  const idOf = createTimedIds('live', keyOf);
  const tells = keyOf('live.tells');
  return {
    count,
    day,
    creator,
    startSeconds,
    viewers,
    links,
    ids: texts(count, (l) => idOf(l, at(startSeconds, l))),
    endSeconds: floats(count, (l) => at(startSeconds, l) + 1_800 + Math.floor(12_600 * share(time, l, 1))),
    tellsSales: ints(count, (l) => (share(tells, l) < 0.1 ? 1 : 0)),
    units: unitColumn(
      links,
      (live) => at(viewers, live) * at(creators.liveConversion, at(creator, live)),
      (live, product) => at(products.conversion, product) * demand(product, at(day, live)),
      keyOf,
    ),
  };
}

function creatorColumn(count: number, products: Products, creators: Creators, keyOf: KeyOf): Int32Array {
  const key = keyOf('live.creator');
  return ints(count, (l) => {
    const range = creators.ranges[at(products.region, Math.floor(share(key, l) * products.count))];
    return range ? pickRanked(range, share(key, l, 1), 3) : 0;
  });
}

function viewerColumn(creator: Int32Array, creators: Creators, keyOf: KeyOf): Float64Array {
  const key = keyOf('live.viewers');
  return floats(creator.length, (l) =>
    Math.floor(300 * at(creators.reach, at(creator, l)) * heavyTail(Math.max(LUCK_MIN, share(key, l)))),
  );
}

function liveLinks(creator: Int32Array, day: Int32Array, products: Products, creators: Creators, keyOf: KeyOf): Links {
  const key = keyOf('live.links');
  const pickProduct = createPicker(products, keyOf('live.product'));
  return createLinks(
    creator.length,
    (live) => Math.floor(7 * share(key, live)),
    (live, slot) => pickProduct(at(creators.region, at(creator, live)), live, slot, at(day, live)),
  );
}

function unitColumn(
  links: Links,
  buyersOf: (live: number) => number,
  conversionOf: (live: number, product: number) => number,
  keyOf: KeyOf,
): Float64Array {
  const [taste, luck] = [keyOf('live.conversion'), keyOf('live.luck')];
  const column = new Float64Array(links.count);
  for (let live = 0; live + 1 < links.start.length; live++) {
    for (let l = at(links.start, live); l < at(links.start, live + 1); l++) {
      const conversion = conversionOf(live, at(links.product, l)) * sway(share(taste, l), share(taste, l, 1));
      column[l] = thresholdsPassed(luck, l, buyersOf(live) * conversion) - thresholdsPassed(luck, l, 0);
    }
  }
  return column;
}
