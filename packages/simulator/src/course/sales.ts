import { at, floats } from '../columns.ts';
import { thresholdsPassed } from '../counting.ts';
import { share } from '../random.ts';
import { activityUpTo, createBuyingRhythms, createViewingRhythm } from '../rhythm.ts';
import { ownerColumn } from '../world/links.ts';
import { NEVER } from '../world/products.ts';
import type { World } from '../world/world.ts';
import { createViews, type ViewsThrough } from './views.ts';

/** Units a video link has sold in all, given the views by the end of the day and of the day before. */
type LinkUnits = (link: number, day: number, viewsBefore: number, views: number) => number;

/** Units sold up to the end of a day, by source. */
export interface Sales {
  readonly viewsThrough: ViewsThrough;
  readonly linkUnits: LinkUnits;
  readonly storefrontUnits: (product: number, day: number) => number;
}

/** Sales that need no history: any day can be asked for by itself. */
export interface SteadySales extends Sales {
  /** As `linkUnits` for any day, looking up the views itself. A dead product sells nothing more. */
  readonly linkUnitsThrough: (link: number, day: number) => number;
}

/** The sales of a world without features. */
export function createSteadySales(world: World): SteadySales {
  const viewsThrough = createViews(world.videos, createViewingRhythm(world.calendar), world.keyOf);
  const linkUnits = createLinkUnits(world);
  const { links } = world.videos;
  const videoOf = ownerColumn(links);
  return {
    viewsThrough,
    linkUnits,
    linkUnitsThrough: (link, day) => {
      const video = at(videoOf, link);
      const last = Math.min(day, at(world.products.lastDay, at(links.product, link)));
      return linkUnits(link, last, viewsThrough(video, last - 1), viewsThrough(video, last));
    },
    storefrontUnits: createStorefront(world),
  };
}

/** Viewers buy at the link's rate, a part of them only on the next day. */
function createLinkUnits(world: World): LinkUnits {
  const { conversion, links } = world.videos;
  const [luck, delay] = [world.keyOf('sales.luck'), world.keyOf('sales.delay')];
  const origin = floats(links.count, (link) => thresholdsPassed(luck, link, 0));
  return (link, day, viewsBefore, views) => {
    const buyers = viewsBefore + (0.4 + 0.6 * share(delay, link, day)) * (views - viewsBefore);
    return thresholdsPassed(luck, link, at(conversion, link) * buyers) - at(origin, link);
  };
}

/** What sells without a video: a steady rate along the product's trend, and perhaps a day of fame. */
function createStorefront(world: World): (product: number, day: number) => number {
  const { products, keyOf, calendar } = world;
  const rhythms = createBuyingRhythms(calendar);
  const [luck, noise] = [keyOf('storefront.luck'), keyOf('storefront.noise')];
  const origin = floats(products.count, (product) => thresholdsPassed(luck, product, 0));
  return (product, day) => {
    const bornDay = Math.max(0, at(products.bornDay, product));
    const last = Math.min(day, at(products.lastDay, product));
    const rhythm = rhythms[at(products.trend, product)];
    if (last < bornDay || !rhythm) return 0;
    const fraction = 1 - 0.6 * share(noise, product, last);
    const activity = activityUpTo(rhythm, last, fraction) - activityUpTo(rhythm, bornDay, 0);
    const expected = at(products.storefrontRate, product) * activity + fameUnits(world, product, last + fraction);
    return thresholdsPassed(luck, product, expected) - at(origin, product);
  };
}

/** What a day of fame has added up to a moment. */
export function fameUnits({ products }: World, product: number, moment: number): number {
  const fameDay = at(products.fameDay, product);
  if (fameDay === NEVER || moment <= fameDay) return 0;
  const age = moment - fameDay;
  return (at(products.fameUnits, product) * age) / (age + 1.5);
}
