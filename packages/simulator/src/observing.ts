import { at } from './columns.ts';
import { draw, type KeyOf, share } from './random.ts';
import { NEVER } from './world/products.ts';
import type { World } from './world/world.ts';

/** Who is seen on which day. Each answer is a function of entity and day alone. */
export interface Observing {
  isProductSeen(product: number, day: number): boolean;
  /** Whether a product is seen with all its details: at first sight and when they have changed since. */
  isProductDetailed(product: number, day: number, changedDay: number): boolean;
  isVideoSeen(video: number, day: number): boolean;
  isCreatorSeen(creator: number, day: number): boolean;
  isShopSeen(shop: number, day: number): boolean;
}

const BLOCK_DAYS = 32;
const GAP_DAYS_MAX = 10;
const YOUNG_DAYS = 38;

/**
 * A crawler that looks at products daily, at videos while they are young, at the rest now and then, and misses some
 * days.
 */
export function createObserving(world: World): Observing {
  const { products, videos, creators, shops, keyOf, settings } = world;
  const gap = createGaps(keyOf, settings.gapChance);
  const [productKey, videoKey, rest] = [keyOf('gap.product'), keyOf('gap.video'), keyOf('seen.rest')];
  const isThin = createThinness(world);
  const isProductSeen = (product: number, day: number): boolean =>
    day >= at(products.bornDay, product) &&
    day < at(products.goneDay, product) &&
    !gap(productKey, product, day) &&
    !isThin(product, day);
  return {
    isProductSeen,
    isProductDetailed(product, day, changedDay) {
      const since = Math.max(0, changedDay, at(products.bornDay, product));
      for (let d = day - 1; d >= since; d--) if (isProductSeen(product, d)) return false;
      return true;
    },
    isVideoSeen(video, day) {
      const seenDay = at(videos.seenDay, video);
      if (day <= seenDay) return day === seenDay;
      const age = day - at(videos.madeDay, video);
      return isDue(draw(rest, video), age < YOUNG_DAYS ? 1 : 12, day) && !gap(videoKey, video, day);
    },
    isCreatorSeen: (creator, day) => isDueSince(at(creators.seenDay, creator), draw(rest, creator), 7, day),
    isShopSeen: (shop, day) => isDueSince(at(shops.seenDay, shop), draw(rest, shop), 7, day),
  };
}

const THIN_PART = 0.4;

/** With the feature `thin`, a part of the products is first seen somewhere in the run, and every third day. */
function createThinness({ settings, keyOf }: World): (product: number, day: number) => boolean {
  if (!settings.features.has('thin')) return () => false;
  const key = keyOf('seen.thin');
  return (product, day) =>
    share(key, product) < THIN_PART &&
    (day < 0.8 * settings.days * share(key, product, 1) || !isDue(draw(key, product, 2), 3, day));
}

function isDue(bits: number, everyDays: number, day: number): boolean {
  return everyDays === 1 || (day + (bits % everyDays)) % everyDays === 0;
}

function isDueSince(seenDay: number, bits: number, everyDays: number, day: number): boolean {
  if (seenDay === NEVER || day < seenDay) return false;
  return day === seenDay || isDue(bits, everyDays, day);
}

/** In each 32 days an entity may go unseen once, for one to ten days. */
function createGaps(keyOf: KeyOf, chance: number): (key: number, entity: number, day: number) => boolean {
  const phase = keyOf('gap.phase');
  return (key, entity, day) => {
    const shifted = day + (draw(phase, entity) % BLOCK_DAYS);
    const block = Math.floor(shifted / BLOCK_DAYS);
    if (share(key, entity, block) >= chance) return false;
    const shape = draw(key ^ phase, entity, block);
    const length = 1 + (shape % GAP_DAYS_MAX);
    const first = (shape >>> 8) % (BLOCK_DAYS - length);
    const place = shifted - block * BLOCK_DAYS;
    return place >= first && place < first + length;
  };
}
