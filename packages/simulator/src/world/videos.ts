import type { Calendar } from '../calendar.ts';
import { at, floats, ints, texts } from '../columns.ts';
import { logNormal } from '../exact-functions.ts';
import { createTimedIds } from '../ids.ts';
import type { Settings } from '../options.ts';
import { draw, heavyTail, type KeyOf, share, skew, sway } from '../random.ts';
import { HISTORY_DAYS } from '../rhythm.ts';
import type { Creators } from './creators.ts';
import { createLinks, createPicker, type Links, ownerColumn, pickRanked } from './links.ts';
import { NEVER, type Products } from './products.ts';

/** Videos in columns, by index, in the order in which they were made. */
export interface Videos {
  readonly count: number;
  readonly ids: readonly string[];
  readonly creator: Int32Array;
  /** Day on which it was made, and how far into the day (0 to 1). */
  readonly madeDay: Int32Array;
  readonly madeFraction: Float64Array;
  /** Views it would gather in all time. */
  readonly reach: Float64Array;
  /** Days after which it has gathered half of them. */
  readonly halfDays: Float64Array;
  /** Day on which it goes round a second time (NEVER for most). */
  readonly revivalDay: Int32Array;
  /** Day of its first observation. */
  readonly seenDay: Int32Array;
  /** 1 where the source tells what the video itself has sold. */
  readonly tellsSales: Int32Array;
  /** 1 for a video that is an ad. */
  readonly isAd: Int32Array;
  readonly links: Links;
  /** Units for one view, a link. */
  readonly conversion: Float64Array;
}

/** Keeps the luckiest of a million videos from having all views. */
const LUCK_MIN = 0.000005;

const LINK_SPREAD = 0.45;
const HIDDEN_PART = 0.25;
/** Views that make a video a larger one: about one in fifteen gets them. */
const LARGE_REACH = 10_000;

/** Draws all videos of a run and what they promote. */
export function createVideos(
  settings: Settings,
  calendar: Calendar,
  keyOf: KeyOf,
  products: Products,
  creators: Creators,
): Videos {
  const count = Math.round(settings.products * settings.videosPerProduct);
  const span = HISTORY_DAYS + settings.days;
  const madeDay = ints(count, (v) => Math.floor(((v + 0.5) / count) * span) - HISTORY_DAYS);
  const made = keyOf('video.made');
  const madeFraction = floats(count, (v) => 0.02 + 0.8 * share(made, v));
  const region = regionColumn(count, products, keyOf);
  const creator = creatorColumn(region, creators, keyOf);
  const links = videoLinks(region, madeDay, products, keyOf);
  const isAd = adColumn(count, keyOf);
  const idOf = createTimedIds('video', keyOf);
  return {
    count,
    madeDay,
    madeFraction,
    creator,
    links,
    ids: texts(count, (v) => idOf(v, madeSeconds(calendar, at(madeDay, v), at(madeFraction, v)))),
    isAd,
    conversion: conversionColumn(settings, links, products, keyOf, (video) =>
      at(isAd, video) === 1 && settings.features.has('ads')
        ? AD_FACTOR * at(creators.videoConversion, at(creator, video))
        : at(creators.videoConversion, at(creator, video)),
    ),
    seenDay: seenColumn(settings, madeDay, keyOf),
    ...viewColumns(count, settings, creator, creators, keyOf),
  };
}

const AD_FACTOR = 2.6;

function adColumn(count: number, keyOf: KeyOf): Int32Array {
  const key = keyOf('record.detail');
  return ints(count, (v) => ((draw(key, v, 31) >>> 16) % 10 === 0 ? 1 : 0));
}

/** Epoch seconds of a moment of a day. */
export function madeSeconds(calendar: Calendar, day: number, fraction: number): number {
  return calendar.secondsOf(day) + Math.floor(86_400 * fraction);
}

function regionColumn(count: number, products: Products, keyOf: KeyOf): Int32Array {
  const key = keyOf('video.region');
  return ints(count, (v) => at(products.region, Math.floor(share(key, v) * products.count)));
}

function creatorColumn(region: Int32Array, creators: Creators, keyOf: KeyOf): Int32Array {
  const [who, abroad] = [keyOf('video.creator'), keyOf('video.abroad')];
  return ints(region.length, (v) => {
    if (share(abroad, v) < 0.03) return Math.floor(share(who, v) * creators.count);
    const range = creators.ranges[at(region, v)];
    return range ? pickRanked(range, share(who, v), 2) : 0;
  });
}

function videoLinks(region: Int32Array, madeDay: Int32Array, products: Products, keyOf: KeyOf): Links {
  const key = keyOf('video.links');
  const pickProduct = createPicker(products, keyOf('video.product'));
  return createLinks(
    region.length,
    (video) => linksWanted(share(key, video)),
    (video, slot) => pickProduct(at(region, video), video, slot, at(madeDay, video)),
  );
}

/** None to three, a little over one on average. */
function linksWanted(chance: number): number {
  if (chance < 0.07) return 0;
  if (chance < 0.93) return 1;
  return chance < 0.98 ? 2 : 3;
}

function viewColumns(count: number, settings: Settings, creator: Int32Array, creators: Creators, keyOf: KeyOf) {
  const [luck, pace, revival, tells] = [
    keyOf('video.luck'),
    keyOf('video.pace'),
    keyOf('video.revival'),
    keyOf('video.tells'),
  ];
  const reach = floats(
    count,
    (v) => 800 * at(creators.reach, at(creator, v)) * heavyTail(Math.max(LUCK_MIN, share(luck, v))),
  );
  const tellsChance = (v: number) => (!settings.features.has('own') ? 0.05 : at(reach, v) > LARGE_REACH ? 0.6 : 0);
  return {
    reach,
    halfDays: floats(count, (v) => 0.4 + 2.5 * skew(share(pace, v), share(pace, v, 1))),
    revivalDay: ints(count, (v) =>
      share(revival, v) < 0.04 ? Math.floor(share(revival, v, 1) * settings.days) : NEVER,
    ),
    tellsSales: ints(count, (v) => (share(tells, v) < tellsChance(v) ? 1 : 0)),
  };
}

function conversionColumn(
  { features }: Settings,
  links: Links,
  products: Products,
  keyOf: KeyOf,
  factorOf: (video: number) => number,
): Float64Array {
  const key = keyOf('video.conversion');
  const videoOf = ownerColumn(links);
  const spread = (l: number) =>
    features.has('creators') ? logNormal(LINK_SPREAD, key, l) : sway(share(key, l), share(key, l, 1));
  return floats(
    links.count,
    (l) => at(products.conversion, at(links.product, l)) * spread(l) * factorOf(at(videoOf, l)),
  );
}

/** Found on the day it was made, or some days late; what is older than the run, on its first days; a hidden one never. */
function seenColumn({ features }: Settings, madeDay: Int32Array, keyOf: KeyOf): Int32Array {
  const key = keyOf('video.seen');
  return ints(madeDay.length, (v) => {
    if (features.has('hidden') && share(key, v, 2) < HIDDEN_PART) return NEVER;
    const late = share(key, v) < 0.7 ? 0 : Math.floor(0.6 / share(key, v, 1));
    return Math.max(0, at(madeDay, v)) + Math.min(late, 30);
  });
}
