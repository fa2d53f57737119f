import { DEFAULT_WEIGHTS, type Weights } from './attribution.ts';
import { creatorRows } from './creatorRows.ts';
import { conversion } from './currency.ts';
import { dayOf } from './day.ts';
import { creatorDays, likeDays, linkDays, priceDays } from './days.ts';
import { groupBy } from './group.ts';
import { creatorLiveRows, productLiveRows, shopLiveRows } from './liveRows.ts';
import { latestDay, type Market, marketAsOf } from './market.ts';
import type { Observation } from './observation.ts';
import { plainKinds } from './plain.ts';
import { type Product, productsOf, type Terms } from './product.ts';
import { productRow } from './productRow.ts';
import { type Candidate, creatorCandidates, productCandidates, shopCandidates, videoCandidates } from './rankings.ts';
import type { Row } from './row.ts';
import {
  creatorProductRows,
  hasSeller,
  productCreatorRows,
  productVideoRows,
  shopCreatorRows,
  shopVideoRows,
} from './rows.ts';
import { shopRows } from './shopRows.ts';
import { type OracleTrends, trendsOf } from './trends.ts';
import { videoRows } from './videoRows.ts';
import { WINDOWS, windowSum } from './windows.ts';

export interface OracleOptions {
  /** UTC day, yyyy-MM-dd; the latest day with an observation of an entity unless given. */
  readonly asOf?: string | undefined;
  /** ISO 4217 code; amounts stay in each product's currency unless given. */
  readonly reportingCurrency?: string | undefined;
  /** At most three decimals each. */
  readonly weights?: Weights | undefined;
}

/** The served tables, each in ascending order of its key. */
export interface OracleTables {
  readonly products: Row[];
  readonly productCreators: Row[];
  readonly productVideos: Row[];
  readonly productLivestreams: Row[];
  readonly creatorProducts: Row[];
  readonly influencerList: Row[];
  readonly influencerVideos: Row[];
  readonly influencerLivestreams: Row[];
  readonly shopList: Row[];
  readonly videoList: Row[];
  readonly shopProducts: Row[];
  readonly videoProducts: Row[];
  readonly shopCreators: Row[];
  readonly shopVideos: Row[];
  readonly shopLivestreams: Row[];
}

/** Thousandths of a unit that the storefront sold, by product and window: `storefronts[productId][days]`. */
export type Storefronts = Record<string, Record<string, number>>;

/** Daily series, from which trends and rankings are answered: rows of days on which something grew. */
export interface OracleDays {
  readonly creatorDays: readonly Row[];
  readonly likeDays: readonly Row[];
  readonly priceDays: readonly Row[];
  readonly linkDays: readonly Row[];
}

/** What each ranking ranks, in ascending order of ids. */
export interface OracleRankings {
  readonly productRanking: readonly Candidate[];
  readonly influencerRanking: readonly Candidate[];
  readonly shopRanking: readonly Candidate[];
  readonly videoRanking: readonly Candidate[];
}

export type OracleResult = OracleTables & {
  readonly trends: OracleTrends;
  readonly rankings: OracleRankings;
  /** Of lists that serve what was seen as it is, by the names of their tables. */
  readonly plain: Readonly<Record<string, readonly Row[]>>;
  readonly days: OracleDays;
  readonly storefronts: Storefronts;
  /** Records whose amounts count for nothing, by their currency. */
  readonly otherCurrency: Readonly<Record<string, number>>;
};

/**
 * Works out what is served, straight from docs/estimates.md.
 * @param observations valid records, in any order, repeated or not
 */
export function oracle(observations: readonly Observation[], options: OracleOptions = {}): OracleResult {
  const asOf = options.asOf === undefined ? (latestDay(observations) ?? 0) : dayOf(options.asOf);
  const market = marketAsOf(observations, asOf);
  const terms: Terms = {
    asOf,
    weights: options.weights ?? DEFAULT_WEIGHTS,
    conversion: conversion(market.fx, options.reportingCurrency),
  };
  const products = productsOf(market, terms);
  return {
    products: ordered(
      products.map((product) => productRow(product, terms)),
      ['product_id'],
    ),
    productCreators: ordered(
      products.flatMap((product) => productCreatorRows(product, market)),
      ['product_id', 'user_id'],
    ),
    productVideos: ordered(
      products.flatMap((product) => productVideoRows(product, market)),
      ['product_id', 'video_id'],
    ),
    productLivestreams: ordered(productLiveRows(products, market, terms), ['product_id', 'room_id']),
    creatorProducts: ordered(
      products.flatMap((product) => creatorProductRows(product, market, terms)),
      ['user_id', 'product_id'],
    ),
    influencerList: ordered(creatorRows(products, market, terms), ['user_id']),
    influencerVideos: ordered(
      videoRows(products, market, terms).filter((row) => row['user_id'] !== '0'),
      ['user_id', 'video_id'],
    ),
    influencerLivestreams: ordered(creatorLiveRows(products, market), ['user_id', 'room_id']),
    videoProducts: ordered(
      products.flatMap((product) => productVideoRows(product, market)),
      ['video_id', 'product_id'],
    ),
    videoList: ordered(videoRows(products, market, terms), ['video_id']),
    shopList: ordered(shopRows(products, market, terms), ['seller_id']),
    shopProducts: ordered(
      products.filter(hasSeller).map((product) => productRow(product, terms)),
      ['seller_id', 'product_id'],
    ),
    shopCreators: ordered(shopCreatorRows(products, market), ['seller_id', 'user_id']),
    shopVideos: ordered(shopVideoRows(products, market), ['seller_id', 'video_id']),
    shopLivestreams: ordered(shopLiveRows(products, market), ['seller_id', 'room_id']),
    trends: trendsOf(products, market, terms),
    rankings: {
      productRanking: productCandidates(products, terms),
      influencerRanking: creatorCandidates(products, market, terms),
      shopRanking: shopCandidates(products, market, terms),
      videoRanking: videoCandidates(products, market, terms),
    },
    plain: Object.fromEntries(
      Object.values(plainKinds)
        .flatMap((kind) => Object.entries(kind.rows(observations, asOf)))
        .map(([name, { rows, by }]) => [name, ordered(rows, by)]),
    ),
    days: {
      creatorDays: ordered(creatorDays(market), ['user_id', 'day']),
      likeDays: ordered(likeDays(market), ['source_id', 'day']),
      priceDays: ordered(options.reportingCurrency === undefined ? products.flatMap(priceDays) : [], [
        'product_id',
        'day',
      ]),
      linkDays: ordered(
        products.flatMap((product) => linkDays(product, asOf)),
        ['product_id', 'day'],
      ),
    },
    storefronts: storefronts(products, terms),
    otherCurrency: otherCurrency(products, market),
  };
}

function otherCurrency(products: readonly Product[], market: Market): Record<string, number> {
  const named = groupBy(
    [...products.flatMap(({ sales }) => sales.others), ...ofSales(products, market)],
    (name) => name,
  );
  return Object.fromEntries([...named].map(([currency, moments]) => [currency, moments.length]));
}

/** The currencies of sales in another one than their product's, each once for a sale: also where it was moved to another product. */
function ofSales(products: readonly Product[], { statements }: Market): string[] {
  const ownOf = new Map(products.map(({ productId, sales }) => [productId, sales.currency]));
  const others = statements.filter(({ productIds: [productId = 0n], gmv, currency }) => {
    const own = ownOf.get(productId);
    return own !== undefined && gmv !== undefined && currency !== own;
  });
  const each = groupBy(others, ({ sale, currency }) => `${currency} ${sale}`);
  return [...each.values()].flatMap(([first]) => (first === undefined ? [] : [first.currency]));
}

function storefronts(products: readonly Product[], { asOf }: Terms): Storefronts {
  return Object.fromEntries(
    products.map((product) => [
      String(product.productId),
      Object.fromEntries(WINDOWS.map((days) => [days, Number(windowSum(product.storefront, asOf, days))])),
    ]),
  );
}

function ordered(rows: readonly Row[], ids: readonly string[]): Row[] {
  return rows.toSorted((a, b) => ids.reduce((order, name) => order || compareIds(a[name], b[name]), 0));
}

function compareIds(a: string | number | undefined, b: string | number | undefined): number {
  const difference = BigInt(a ?? 0) - BigInt(b ?? 0);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
