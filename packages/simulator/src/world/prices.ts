import { at } from '../columns.ts';
import { draw, type KeyOf } from '../random.ts';
import type { Products } from './products.ts';

/** Which of its steady stretches a product is in; they count up by one. */
export function stretchOf(products: Products, product: number, day: number): number {
  return Math.floor((day + at(products.steadyOffset, product)) / at(products.steadyDays, product));
}

/** First day of a stretch, which may lie before the run. */
export function stretchStart(products: Products, product: number, stretch: number): number {
  return stretch * at(products.steadyDays, product) - at(products.steadyOffset, product);
}

const DISCOUNTS = [1, 1, 1, 1, 0.95, 0.9, 0.8, 0.7, 1.1] as const;

/** Prices of all products: a pure function of product and stretch, in hundredths of the currency. */
export type PriceOf = (product: number, stretch: number) => number;

/** Prices stay for a stretch and then may change; those of the days before the run are those of its first day. */
export function createPrices(products: Products, keyOf: KeyOf): PriceOf {
  const key = keyOf('product.discount');
  return (product, stretch) => {
    const step = products.ranges[at(products.region, product)]?.region.priceStepCents ?? 1;
    const factor = DISCOUNTS[draw(key, product, stretch) % DISCOUNTS.length] ?? 1;
    return Math.max(2, Math.round((at(products.baseCents, product) * factor) / step)) * step;
  };
}
