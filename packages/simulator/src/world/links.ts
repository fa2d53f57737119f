import { at } from '../columns.ts';
import { share } from '../random.ts';
import type { RegionRange } from '../regions.ts';
import { OLD, type Products } from './products.ts';

/**
 * Which products each video (or live) promotes: those of owner i are `product[start[i]]` up to `product[start[i + 1]] −
 * 1`.
 */
export interface Links {
  readonly count: number;
  readonly start: Int32Array;
  readonly product: Int32Array;
}

/** Picks a product that is on sale on the day, the popular ones more often; undefined where none was found. */
export type PickProduct = (region: number, owner: number, salt: number, day: number) => number | undefined;

const TRIES_MAX = 6;

/** The chance of a product falls off with its rank in the region as rank^(−2/3). */
export function createPicker(products: Products, key: number): PickProduct {
  return (region, owner, salt, day) => {
    const range = products.ranges[region];
    if (!range || range.count === 0) return undefined;
    for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
      const product = pickRanked(range, share(key, owner, salt * TRIES_MAX + attempt), 3);
      if (at(products.bornDay, product) <= Math.max(day, OLD) && day <= at(products.lastDay, product)) return product;
    }
    return undefined;
  };
}

/** An index of the range; the higher the power, the more the first ones are preferred. */
export function pickRanked(range: RegionRange, chance: number, power: 2 | 3): number {
  return range.first + Math.floor(range.count * (power === 2 ? chance * chance : chance * chance * chance));
}

/** Links of each owner in turn, without repeats. `wanted` is how many an owner tries for. */
export function createLinks(
  owners: number,
  wanted: (owner: number) => number,
  productOf: (owner: number, slot: number) => number | undefined,
): Links {
  const start = new Int32Array(owners + 1);
  const product: number[] = [];
  for (let owner = 0; owner < owners; owner++) {
    const first = product.length;
    for (let slot = wanted(owner) - 1; slot >= 0; slot--) addOnce(product, first, productOf(owner, slot));
    start[owner + 1] = product.length;
  }
  return { count: product.length, start, product: Int32Array.from(product) };
}

function addOnce(product: number[], first: number, candidate: number | undefined): void {
  if (candidate !== undefined && !product.includes(candidate, first)) product.push(candidate);
}

/** The owner of each link. */
export function ownerColumn(links: Links): Int32Array {
  const owner = new Int32Array(links.count);
  for (let i = 0; i + 1 < links.start.length; i++) owner.fill(i, at(links.start, i), at(links.start, i + 1));
  return owner;
}

/** Number of links of each product. */
export function linksPerProduct(links: Links, products: number): Int32Array {
  const column = new Int32Array(products);
  for (const product of links.product) column[product] = at(column, product) + 1;
  return column;
}
