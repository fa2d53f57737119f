import { at, floats } from '../columns.ts';
import { thresholdsPassed } from '../counting.ts';
import { logNormal, poisson, power } from '../exact-functions.ts';
import { share } from '../random.ts';
import { activityUpTo, createBuyingRhythms, createViewingRhythm } from '../rhythm.ts';
import { ownerColumn } from '../world/links.ts';
import type { World } from '../world/world.ts';
import { fameUnits, type Sales } from './sales.ts';
import { createViews } from './views.ts';

const LINK_NOISE = 0.2;
const HALO_MAX = 0.6;
/** The part of what videos sold lately that the halo forgets each day. */
const FORGOTTEN = 0.2;
/** Makes up for what wear takes on average. */
const WEAR_SCALE = 1.8;

/** Sales whose days depend on those before: each is asked for once, in the order of the days, storefronts first. */
export function createUnevenSales(world: World): Sales {
  const { videos, products, calendar, keyOf } = world;
  const traffic = new Float64Array(products.count);
  return {
    viewsThrough: createViews(videos, createViewingRhythm(calendar), keyOf),
    linkUnits: createLinkUnits(world, traffic),
    storefrontUnits: createStorefront(world, createBuyingRhythms(calendar), traffic),
  };
}

/** Counts what is sold, a running total an entity. */
function createCounter(world: World, name: string, entities: number) {
  const { keyOf, settings } = world;
  const key = keyOf(name);
  const totals = new Float64Array(entities);
  const expected = new Float64Array(entities);
  const origin = floats(entities, (entity) => thresholdsPassed(key, entity, 0));
  return (entity: number, day: number, mean: number): number => {
    if (settings.features.has('noise')) totals[entity] = at(totals, entity) + poisson(mean, key, entity, day + 1_000);
    else {
      expected[entity] = at(expected, entity) + mean;
      totals[entity] = thresholdsPassed(key, entity, at(expected, entity)) - at(origin, entity);
    }
    return at(totals, entity);
  };
}

/** @param traffic gets what videos sell today, a product. */
function createLinkUnits(world: World, traffic: Float64Array): Sales['linkUnits'] {
  const { videos, demand, keyOf, settings } = world;
  const [delay, noise] = [keyOf('sales.delay'), keyOf('sales.noise')];
  const count = createCounter(world, 'sales.luck', videos.links.count);
  const videoOf = ownerColumn(videos.links);
  const undecided = new Float64Array(videos.links.count);
  const sold = new Float64Array(videos.links.count);
  return (link, day, viewsBefore, views) => {
    const product = at(videos.links.product, link);
    const deciding = (0.4 + 0.6 * share(delay, link, day)) * (views - viewsBefore);
    const buyers = at(undecided, link) + deciding;
    undecided[link] = views - viewsBefore - deciding;
    const wear = settings.features.has('wear') ? wearOf(day - at(videos.madeDay, at(videoOf, link)), views) : 1;
    const luck = settings.features.has('noise') ? logNormal(LINK_NOISE, noise, link, day + 1_000) : 1;
    const total = count(link, day, at(videos.conversion, link) * buyers * wear * luck * demand(product, day));
    traffic[product] = at(traffic, product) + total - at(sold, link);
    sold[link] = total;
    return total;
  };
}

/** How a video of some days and views converts, against a new one. */
function wearOf(age: number, views: number): number {
  return WEAR_SCALE * power(age + 1, -0.15) * power(1 + views / 1_000, -0.12);
}

function createStorefront(
  world: World,
  rhythms: ReturnType<typeof createBuyingRhythms>,
  traffic: Float64Array,
): Sales['storefrontUnits'] {
  const { products, demand, keyOf, settings } = world;
  const count = createCounter(world, 'storefront.luck', products.count);
  const key = keyOf('storefront.halo');
  const part = settings.features.has('storefront') ? HALO_MAX : 0;
  const halo = floats(products.count, (p) => part * share(key, p));
  const recent = new Float64Array(products.count);
  return (product, day) => {
    recent[product] = (1 - FORGOTTEN) * at(recent, product) + FORGOTTEN * at(traffic, product);
    traffic[product] = 0;
    const bornDay = Math.max(0, at(products.bornDay, product));
    const rhythm = rhythms[at(products.trend, product)];
    const isOpen = day >= bornDay && day <= at(products.lastDay, product);
    if (!isOpen || !rhythm) return count(product, day, 0);
    const activity = activityUpTo(rhythm, day, 1) - activityUpTo(rhythm, day, 0);
    const fame = fameUnits(world, product, day + 1) - fameUnits(world, product, day);
    const plain = at(products.storefrontRate, product) * activity + fame;
    return count(product, day, (plain + at(halo, product) * at(recent, product)) * demand(product, day));
  };
}
