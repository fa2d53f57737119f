import {
  inUnits,
  type KnownOfDay,
  partsByTraffic,
  splitGmv,
  splitUnits,
  tieOrder,
  trafficOf,
  unitsLeft,
  type Weights,
  wholeUnits,
} from './attribution.ts';
import type { Conversion } from './currency.ts';
import { type Day, dayOf, mondayOf, weekOf } from './day.ts';
import { capped, isSeen } from './exact.ts';
import { type Observed, observedOf, ownGmvOn, type Sales, salesOf, totalsOf } from './gmv.ts';
import { type KnownSales, knownSales, type ProductTerms } from './known.ts';
import { nothingLearned, splitWeek } from './learned.ts';
import type { Link, Market } from './market.ts';
import type { ProductObservation } from './observation.ts';
import { gradeOf, seenRecords } from './reservations.ts';
import { seenId, seenText } from './seen.ts';
import { largest, smallest, sum } from './split.ts';
import { currentValue } from './state.ts';
import { countingOnes, type Statement } from './statements.ts';
import { limitedSure, type Sure, sureTogether } from './sure.ts';
import { soldDays, sureOfLink } from './sure-of-link.ts';
import { windowSum } from './windows.ts';

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
  /** In thousandths of a unit. */
  readonly storefront: ByDay;
}

export interface LinkSales {
  readonly link: Link;
  /** In thousandths of a unit. */
  readonly thousandths: ByDay;
  readonly gmv: ByDay;
  /** Section 6, rule 4: those of the last 30 days. */
  readonly unitsRecent: bigint;
  /** Section 6: the shares of all days, or the link's own running total where that is larger. */
  readonly unitsTotal: bigint;
  readonly gmvTotal: bigint;
  readonly sure: Sure;
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
  const knownOn = (day: Day) => knownOfDay(known, day);
  const estimated = estimatedParts({ records, links, sales, knownOn }, terms.weights);
  const days = sales.days.map((day) => ({ day, ...attributeDay(sales, knownOn(day), day, estimated.get(day) ?? []) }));
  const shares = links.map((link, index) => ({
    link,
    thousandths: new Map(days.map(({ day, units }) => [day, units.sources[index] ?? 0n])),
    gmv: new Map(days.map(({ day, gmv }) => [day, gmv.sources[index] ?? 0n])),
  }));
  const toServed = (cents: bigint) => terms.conversion.amount(cents, sales.currency, terms.asOf);
  const totals = [...totalsOfKind(shares, 'video', terms.asOf), ...totalsOfKind(shares, 'live', terms.asOf)];
  const linkSales = shares.map((share) => {
    const units = totals.find(({ link }) => link === share.link)?.units ?? none;
    const sold = soldDays(known.byLink[links.indexOf(share.link)], share.thousandths, days);
    return {
      ...share,
      unitsRecent: units.recent,
      unitsTotal: largest(units.all, share.link.ownUnitsCurrent ?? 0n),
      gmvTotal: largest(total(share.gmv), toServed(share.link.ownGmvCurrent ?? 0n)),
      sure: sureOfLink(share.link, units.all, sold, terms.asOf),
      unitsBeyond: largest(0n, (share.link.ownUnitsCurrent ?? 0n) - units.all),
    };
  });
  const beyond = {
    units: sum(linkSales.map(({ unitsBeyond }) => unitsBeyond)),
    gmv: sum(linkSales.map(({ gmv, gmvTotal }) => gmvTotal - total(gmv))),
  };
  return {
    productId,
    region: seenText(records, (record) => record.region),
    records: seenRecords(records),
    sales: { ...sales, ...totalsOf(observed, sales, beyond, terms) },
    linkSales,
    storefront: new Map(days.map(({ day, units }) => [day, units.storefront])),
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

interface KnownOn {
  readonly units: KnownOfDay;
  readonly gmv: KnownOfDay;
}

function knownOfDay(known: KnownSales, day: Day): KnownOn {
  const sources = known.byLink.map((byDay) => byDay.get(day));
  const storefront = known.storefront.get(day);
  return {
    units: { sources: sources.map((of) => of?.units), storefront: storefront?.units ?? 0n },
    gmv: {
      sources: sources.map((of) => (of?.saysGmv === true ? of.gmv : undefined)),
      storefront: storefront?.gmv ?? 0n,
    },
  };
}

/** Section 6 for one day; money is converted before it is split, so that the shares still add up. */
function attributeDay(sales: Pick<Sales, 'unitsOn' | 'gmvOn'>, known: KnownOn, day: Day, estimated: readonly number[]) {
  const units = splitUnits(sales.unitsOn(day), known.units, estimated);
  return { units, gmv: splitGmv(sales.gmvOn(day), units, known.gmv) };
}

interface Unsplit {
  readonly records: readonly ProductObservation[];
  readonly links: readonly Link[];
  readonly sales: Pick<Sales, 'days' | 'unitsOn'>;
  readonly knownOn: (day: Day) => KnownOn;
}

/** Rule 2: what is left of the units of each day, a part for each link. */
function estimatedParts(product: Unsplit, weights: Weights): ReadonlyMap<Day, readonly number[]> {
  const { links, sales, knownOn } = product;
  if (weights.attribution === 'learned') return learnedParts(product, weights);
  return new Map(
    sales.days.map((day) => {
      const known = knownOn(day).units;
      const rest = unitsLeft(sales.unitsOn(day), known);
      return [day, partsByTraffic(rest, trafficOf(links, known, day, weights), weights)];
    }),
  );
}

function learnedParts({ records, links, sales, knownOn }: Unsplit, weights: Weights): Map<Day, readonly number[]> {
  const sold = sales.days.filter((day) => sales.unitsOn(day) > 0n);
  const seen = records.filter(({ total_sale_cnt }) => isSeen(total_sale_cnt));
  const firstSeen = Math.min(...seen.map(({ observed_at }) => dayOf(observed_at)));
  const lastSeen = Math.max(
    ...seen.filter((record) => gradeOf(record) !== 'derived').map(({ observed_at }) => dayOf(observed_at)),
  );
  const isCovered = (day: Day) => sold.includes(day) || (day > firstSeen && day <= lastSeen);
  const parts = new Map<Day, readonly number[]>();
  let learned = nothingLearned(links.length);
  for (const week of new Set(sold.map(weekOf).toSorted((a, b) => a - b))) {
    const days = Array.from({ length: 7 }, (_, place) => mondayOf(week) + place);
    const covered = days.filter(isCovered);
    const left = (day: Day) => (isCovered(day) ? Number(unitsLeft(sales.unitsOn(day), knownOn(day).units)) : 0);
    const traffic = days.map((day) => (isCovered(day) ? trafficOf(links, knownOn(day).units, day, weights) : []));
    const split = splitWeek(
      { units: days.map(left), traffic: links.map((_, index) => traffic.map((of) => of[index] ?? 0)) },
      { number: week, days: covered.length },
      learned,
      { share: weights.storefrontShare, unitsPerView: weights.unitsPerView },
    );
    days.forEach((day, place) => {
      parts.set(
        day,
        split.shares.map((of) => of[place] ?? 0),
      );
    });
    learned = split.learned;
  }
  return parts;
}

const none = { all: 0n, recent: 0n };

/** Section 6, rule 4: whole units of each video (live); the last 30 days have no more than all. */
function totalsOfKind(shares: readonly Pick<LinkSales, 'link' | 'thousandths'>[], kind: Link['kind'], asOf: Day) {
  const ofKind = shares.filter(({ link }) => link.kind === kind);
  const all = wholeUnits(
    ofKind.map(({ thousandths }) => total(thousandths)),
    kind,
  );
  const recent = wholeUnits(
    ofKind.map(({ thousandths }) => windowSum(thousandths, asOf, 30)),
    kind,
  );
  return ofKind.map(({ link }, place) => {
    const units = all[place] ?? 0n;
    return { link, units: { all: units, recent: smallest(recent[place] ?? 0n, units) } };
  });
}

/** Section 6, rule 4: what videos (lives) of a product sold in some days, in whole units. */
export function unitsOfKind(sources: readonly LinkSales[], kind: Link['kind'], asOf: Day, days: number): bigint {
  return inUnits(sum(sources.map(({ thousandths }) => windowSum(thousandths, asOf, days))), kind);
}

function total(byDay: ByDay): bigint {
  return sum([...byDay.values()]);
}

/** Section 6: units of some sources of a product, no more than the product's. */
export function unitsTogether({ unitsMax }: Sales, sources: readonly LinkSales[]): bigint {
  return smallest(sum(sources.map(({ unitsTotal }) => unitsTotal)), unitsMax);
}

/** Section 6, "How sure": what is known of the units of some sources of a product. */
export function sureOfProduct({ unitsMax }: Sales, sources: readonly LinkSales[]): Sure {
  const units = sum(sources.map(({ unitsTotal }) => unitsTotal));
  return limitedSure(sureTogether(sources.map(({ sure }) => sure)), units, unitsMax);
}

/** Section 6: GMV of some sources of a product, no more than the product's. */
export function gmvTogether({ gmvTotal }: Sales, sources: readonly LinkSales[]): bigint {
  return smallest(sum(sources.map((source) => source.gmvTotal)), gmvTotal);
}
