import { served, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import type { Market } from './market.ts';
import type { CreatorObservation, VideoObservation } from './observation.ts';
import { gmvTogether, type LinkSales, type Product, type Terms, unitsTogether } from './product.ts';
import { salesOfKind, seenCovers, servedPrice } from './productRow.ts';
import type { Row } from './row.ts';
import { seenCount, seenDigits, seenId, seenText } from './seen.ts';
import { sum } from './split.ts';
import { larger } from './state.ts';

/** Section 8, "Product creators". */
export function productCreatorRows(product: Product, market: Market): Row[] {
  return byCreator(product).map(([userId, sales]) => ({
    product_id: String(product.productId),
    user_id: String(userId),
    ...creatorFields(market.creators.get(userId) ?? []),
    per_product_ifl_sale_cnt: units(product, sales),
    per_product_ifl_gmv_amt: gmv(product, sales),
    currency: product.sales.servedCurrency,
  }));
}

/** Section 8, "Product videos". */
export function productVideoRows(product: Product, market: Market): Row[] {
  return salesOfKind(product.linkSales, 'video').map((sales) => ({
    product_id: String(product.productId),
    ...videoFields(sales, market),
    ...fileFields(market.videos.get(sales.link.sourceId) ?? []),
    total_video_sale_cnt: units(product, [sales]),
    total_video_sale_gmv_amt: gmv(product, [sales]),
    currency: product.sales.servedCurrency,
  }));
}

/** Section 8, "Influencer products". */
export function creatorProductRows(product: Product, market: Market, terms: Terms): Row[] {
  return byCreator(product).map(([userId, sales]) => ({
    user_id: String(userId),
    unique_id: handleOf(userId, market),
    ...wholeProductFields(product, terms),
    ...kindFields(product, sales),
  }));
}

function wholeProductFields({ productId, records, sales }: Product, terms: Terms): Row {
  return {
    product_id: String(productId),
    category_id: seenId(records, (record) => record.category_id, '0'),
    cover_url: seenCovers(records),
    product_name: seenText(records, (record) => record.product_name),
    spu_avg_price: servedPrice({ sales }, terms),
    total_sale_cnt: servedCount(sales.unitsTotal),
    total_sale_gmv_amt: served(sales.gmvTotal, 2),
    currency: sales.servedCurrency,
  };
}

function kindFields(product: Product, sales: readonly LinkSales[]): Row {
  const [videos, lives] = [salesOfKind(sales, 'video'), salesOfKind(sales, 'live')];
  return {
    total_video_cnt: videos.length,
    total_video_sale_cnt: units(product, videos),
    total_video_sale_gmv_amt: gmv(product, videos),
    total_live_cnt: lives.length,
    total_live_sale_cnt: units(product, lives),
    total_live_sale_gmv_amt: gmv(product, lives),
  };
}

/** A product's video sales, beside the shop that now sells the product. */
interface ShopSale {
  readonly sellerId: string;
  readonly currency: string;
  readonly sales: LinkSales;
  readonly units: bigint;
  readonly gmv: bigint;
}

/** Section 8, "Shop videos". */
export function shopVideoRows(products: readonly Product[], market: Market): Row[] {
  const rows = groupBy(products.flatMap(shopSales), ({ sellerId, sales }) => `${sellerId}/${sales.link.sourceId}`);
  return [...rows.values()].map((group) => shopVideoRow(group, market));
}

/** Section 8, "Shop products": the products with a seller. */
export function hasSeller(product: Product): boolean {
  return sellerOf(product) !== '';
}

function sellerOf({ records }: Product): string {
  return seenId(records, (record) => record.seller_id, '');
}

function shopSales(product: Product): ShopSale[] {
  const sellerId = sellerOf(product);
  if (sellerId === '') return [];
  const currency = product.sales.servedCurrency;
  return salesOfKind(product.linkSales, 'video').map((sales) => ({
    sellerId,
    currency,
    sales,
    units: unitsTogether(product.sales, [sales]),
    gmv: gmvTogether(product.sales, [sales]),
  }));
}

function shopVideoRow(group: readonly ShopSale[], market: Market): Row {
  const [first] = group;
  if (first === undefined) return {};
  const currency = commonestCurrency(group);
  const creator = market.creators.get(first.sales.link.userId) ?? [];
  return {
    seller_id: first.sellerId,
    ...videoFields(first.sales, market),
    avatar: seenText(creator, (record) => record.avatar),
    nick_name: seenText(creator, (record) => record.nick_name),
    total_video_sale_cnt: servedCount(sum(group.map((sale) => sale.units))),
    total_video_sale_gmv_amt: served(
      sum(group.filter((sale) => sale.currency === currency).map((sale) => sale.gmv)),
      2,
    ),
    currency,
  };
}

/** Section 6: the currency with most products, ties to the first code. */
function commonestCurrency(group: readonly ShopSale[]): string {
  const products = [...groupBy(group, (sale) => sale.currency)].map(([code, sales]) => ({ code, size: sales.length }));
  const sizeMax = Math.max(...products.map(({ size }) => size));
  const codes = products.filter(({ size }) => size === sizeMax).map(({ code }) => code);
  return codes.reduce((a, b) => (larger(a, b) === a ? b : a));
}

function byCreator(product: Product): [bigint, LinkSales[]][] {
  return [...groupBy(product.linkSales, ({ link }) => link.userId)];
}

function units(product: Product, sales: readonly LinkSales[]): number {
  return servedCount(unitsTogether(product.sales, sales));
}

function gmv(product: Product, sales: readonly LinkSales[]): number {
  return served(gmvTogether(product.sales, sales), 2);
}

function handleOf(userId: bigint, market: Market): string {
  return seenText(market.creators.get(userId) ?? [], (record) => record.unique_id);
}

function creatorFields(records: readonly CreatorObservation[]): Row {
  return {
    unique_id: seenText(records, (record) => record.unique_id),
    nick_name: seenText(records, (record) => record.nick_name),
    avatar: seenText(records, (record) => record.avatar),
    category: seenText(records, (record) => record.category),
    region: seenText(records, (record) => record.region),
    total_digg_cnt: seenCount(records, (record) => record.total_digg_cnt),
    total_followers_cnt: seenCount(records, (record) => record.total_followers_cnt),
    total_following_cnt: seenCount(records, (record) => record.total_following_cnt),
    total_live_cnt: seenCount(records, (record) => record.total_live_cnt),
    total_live_views_cnt: seenCount(records, (record) => record.total_live_views_cnt),
    total_post_video_cnt: seenCount(records, (record) => record.total_post_video_cnt),
    total_views_cnt: seenCount(records, (record) => record.total_views_cnt),
  };
}

/** What both lists of videos show. */
function videoFields({ link }: LinkSales, market: Market): Row {
  const records = market.videos.get(link.sourceId) ?? [];
  return {
    video_id: String(link.sourceId),
    user_id: String(link.userId),
    unique_id: handleOf(link.userId, market),
    create_time: seenDigits(records, (record) => record.create_time),
    region: seenText(records, (record) => record.region),
    reflow_cover: seenText(records, (record) => record.reflow_cover),
    video_desc: seenText(records, (record) => record.video_desc),
    total_comments_cnt: seenCount(records, (record) => record.total_comments_cnt),
    total_digg_cnt: seenCount(records, (record) => record.total_digg_cnt),
    total_shares_cnt: seenCount(records, (record) => record.total_shares_cnt),
    total_views_cnt: seenCount(records, (record) => record.total_views_cnt),
  };
}

/** What only the videos of a product show. */
function fileFields(records: readonly VideoObservation[]): Row {
  return {
    data_size: seenDigits(records, (record) => record.data_size),
    duration: seenCount(records, (record) => record.duration),
    hash_tag: seenText(records, (record) => record.hash_tag),
    height: seenDigits(records, (record) => record.height),
    width: seenDigits(records, (record) => record.width),
    play_addr: seenText(records, (record) => record.play_addr),
    ratio: seenText(records, (record) => record.ratio),
    total_favorites_cnt: seenCount(records, (record) => record.total_favorites_cnt),
  };
}
