import { splitGmv, splitUnits, tieOrder, type Weights } from './attribution.ts';
import type { Conversion } from './currency.ts';
import type { Day } from './day.ts';
import { type Sales, salesOf } from './gmv.ts';
import type { Link, Market } from './market.ts';
import type { ProductObservation } from './observation.ts';
import { largest, sum } from './split.ts';

/** Amounts of each day; a day without an entry has 0. */
export type ByDay = ReadonlyMap<Day, bigint>;

/** One product with its sales and who made them. Amounts are cents in the currency served. */
export interface Product {
  readonly productId: bigint;
  readonly records: readonly ProductObservation[];
  readonly sales: Sales;
  readonly linkSales: readonly LinkSales[];
  readonly storefrontUnits: ByDay;
}

export interface LinkSales {
  readonly link: Link;
  readonly units: ByDay;
  readonly gmv: ByDay;
  /** Section 6: the shares of all days, or the link's own running total where that is larger. */
  readonly unitsTotal: bigint;
  readonly gmvTotal: bigint;
}

/** What every step needs to know beside the observations. */
export interface Terms {
  readonly asOf: Day;
  readonly weights: Weights;
  readonly conversion: Conversion;
}

/** Section 8: every product observed, and every product known from a link. */
export function productsOf(market: Market, terms: Terms): Product[] {
  const ids = new Set([...market.products.keys(), ...market.links.map((link) => link.productId)]);
  return [...ids].map((productId) => {
    const links = market.links.filter((link) => link.productId === productId);
    return productOf(productId, market.products.get(productId) ?? [], tieOrder(links), terms);
  });
}

function productOf(
  productId: bigint,
  records: readonly ProductObservation[],
  links: readonly Link[],
  terms: Terms,
): Product {
  const known = {
    units: sum(links.map((link) => link.ownUnitsCurrent ?? 0n)),
    gmv: sum(links.map((link) => link.ownGmvCurrent ?? 0n)),
  };
  const sales = salesOf(records, known, terms);
  const days = sales.days.map((day) => ({ day, ...attributeDay(sales, links, day, terms) }));
  const linkSales = links.map((link, index) =>
    withTotals(
      link,
      new Map(days.map(({ day, units }) => [day, units.sources[index] ?? 0n])),
      new Map(days.map(({ day, gmv }) => [day, gmv.sources[index] ?? 0n])),
      (cents) => terms.conversion.amount(cents, sales.currency, terms.asOf),
    ),
  );
  return {
    productId,
    records,
    sales,
    linkSales,
    storefrontUnits: new Map(days.map(({ day, units }) => [day, units.storefront])),
  };
}

/** Section 6 for one day; money is converted before it is split, so that the shares still add up. */
function attributeDay(sales: Sales, links: readonly Link[], day: Day, { weights, conversion }: Terms) {
  const units = splitUnits(sales.unitsOn(day), links, day, weights);
  const ownGmv = links.map((link) => {
    const growth = link.ownUnits.growth.has(day) ? link.ownGmv.growth.get(day) : undefined;
    return growth === undefined ? undefined : conversion.amount(growth, sales.currency, day);
  });
  return { units, gmv: splitGmv(sales.gmvOn(day), units, ownGmv) };
}

/** @param toServed converts the link's own running GMV at the rate of the as-of day. */
function withTotals(link: Link, units: ByDay, gmv: ByDay, toServed: (cents: bigint) => bigint): LinkSales {
  return {
    link,
    units,
    gmv,
    unitsTotal: largest(total(units), link.ownUnitsCurrent ?? 0n),
    gmvTotal: largest(total(gmv), toServed(link.ownGmvCurrent ?? 0n)),
  };
}

function total(byDay: ByDay): bigint {
  return sum([...byDay.values()]);
}

/** Section 6: units of some sources of a product, no more than the product's. */
export function unitsTogether({ unitsMax }: Sales, sources: readonly LinkSales[]): bigint {
  return smallest(sum(sources.map(({ unitsTotal }) => unitsTotal)), unitsMax);
}

/** Section 6: GMV of some sources of a product, no more than the product's. */
export function gmvTogether({ gmvTotal }: Sales, sources: readonly LinkSales[]): bigint {
  return smallest(sum(sources.map((source) => source.gmvTotal)), gmvTotal);
}

function smallest(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
