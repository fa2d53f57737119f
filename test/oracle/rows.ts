import { served, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import type { Market } from './market.ts';
import type { CreatorObservation, VideoObservation } from './observation.ts';
import { gmvTogether, type LinkSales, type Product, sureOfProduct, type Terms, unitsTogether } from './product.ts';
import { salesOfKind, seenCovers, servedPrice } from './productRow.ts';
import type { Row } from './row.ts';
import { seenCount, seenDigits, seenId, seenText } from './seen.ts';
import { type Sold, soldBy, together } from './sums.ts';
import { sureFields } from './sure.ts';

/** Section 8, "Product creators". */
export function productCreatorRows(product: Product, market: Market): Row[] {
  return byCreator(product).map(([userId, sales]) => ({
    product_id: String(product.productId),
    user_id: String(userId),
    ...creatorFields(market.creators.get(userId) ?? []),
    ...unitsFields('per_product_ifl_sale_cnt', product, sales),
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
    ...unitsFields('total_video_sale_cnt', product, [sales]),
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
    ...unitsFields('total_video_sale_cnt', product, videos),
    total_video_sale_gmv_amt: gmv(product, videos),
    total_live_cnt: lives.length,
    ...unitsFields('total_live_sale_cnt', product, lives),
    total_live_sale_gmv_amt: gmv(product, lives),
  };
}

/** Section 8, "Shop videos". */
export function shopVideoRows(products: readonly Product[], market: Market): Row[] {
  const sold = products.filter(hasSeller).flatMap((product) => soldBy(product, 'video'));
  const rows = groupBy(sold, ({ product, sales }) => `${product.sellerId}/${sales.link.sourceId}`);
  return [...rows.values()].map((group) => shopVideoRow(group, market));
}

/** Section 8, "Shop creators". */
export function shopCreatorRows(products: readonly Product[], market: Market): Row[] {
  const sold = products
    .filter(hasSeller)
    .flatMap((product) => [...soldBy(product, 'video'), ...soldBy(product, 'live')]);
  const rows = groupBy(sold, ({ product, sales }) => `${product.sellerId}/${sales.link.userId}`);
  return [...rows.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [shopCreatorRow(first, group, market)];
  });
}

function shopCreatorRow({ product, sales }: Sold, group: readonly Sold[], market: Market): Row {
  const { units, gmv, currency } = together(group);
  const records = market.creators.get(sales.link.userId) ?? [];
  return {
    seller_id: String(product.sellerId),
    ...shownCreator(sales.link.userId, market),
    region: seenText(records, (record) => record.region),
    total_digg_cnt: seenCount(records, (record) => record.total_digg_cnt),
    total_followers_cnt: seenCount(records, (record) => record.total_followers_cnt),
    total_following_cnt: seenCount(records, (record) => record.total_following_cnt),
    total_sale_cnt: units,
    total_sale_gmv_amt: gmv,
    currency,
  };
}

/** Section 8, "Shop products": the products with a seller. */
export function hasSeller(product: Product): boolean {
  return product.sellerId !== undefined;
}

function shopVideoRow(group: readonly Sold[], market: Market): Row {
  const [first] = group;
  if (first === undefined) return {};
  const { units, gmv, currency, sure } = together(group);
  return {
    seller_id: String(first.product.sellerId),
    ...videoFields(first.sales, market),
    ...shownCreator(first.sales.link.userId, market),
    total_video_sale_cnt: units,
    ...sureFields('total_video_sale_cnt', BigInt(units), sure),
    total_video_sale_gmv_amt: gmv,
    currency,
  };
}

export function byCreator(product: Product): [bigint, LinkSales[]][] {
  return [...groupBy(product.linkSales, ({ link }) => link.userId)];
}

function unitsFields(name: string, product: Product, sales: readonly LinkSales[]): Row {
  const units = unitsTogether(product.sales, sales);
  return { [name]: servedCount(units), ...sureFields(name, units, sureOfProduct(product.sales, sales)) };
}

function gmv(product: Product, sales: readonly LinkSales[]): number {
  return served(gmvTogether(product.sales, sales), 2);
}

/** How a creator is shown. */
export function shownCreator(userId: bigint, market: Market): Row {
  const records = market.creators.get(userId) ?? [];
  return {
    user_id: String(userId),
    unique_id: handleOf(userId, market),
    nick_name: seenText(records, (record) => record.nick_name),
    avatar: seenText(records, (record) => record.avatar),
  };
}

/** The handle of a creator. */
export function handleOf(userId: bigint, market: Market): string {
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
export function fileFields(records: readonly VideoObservation[]): Row {
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
