import { at, floats, ints, texts } from '../columns.ts';
import { logNormal } from '../exact-functions.ts';
import { createPrefixedIds } from '../ids.ts';
import type { Settings } from '../options.ts';
import { type KeyOf, share, skew, sway } from '../random.ts';
import { countOf, type RegionRange, regionColumn } from '../regions.ts';
import { TREND_COUNT } from '../rhythm.ts';

/** A day no run reaches. */
export const NEVER = 1_000_000;

/** The birthday of all that was there before the run. */
export const OLD = -1;

/** Products in columns, by index; those of one region lie side by side, the most popular first. */
export interface Products {
  readonly ranges: readonly RegionRange[];
  readonly count: number;
  readonly ids: readonly string[];
  /** Index into `ranges`. */
  readonly region: Int32Array;
  /** Index of the shop. */
  readonly shop: Int32Array;
  /** First day on sale, or OLD. */
  readonly bornDay: Int32Array;
  /** Last day on which it sells; NEVER for most. */
  readonly lastDay: Int32Array;
  /** Day from which its page is gone; NEVER for most, 0 for those nobody ever looks at. */
  readonly goneDay: Int32Array;
  /** Units sold before the run outside of its videos. */
  readonly unitsBefore: Float64Array;
  /** Expected units the storefront sells on an average day. */
  readonly storefrontRate: Float64Array;
  /** Which of the long trends the storefront follows. */
  readonly trend: Int32Array;
  /** A day of sudden fame (NEVER for most) and the units it adds in the long run. */
  readonly fameDay: Int32Array;
  readonly fameUnits: Float64Array;
  /** Units for one view of a video, before the creator's part in it. */
  readonly conversion: Float64Array;
  /** Usual price in hundredths of the currency. */
  readonly baseCents: Float64Array;
  /** How long prices and details stay the same, in days, and where in it the run begins. */
  readonly steadyDays: Int32Array;
  readonly steadyOffset: Int32Array;
  /** Day on which the running total is corrected (NEVER for most) and by how many units. */
  readonly correctionDay: Int32Array;
  readonly correctionUnits: Float64Array;
}

const STOREFRONT_SPREAD = 1.2;
/** The mean of such a factor. */
const STOREFRONT_SCALE = 2.05;

type Chances = (name: string, salt?: number) => (product: number) => number;

/** Draws all products of a run, given how they and the shops are spread over the regions (in the same order). */
export function createProducts(
  settings: Settings,
  keyOf: KeyOf,
  ranges: readonly RegionRange[],
  shops: readonly RegionRange[],
): Products {
  const count = countOf(ranges);
  const region = regionColumn(ranges);
  const chances: Chances = (name, salt = 0) => {
    const key = keyOf(`product.${name}`);
    return (product) => share(key, product, salt);
  };
  const bornDay = bornDays(count, settings.days, chances);
  const plain = storefrontRates(ranges, region, chances);
  const spread = keyOf('product.spread');
  const rate = settings.features.has('storefront')
    ? floats(count, (p) => (at(plain, p) * logNormal(STOREFRONT_SPREAD, spread, p)) / STOREFRONT_SCALE)
    : plain;
  const lastDay = sometimes(count, 0.03, settings.days, chances('death'), chances('death', 1));
  const before = unitsBefore(bornDay, rate, chances);
  const idOf = createPrefixedIds('product', '1729', keyOf);
  return {
    ranges,
    count,
    region,
    bornDay,
    lastDay,
    ids: texts(count, idOf),
    shop: shopColumn(shops, region, chances),
    goneDay: goneDays(lastDay, chances),
    storefrontRate: rate,
    unitsBefore: before,
    ...saleColumns(count, settings, rate, chances),
    ...priceColumns(ranges, region, chances),
    ...correctionColumns(settings, rate, before, chances),
  };
}

function bornDays(count: number, days: number, chances: Chances): Int32Array {
  const [isNew, when] = [chances('birth'), chances('birth', 1)];
  return ints(count, (p) => (isNew(p) < 0.03 ? Math.floor(when(p) * days) : OLD));
}

/** A day of the run for a part of the products, NEVER for the rest. */
function sometimes(
  count: number,
  part: number,
  days: number,
  chance: (p: number) => number,
  when: (p: number) => number,
): Int32Array {
  return ints(count, (p) => (chance(p) < part ? Math.floor(when(p) * days) : NEVER));
}

function goneDays(lastDay: Int32Array, chances: Chances): Int32Array {
  const [vanishes, isUnknown] = [chances('vanish'), chances('unknown')];
  return ints(lastDay.length, (p) => {
    if (isUnknown(p) < 0.002) return 0;
    return at(lastDay, p) < NEVER && vanishes(p) < 0.33 ? at(lastDay, p) + 1 : NEVER;
  });
}

/** Falls off with the rank in the region as rank^(−3/4), times luck. */
function storefrontRates(ranges: readonly RegionRange[], region: Int32Array, chances: Chances): Float64Array {
  const [luck, fate] = [chances('rate'), chances('rate', 1)];
  return floats(region.length, (p) => {
    const range = ranges[at(region, p)];
    const place = range ? (p - range.first + 0.5) / range.count : 1;
    return (0.03 / Math.sqrt(place * Math.sqrt(place))) * skew(luck(p), fate(p));
  });
}

function shopColumn(shops: readonly RegionRange[], region: Int32Array, chances: Chances): Int32Array {
  const where = chances('shop');
  return ints(region.length, (p) => {
    const range = shops[at(region, p)];
    return range ? range.first + Math.floor(range.count * where(p) * where(p)) : 0;
  });
}

/** A past of some days to some years, in which it sold like today. */
function unitsBefore(bornDay: Int32Array, rate: Float64Array, chances: Chances): Float64Array {
  const past = chances('past');
  return floats(rate.length, (p) =>
    at(bornDay, p) >= 0 ? 0 : Math.floor((30 * at(rate, p)) / past(p) + 20 * past(p)),
  );
}

function saleColumns(count: number, settings: Settings, rate: Float64Array, chances: Chances) {
  const [trend, fame, conversion, pull] = [
    chances('trend'),
    chances('fame', 2),
    chances('conversion'),
    chances('conversion', 1),
  ];
  return {
    trend: ints(count, (p) => Math.floor(trend(p) * TREND_COUNT)),
    fameDay: sometimes(count, 0.06, settings.days, chances('fame'), chances('fame', 1)),
    fameUnits: floats(count, (p) => at(rate, p) * (10 + 200 * fame(p) * fame(p))),
    conversion: floats(count, (p) => 0.0015 * sway(conversion(p), pull(p))),
  };
}

function priceColumns(ranges: readonly RegionRange[], region: Int32Array, chances: Chances) {
  const [dollars, steady, offset, isLively] = [
    chances('price'),
    chances('steady'),
    chances('steady', 1),
    chances('steady', 2),
  ];
  return {
    baseCents: floats(region.length, (p) => {
      const market = ranges[at(region, p)]?.region;
      const step = market?.priceStepCents ?? 1;
      const cents = (200 + 600 / (0.02 + dollars(p))) * (market?.perUsd ?? 1);
      return Math.max(4, Math.round(cents / step)) * step;
    }),
    steadyDays: ints(region.length, (p) => (isLively(p) < 0.25 ? 14 : 30 + Math.floor(45 * steady(p)))),
    steadyOffset: ints(region.length, (p) => Math.floor(75 * offset(p))),
  };
}

/** No correction takes off more than was sold before the run, so that a total stays positive. */
function correctionColumns(settings: Settings, rate: Float64Array, before: Float64Array, chances: Chances) {
  const { correctionChance, days } = settings;
  const [isCorrected, when, size] = [chances('correction'), chances('correction', 1), chances('correction', 2)];
  const units = floats(rate.length, (p) => 1 + Math.ceil(at(rate, p) * (2 + 6 * size(p))));
  const isPossible = (p: number): boolean => at(before, p) > at(units, p);
  return {
    correctionUnits: units,
    correctionDay: sometimes(rate.length, correctionChance, days, (p) => (isPossible(p) ? isCorrected(p) : 1), when),
  };
}
