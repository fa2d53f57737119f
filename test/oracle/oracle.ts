import { DEFAULT_WEIGHTS, type Weights } from './attribution.ts';
import { conversion } from './currency.ts';
import { dayOf } from './day.ts';
import { groupBy } from './group.ts';
import { latestDay, marketAsOf } from './market.ts';
import type { Observation } from './observation.ts';
import { type Product, productsOf, type Terms } from './product.ts';
import { productRow } from './productRow.ts';
import type { Row } from './row.ts';
import { creatorProductRows, hasSeller, productCreatorRows, productVideoRows, shopVideoRows } from './rows.ts';
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
  readonly creatorProducts: Row[];
  readonly shopProducts: Row[];
  readonly shopVideos: Row[];
}

/** Units the storefront sold, by product and window: `storefrontUnits[productId][days]`. */
export type StorefrontUnits = Record<string, Record<string, number>>;

export type OracleResult = OracleTables & {
  readonly storefrontUnits: StorefrontUnits;
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
    creatorProducts: ordered(
      products.flatMap((product) => creatorProductRows(product, market, terms)),
      ['user_id', 'product_id'],
    ),
    shopProducts: ordered(
      products.filter(hasSeller).map((product) => productRow(product, terms)),
      ['seller_id', 'product_id'],
    ),
    shopVideos: ordered(shopVideoRows(products, market), ['seller_id', 'video_id']),
    storefrontUnits: storefrontUnits(products, terms),
    otherCurrency: otherCurrency(products),
  };
}

function otherCurrency(products: readonly Product[]): Record<string, number> {
  const named = groupBy(
    products.flatMap(({ sales }) => sales.others),
    (currency) => currency,
  );
  return Object.fromEntries([...named].map(([currency, moments]) => [currency, moments.length]));
}

function storefrontUnits(products: readonly Product[], { asOf }: Terms): StorefrontUnits {
  return Object.fromEntries(
    products.map((product) => [
      String(product.productId),
      Object.fromEntries(WINDOWS.map((days) => [days, Number(windowSum(product.storefrontUnits, asOf, days))])),
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
