import { served, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import type { Market } from './market.ts';
import { gmvTogether, type Product, sureOfProduct, type Terms, unitsTogether } from './product.ts';
import { servedPrice } from './productRow.ts';
import type { Row } from './row.ts';
import { handleOf, hasSeller, shownCreator } from './rows.ts';
import { seenCount, seenId, seenText } from './seen.ts';
import { type Sold, soldBy, together } from './sums.ts';
import { sureFields } from './sure.ts';

/** Section 8, "Product livestreams". */
export function productLiveRows(products: readonly Product[], market: Market, terms: Terms): Row[] {
  const sold = products.flatMap((product) => soldBy(product, 'live'));
  const lives = groupBy(sold, ({ sales }) => sales.link.sourceId);
  return sold.map((each) => productLiveRow(each, lives.get(each.sales.link.sourceId) ?? [], market, terms));
}

function productLiveRow({ product, sales: own }: Sold, whole: readonly Sold[], market: Market, terms: Terms): Row {
  const { productId, records, sales, sellerId } = product;
  return {
    product_id: String(productId),
    ...liveFields(own.link.sourceId, market),
    user_id: String(own.link.userId),
    unique_id: handleOf(own.link.userId, market),
    product_name: seenText(records, (record) => record.product_name),
    seller_id: String(sellerId ?? 0n),
    spu_avg_price: servedPrice({ sales }, terms),
    category_id: categoryOf(whole),
    total_product_cnt: whole.length,
    total_sale_cnt: servedCount(unitsTogether(sales, [own])),
    ...sureFields('total_sale_cnt', unitsTogether(sales, [own]), sureOfProduct(sales, [own])),
    total_sale_gmv_amt: served(gmvTogether(sales, [own]), 2),
    currency: sales.servedCurrency,
  };
}

/** Section 8, "Shop livestreams". */
export function shopLiveRows(products: readonly Product[], market: Market): Row[] {
  const sold = products.filter(hasSeller).flatMap((product) => soldBy(product, 'live'));
  const rows = groupBy(sold, ({ product, sales }) => `${product.sellerId}/${sales.link.sourceId}`);
  return [...rows.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { sourceId, userId } = first.sales.link;
    const records = market.lives.get(sourceId) ?? [];
    return [
      {
        seller_id: String(first.product.sellerId),
        ...liveFields(sourceId, market),
        ...endFields(sourceId, market),
        ...shownCreator(userId, market),
        total_joins_cnt: seenCount(records, (record) => record.total_joins_cnt),
        ...salesFields(group),
      },
    ];
  });
}

/** Section 8, "Influencer livestreams". */
export function creatorLiveRows(products: readonly Product[], market: Market): Row[] {
  const sold = groupBy(
    products.flatMap((product) => soldBy(product, 'live')),
    ({ sales }) => sales.link.sourceId,
  );
  const known = [...market.liveCreators].filter(([, userId]) => userId !== 0n);
  return known.map(([liveId, userId]) => creatorLiveRow(liveId, userId, sold.get(liveId) ?? [], market));
}

function creatorLiveRow(liveId: bigint, userId: bigint, whole: readonly Sold[], market: Market): Row {
  const records = market.lives.get(liveId) ?? [];
  const { avatar: _, ...creator } = shownCreator(userId, market);
  return {
    ...liveFields(liveId, market),
    ...endFields(liveId, market),
    ...creator,
    total_joins_cnt: seenCount(records, (record) => record.total_joins_cnt),
    total_digg_cnt: seenCount(records, (record) => record.total_digg_cnt),
    total_comments_cnt: seenCount(records, (record) => record.total_comments_cnt),
    total_followers_cnt: seenCount(market.creators.get(userId) ?? [], (record) => record.total_followers_cnt),
    total_product_cnt: whole.length,
    ...salesFields(whole),
  };
}

function salesFields(group: readonly Sold[]): Row {
  const { units, gmv, currency } = together(group);
  return { total_sale_cnt: units, total_sale_gmv_amt: gmv, currency };
}

function endFields(liveId: bigint, market: Market): Row {
  const records = market.lives.get(liveId) ?? [];
  const start = seenCount(records, (record) => record.start_time);
  const end = seenCount(records, (record) => record.end_time);
  return { finish_time: end, duration: start === 0 || end === 0 ? 0 : Math.max(0, end - start) };
}

/** The first-level category of most products of a live that have one, ties to the smaller id. */
function categoryOf(whole: readonly Sold[]): string {
  const known = whole
    .map(({ product }) => BigInt(seenId(product.records, (record) => record.category_id, '0')))
    .filter((category) => category !== 0n);
  const sizes = [...groupBy(known, (category) => category)].map(([category, of]) => ({ category, size: of.length }));
  const [most] = sizes.toSorted((a, b) => b.size - a.size || (a.category < b.category ? -1 : 1));
  return String(most?.category ?? 0n);
}

function liveFields(liveId: bigint, market: Market): Row {
  const records = market.lives.get(liveId) ?? [];
  return {
    room_id: String(liveId),
    region: seenText(records, (record) => record.region),
    title: seenText(records, (record) => record.title),
    cover_url: seenText(records, (record) => record.cover_url),
    create_time: seenCount(records, (record) => record.start_time),
    total_views_cnt: seenCount(records, (record) => record.total_views_cnt),
    max_views_cnt: seenCount(records, (record) => record.max_views_cnt),
  };
}
