import { splitGmv, splitUnits, tieOrder, type Weights } from './attribution.ts';
import type { Conversion } from './currency.ts';
import type { Day } from './day.ts';
import { capped } from './exact.ts';
import { type Observed, observedOf, ownGmvOn, type Sales, salesOf, totalsOf } from './gmv.ts';
import { type KnownSales, knownSales, type ProductTerms } from './known.ts';
import type { Link, Market } from './market.ts';
import type { ProductObservation } from './observation.ts';
import { seenRecords } from './reservations.ts';
import { seenId, seenText } from './seen.ts';
import { largest, sum } from './split.ts';
import { currentValue } from './state.ts';
import { countingOnes, type Statement } from './statements.ts';

/** Amounts of each day; a day without an entry has 0. */
export type ByDay = ReadonlyMap<Day, bigint>;

/** One product with its sales and who made them. Amounts are cents in the currency served. */
export interface Product {
  readonly productId: bigint;
  readonly region: string;
  /** Without derived ones. */
  readonly records: readonly ProductObservation[];
  /** Section 5, "Identities". */
  readonly sellerId: bigint | undefined;
  /** Of the deepest category that has one. */
  readonly categoryName: string;
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

/** Section 8: every product observed, and every product known from a link or a sale. */
export function productsOf(market: Market, terms: Terms): Product[] {
  const sold = market.statements.flatMap(({ productIds }) => productIds);
  const ids = new Set([...market.products.keys(), ...market.links.map((link) => link.productId), ...sold]);
  const counting = countingOnes(market.statements);
  return [...ids].map((productId) => {
    const links = market.links.filter((link) => link.productId === productId);
    const lines = counting.filter(({ productIds, lastDay }) => productIds[0] === productId && lastDay <= terms.asOf);
    const soldIn = lastCurrency(market.statements.filter(({ productIds }) => productIds.includes(productId)));
    const records = market.products.get(productId) ?? [];
    const product = productOf(productId, { records, links: tieOrder(links), lines, soldIn }, terms);
    return {
      ...product,
      sellerId: market.identities.seller(seenRecords(records)),
      categoryName: categoryNameOf(seenRecords(records), market),
    };
  });
}

/** Section 8, "Product list". */
function categoryNameOf(records: readonly ProductObservation[], { categoryNames }: Market): string {
  const levels = [
    seenId(records, (record) => record.category_l3_id, '0'),
    seenId(records, (record) => record.category_l2_id, '0'),
    seenId(records, (record) => record.category_id, '0'),
  ];
  return levels.map((id) => categoryNames.get(id) ?? '').find((name) => name !== '') ?? '';
}

/** Section 3, "Currency" of a product whose own records name none. */
function lastCurrency(statements: readonly Statement[]): string {
  return currentValue(statements, ({ currency }) => (currency === '' ? undefined : currency)) ?? '';
}

interface Said {
  readonly records: readonly ProductObservation[];
  readonly links: readonly Link[];
  readonly lines: readonly Statement[];
  readonly soldIn: string;
}

function productOf(
  productId: bigint,
  { records, links, lines, soldIn }: Said,
  terms: Terms,
): Omit<Product, 'sellerId' | 'categoryName'> {
  const observed = observedOf(records, soldIn);
  const known = knownSales(links, lines, productTerms(observed, terms));
  const sales = salesOf(observed, known, terms);
  const days = sales.days.map((day) => ({ day, ...attributeDay(sales, links, known, day, terms) }));
  const linkSales = links.map((link, index) =>
    withTotals(
      link,
      new Map(days.map(({ day, units }) => [day, units.sources[index] ?? 0n])),
      new Map(days.map(({ day, gmv }) => [day, gmv.sources[index] ?? 0n])),
      (cents) => terms.conversion.amount(cents, sales.currency, terms.asOf),
    ),
  );
  const beyond = {
    units: sum(linkSales.map(({ units, unitsTotal }) => unitsTotal - total(units))),
    gmv: sum(linkSales.map(({ gmv, gmvTotal }) => gmvTotal - total(gmv))),
  };
  return {
    productId,
    region: seenText(records, (record) => record.region),
    records: seenRecords(records),
    sales: { ...sales, ...totalsOf(observed, sales, beyond, terms) },
    linkSales,
    storefrontUnits: new Map(days.map(({ day, units }) => [day, units.storefront])),
  };
}

function productTerms({ totals, currency }: Observed, { conversion }: Terms): ProductTerms {
  const served = (cents: bigint, day: Day) => conversion.amount(cents, currency, day);
  return {
    unitsOn: (day) => totals.units.growth.get(day),
    gmvOn: (day) => {
      const own = ownGmvOn(totals, day);
      return own === undefined ? undefined : served(own, day);
    },
    worth: (units, day) => served(capped(units * totals.prices.on(day)), day),
    served,
    currency,
  };
}

/** Section 6 for one day; money is converted before it is split, so that the shares still add up. */
function attributeDay(
  sales: Pick<Sales, 'unitsOn' | 'gmvOn'>,
  links: readonly Link[],
  known: KnownSales,
  day: Day,
  { weights }: Terms,
) {
  const sources = known.byLink.map((byDay) => byDay.get(day));
  const storefront = known.storefront.get(day);
  const knownUnits = { sources: sources.map((of) => of?.units), storefront: storefront?.units ?? 0n };
  const knownGmv = {
    sources: sources.map((of) => (of?.saysGmv === true ? of.gmv : undefined)),
    storefront: storefront?.gmv ?? 0n,
  };
  const units = splitUnits(sales.unitsOn(day), links, knownUnits, day, weights);
  return { units, gmv: splitGmv(sales.gmvOn(day), units, knownGmv) };
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
