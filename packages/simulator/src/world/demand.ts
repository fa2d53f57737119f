import { at, floats } from '../columns.ts';
import { logNormal, normal, power } from '../exact-functions.ts';
import type { Settings } from '../options.ts';
import { type KeyOf, share } from '../random.ts';
import { type PriceOf, stretchOf } from './prices.ts';
import type { Products } from './products.ts';

/** How readily a product is bought on a day, from whatever source: 1 on an average day. */
export type Demand = (product: number, day: number) => number;

const NOISE = 0.25;
const DRIFT = 0.35;
const ELASTICITY_MIN = 1.2;
const ELASTICITY_RANGE = 1.6;

/** The demand of a world: the same for all days and products unless it has `noise` or `promotions`. */
export function createDemand(settings: Settings, keyOf: KeyOf, products: Products, priceOf: PriceOf): Demand {
  const factors: Demand[] = [];
  if (settings.features.has('noise')) factors.push(noise(keyOf), drift(settings.days, keyOf));
  if (settings.features.has('promotions')) factors.push(promotions(keyOf, products, priceOf));
  return (product, day) => factors.reduce((all, factor) => all * factor(product, day), 1);
}

function noise(keyOf: KeyOf): Demand {
  const key = keyOf('demand.noise');
  return (product, day) => logNormal(NOISE, key, product, day);
}

/** From the first day of the run to the last it rises or falls, at a rate of the product's own. */
function drift(days: number, keyOf: KeyOf): Demand {
  const key = keyOf('demand.drift');
  return (product, day) => power(2, DRIFT * normal(key, product) * (2 * (day / days) - 1));
}

function promotions(keyOf: KeyOf, products: Products, priceOf: PriceOf): Demand {
  const key = keyOf('demand.elasticity');
  const elasticity = floats(products.count, (p) => ELASTICITY_MIN + ELASTICITY_RANGE * share(key, p));
  return (product, day) => {
    const price = priceOf(product, stretchOf(products, product, Math.max(0, day)));
    return price === at(products.baseCents, product)
      ? 1
      : power(price / at(products.baseCents, product), -at(elasticity, product));
  };
}
