import { inUnits } from './attribution.ts';
import { creatorRows } from './creatorRows.ts';
import { type Day, dateOf, dayOf } from './day.ts';
import { creatorSeries, linkDays, priceDays } from './days.ts';
import { count, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import type { Link, Market, Source } from './market.ts';
import type { Timed } from './observation.ts';
import type { Product, Terms } from './product.ts';
import { productRow } from './productRow.ts';
import type { Row } from './row.ts';
import { shopRows } from './shopRows.ts';
import { largest, sum } from './split.ts';
import { valueByDay } from './state.ts';
import { soldBy } from './sums.ts';
import { videoRows } from './videoRows.ts';

/** Section 11: the days that one call returns at most, up to the as-of day. */
const DAYS = 180;

/** What a running total grew by on a day, in units of its last digit or thousandths of them. */
export type Growth = ReadonlyMap<Day, bigint>;

/** Section 6, rule 4: what thousandths of these are in whole units. */
export function wholeGrowth(growth: bigint, isInThousandths: boolean): bigint {
  return isInThousandths ? inUnits(growth, 'video') : growth;
}

/** The estimates of what videos and creators sold. */
export const videoThousandths = ['total_video_sale_cnt'];
export const creatorThousandths = ['total_sale_cnt'];

/** Section 11, "Trends", of a video. @param row of the video list. */
function videoTrend(video: Source, products: readonly Product[], market: Market, row: Row, asOf: Day): Row[] {
  return trendRows(row, videoGrowth(video, products, market, row), ['video_id', 'currency'], asOf, videoThousandths);
}

/** What a video won and sold by day. @param row of the video list. */
export function videoGrowth(
  video: Source,
  products: readonly Product[],
  market: Market,
  row: Row,
): Readonly<Record<string, Growth>> {
  const sold = products.flatMap((product) =>
    soldBy(product, 'video').filter(({ sales }) => sales.link.sourceId === video.sourceId),
  );
  const counted = sold.filter(({ product }) => product.sales.servedCurrency === row['currency']);
  const records = market.videos.get(video.sourceId) ?? [];
  return {
    total_views_cnt: video.traffic.growth,
    total_digg_cnt: market.likes.get(video.sourceId)?.growth ?? new Map(),
    total_comments_cnt: stepsOf(records, (record) => count(record.total_comments_cnt)),
    total_favorites_cnt: stepsOf(records, (record) => count(record.total_favorites_cnt)),
    total_shares_cnt: stepsOf(records, (record) => count(record.total_shares_cnt)),
    total_video_sale_cnt: sumByDay(sold.map(({ sales }) => sales.thousandths)),
    total_video_sale_gmv_amt: sumByDay(counted.map(({ sales }) => sales.gmv)),
  };
}

/** Section 11, "Trends", of a shop. @param row of the shop list. */
function shopTrend(all: readonly Product[], row: Row, terms: Terms): Row[] {
  const growth = upTo(terms.asOf, shopGrowth(all, row, terms));
  return trendRows(row, growth, ['seller_id', 'user_id', 'unique_id', 'currency'], terms.asOf);
}

/** What a shop sold and won by day. @param row of the shop list. */
export function shopGrowth(all: readonly Product[], row: Row, terms: Terms): Readonly<Record<string, Growth>> {
  const products = all.filter(({ sellerId }) => String(sellerId) === row['seller_id']);
  const counted = products.filter(({ sales }) => sales.servedCurrency === row['currency']);
  const sold = (of: readonly Product[], on: 'unitsOn' | 'gmvOn') =>
    sumByDay(of.map(({ sales }) => new Map(sales.days.map((day) => [day, sales[on](day)]))));
  const links = products.flatMap(({ linkSales }) => linkSales.map(({ link }) => link));
  const [videos, lives] = ['video', 'live'].map((kind) => links.filter((link) => link.kind === kind));
  return {
    total_sale_cnt: sold(products, 'unitsOn'),
    total_sale_gmv_amt: sold(counted, 'gmvOn'),
    ...productsFirstSeen(products, terms),
    total_video_cnt: firstDays(videos ?? [], ({ sourceId }) => sourceId),
    total_live_cnt: firstDays(lives ?? [], ({ sourceId }) => sourceId),
    total_ifl_cnt: firstDays(links, ({ userId }) => userId),
    total_video_ifl_cnt: firstDays(videos ?? [], ({ userId }) => userId),
    total_live_ifl_cnt: firstDays(lives ?? [], ({ userId }) => userId),
  };
}

function productsFirstSeen(products: readonly Product[], terms: Terms): Readonly<Record<string, Growth>> {
  const rows = products.map((product) => productRow(product, terms));
  const seen = (of: readonly Row[]) => countByDay(of.flatMap((row) => knownFrom(String(row['first_crawl_dt'])) ?? []));
  return {
    total_product_cnt: seen(rows),
    total_crawl_product_cnt: seen(rows.filter((row) => Number(row['off_mark']) < 2)),
  };
}

/** Section 11, "Trends", of a creator. @param row of the influencer list. */
function creatorTrend(products: readonly Product[], market: Market, row: Row, asOf: Day): Row[] {
  const growth = upTo(asOf, creatorGrowth(products, market, row));
  return trendRows(row, growth, ['user_id', 'unique_id', 'currency'], asOf, creatorThousandths);
}

/** What a creator won and sold by day. @param row of the influencer list. */
export function creatorGrowth(
  products: readonly Product[],
  market: Market,
  row: Row,
): Readonly<Record<string, Growth>> {
  const userId = BigInt(row['user_id'] ?? 0);
  const records = market.creators.get(userId) ?? [];
  const { followers, digg, views, posts } = creatorSeries(records);
  const salesIn = ({ linkSales }: Product) => linkSales.filter(({ link }) => link.userId === userId);
  const salesOf = (of: readonly Product[]) => of.flatMap(salesIn);
  const counted = products.filter(({ sales }) => sales.servedCurrency === row['currency']);
  return {
    total_followers_cnt: followers?.growth ?? new Map(),
    total_digg_cnt: digg?.growth ?? new Map(),
    total_views_cnt: views?.growth ?? new Map(),
    total_post_video_cnt: posts?.growth ?? new Map(),
    total_comments_cnt: stepsOf(records, (record) => count(record.total_comments_cnt)),
    total_shares_cnt: stepsOf(records, (record) => count(record.total_shares_cnt)),
    total_live_cnt: stepsOf(records, (record) => count(record.total_live_cnt)),
    total_product_cnt: sumByDay(
      products.map((product) =>
        firstDays(
          salesIn(product).map(({ link }) => link),
          () => product.productId,
        ),
      ),
    ),
    total_sale_cnt: sumByDay(salesOf(products).map(({ thousandths }) => thousandths)),
    total_sale_gmv_amt: sumByDay(salesOf(counted).map(({ gmv }) => gmv)),
  };
}

/** How many of what the links name begin on a day: with the first of their links. */
function firstDays(links: readonly Link[], nameOf: (link: Link) => bigint): Growth {
  const firsts = [...groupBy(links, nameOf).values()].map((own) => Math.min(...own.map(({ madeOn }) => madeOn)));
  return countByDay(firsts.filter((day) => day > 0));
}

function countByDay(days: readonly Day[]): Growth {
  return new Map([...groupBy(days, (day) => day)].map(([day, same]) => [day, BigInt(same.length)]));
}

function upTo(asOf: Day, growth: Readonly<Record<string, Growth>>): Readonly<Record<string, Growth>> {
  return Object.fromEntries(
    Object.entries(growth).map(([name, of]) => [name, new Map([...of].filter(([day]) => day <= asOf))]),
  );
}

/** By how much a value rose from one day on which it was seen to the next. */
function stepsOf<R extends Timed>(records: readonly R[], read: (record: R) => bigint | undefined): Growth {
  const values = [...valueByDay(records, read)];
  return new Map(values.slice(1).map(([day, value], place) => [day, value - (values[place]?.[1] ?? 0n)]));
}

function sumByDay(each: readonly Growth[]): Growth {
  const days = new Set(each.flatMap((growth) => [...growth.keys()]));
  return new Map([...days].map((day) => [day, sum(each.map((growth) => growth.get(day) ?? 0n))]));
}

/** The days of each entity of a trend, by its id. */
export interface OracleTrends {
  readonly productTrends: ReadonlyMap<string, readonly Row[]>;
  readonly influencerTrends: ReadonlyMap<string, readonly Row[]>;
  readonly videoTrends: ReadonlyMap<string, readonly Row[]>;
  readonly shopTrends: ReadonlyMap<string, readonly Row[]>;
}

/** Section 11, "Trends", of all entities. */
export function trendsOf(products: readonly Product[], market: Market, terms: Terms): OracleTrends {
  const videos = new Map(videoRows(products, market, terms).map((row) => [String(row['video_id']), row]));
  return {
    productTrends: new Map(
      products.map((product) => [String(product.productId), productTrend(product, productRow(product, terms), terms)]),
    ),
    influencerTrends: new Map(
      creatorRows(products, market, terms).map((row) => [
        String(row['user_id']),
        creatorTrend(products, market, row, terms.asOf),
      ]),
    ),
    shopTrends: new Map(
      shopRows(products, market, terms).map((row) => [String(row['seller_id']), shopTrend(products, row, terms)]),
    ),
    videoTrends: new Map(
      market.sources.flatMap((source) => {
        const row = source.kind === 'video' ? videos.get(String(source.sourceId)) : undefined;
        return row === undefined
          ? []
          : [[String(source.sourceId), videoTrend(source, products, market, row, terms.asOf)]];
      }),
    ),
  };
}

/** Section 11, "Trends", of a product. @param row of the product list. */
function productTrend(product: Product, row: Row, { asOf, conversion }: Terms): Row[] {
  const { sales } = product;
  const links = linkDays(product, asOf);
  const by = (rows: readonly Row[], name: string) =>
    new Map(rows.map((each) => [Number(each['day']), BigInt(each[name] ?? 0)]));
  const days = sales.days.filter((day) => day <= asOf);
  const growth = {
    total_sale_cnt: new Map(days.map((day) => [day, sales.unitsOn(day)])),
    total_sale_gmv_amt: new Map(days.map((day) => [day, sales.gmvOn(day)])),
    spu_avg_price: conversion.converts ? new Map() : by(priceDays(product), 'price'),
    total_ifl_cnt: by(links, 'creators'),
    total_video_cnt: by(links, 'videos'),
    total_live_cnt: by(links, 'lives'),
  };
  return trendRows(row, growth, ['product_id', 'currency'], asOf);
}

/** A row for every day on which it is known: running totals less what came later, their growth, and what the list says. */
function trendRows(
  row: Row,
  growth: Readonly<Record<string, Growth>>,
  same: readonly string[],
  asOf: Day,
  inThousandths: readonly string[] = [],
): Row[] {
  const first = asOf - DAYS + 1;
  const grown = Object.values(growth).flatMap((of) => [...of].filter(([, by]) => by !== 0n).map(([day]) => day));
  const since = knownFrom(String(row['first_crawl_dt'])) ?? asOf;
  const known = Math.min(since, ...grown.filter((day) => day <= asOf));
  const days = Array.from({ length: asOf - Math.max(first, known) + 1 }, (_, place) => Math.max(first, known) + place);
  return days.map((day) => ({
    dt: dateOf(day),
    ...Object.fromEntries(same.map((name) => [name, row[name] ?? ''])),
    ...Object.fromEntries(
      Object.entries(growth).flatMap(([name, of]) => totalsOn(name, row, of, day, inThousandths.includes(name))),
    ),
  }));
}

function totalsOn(name: string, row: Row, growth: Growth, day: Day, isInThousandths: boolean): [string, number][] {
  const unit = name.endsWith('_amt') || name.endsWith('_price') ? 100 : 1;
  const since = (first: Day) =>
    wholeGrowth(sum([...growth].filter(([on]) => on >= first).map(([, by]) => by)), isInThousandths);
  const later = since(day + 1);
  const total = largest(0n, BigInt(Math.round(Number(row[name]) * unit)) - later);
  return [
    [name.replace(/_(cnt|amt)$/, '_1d_$1'), servedCount(since(day) - later) / unit],
    [name, servedCount(total) / unit],
  ];
}

function knownFrom(yyyyMMdd: string): Day | undefined {
  return yyyyMMdd === '0' ? undefined : dayOf(yyyyMMdd.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
}
