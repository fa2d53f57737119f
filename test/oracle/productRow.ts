import { madeInWindow, newCreators, ofKind, servedTotals } from './counts.ts';
import { cents, flag, jsonText, served, servedCount, servedCovers, servedJson, tenThousandths } from './exact.ts';
import { firstCrawlDt, salesFlag, salesTrendFlag } from './flags.ts';
import type { Link } from './market.ts';
import type { JsonField, ProductObservation, Seen } from './observation.ts';
import { pricesOf } from './price.ts';
import {
  type ByDay,
  gmvTogether,
  type LinkSales,
  type Product,
  type Terms,
  unitsOfKind,
  unitsTogether,
} from './product.ts';
import type { Row } from './row.ts';
import { seenCount, seenId, seenText } from './seen.ts';
import { sum } from './split.ts';
import { currentValue } from './state.ts';
import { WINDOWS, windowSum } from './windows.ts';

/** Section 8, "Product list": the row of one product. */
export function productRow(product: Product, terms: Terms): Row {
  const { records, sales } = product;
  return {
    product_id: String(product.productId),
    region: product.region,
    currency: sales.servedCurrency,
    seller_id: String(product.sellerId ?? 0n),
    category_name: product.categoryName,
    ...sightFields(records),
    ...priceFields(product, terms),
    ...totalFields(product),
    ...Object.assign({}, ...WINDOWS.map((days) => windowFields(product, terms, days))),
    ...flagFields(product, terms),
  };
}

function sightFields(records: readonly ProductObservation[]): Row {
  return {
    category_id: seenId(records, (record) => record.category_id, '0'),
    category_l2_id: seenId(records, (record) => record.category_l2_id, '0'),
    category_l3_id: seenId(records, (record) => record.category_l3_id, '0'),
    product_name: seenText(records, (record) => record.product_name),
    discount: seenText(records, (record) => record.discount),
    cover_url: seenCovers(records),
    desc_detail: seenJson(records, (record) => record.desc_detail),
    skus: seenJson(records, (record) => record.skus),
    sale_props: seenJson(records, (record) => record.sale_props),
    product_rating: served(currentValue(records, (record) => cents(record.product_rating)) ?? 0n, 2),
    product_commission_rate: served(
      currentValue(records, (record) => tenThousandths(record.product_commission_rate)) ?? 0n,
      4,
    ),
    review_count: seenCount(records, (record) => record.review_count),
    off_mark: seenCount(records, (record) => record.off_mark),
    from_flag: seenCount(records, (record) => record.from_flag),
    is_hot: Number(currentValue(records, (record) => flag(record.is_hot)) ?? 0n),
    shop_type: seenCount(records, (record) => record.shop_type),
    specification: seenJson(records, (record) => record.specification),
    free_shipping: Number(currentValue(records, (record) => flag(record.free_shipping)) ?? 0n),
    is_s_shop: Number(currentValue(records, (record) => flag(record.is_s_shop)) ?? 0n),
  };
}

export function seenCovers(records: readonly ProductObservation[]): string {
  return servedCovers(currentValue(records, (record) => jsonText(record.cover_url)));
}

function seenJson(records: readonly ProductObservation[], read: (record: ProductObservation) => JsonField): string {
  return servedJson(currentValue(records, (record) => jsonText(read(record))));
}

type Priced = Pick<Product, 'sales'>;

/** Section 3: prices are converted at the rate of the as-of day. */
function priceFields(product: Priced, terms: Terms): Row {
  const current = (read: (record: ProductObservation) => Seen<number>) =>
    currentValue(product.sales.counted, (record) => cents(read(record))) ?? 0n;
  return {
    spu_avg_price: servedPrice(product, terms),
    min_price: inServedCurrency(
      current((record) => record.min_price),
      product,
      terms,
    ),
    max_price: inServedCurrency(
      current((record) => record.max_price),
      product,
      terms,
    ),
  };
}

/** The price of the as-of day. */
export function servedPrice(product: Priced, terms: Terms): number {
  return inServedCurrency(pricesOf(product.sales.counted).on(terms.asOf), product, terms);
}

function inServedCurrency(price: bigint, product: Priced, { conversion, asOf }: Terms): number {
  return served(conversion.amount(price, product.sales.currency, asOf), 2);
}

function totalFields({ records, linkSales, sales }: Product): Row {
  const totals = servedTotals(
    records,
    linkSales.map(({ link }) => link),
  );
  return {
    total_sale_cnt: servedCount(sales.unitsTotal),
    total_sale_gmv_amt: served(sales.gmvTotal, 2),
    total_ifl_cnt: servedCount(totals.creators),
    total_video_cnt: servedCount(totals.videos),
    total_live_cnt: servedCount(totals.lives),
    total_views_cnt: servedCount(totals.views),
    total_video_sale_cnt: servedCount(unitsTogether(sales, salesOfKind(linkSales, 'video'))),
    total_video_sale_gmv_amt: served(gmvTogether(sales, salesOfKind(linkSales, 'video')), 2),
    total_live_sale_cnt: servedCount(unitsTogether(sales, salesOfKind(linkSales, 'live'))),
    total_live_sale_gmv_amt: served(gmvTogether(sales, salesOfKind(linkSales, 'live')), 2),
  };
}

export function salesOfKind(linkSales: readonly LinkSales[], kind: Link['kind']): LinkSales[] {
  return linkSales.filter(({ link }) => link.kind === kind);
}

/** Sections 4 and 5: every field of one window. */
function windowFields({ sales, linkSales }: Product, { asOf }: Terms, days: number): Row {
  const inDays = (byDay: Iterable<readonly [number, bigint]>) => windowSum(byDay, asOf, days);
  const sumOf = (of: readonly LinkSales[], read: (link: LinkSales) => ByDay) =>
    sum(of.map((link) => inDays(read(link))));
  const links = linkSales.map(({ link }) => link);
  const [videos, lives] = [salesOfKind(linkSales, 'video'), salesOfKind(linkSales, 'live')];
  return {
    [`total_sale_${days}d_cnt`]: servedCount(inDays(sales.days.map((day) => [day, sales.unitsOn(day)]))),
    [`total_sale_gmv_${days}d_amt`]: served(inDays(sales.days.map((day) => [day, sales.gmvOn(day)])), 2),
    [`total_views_${days}d_cnt`]: servedCount(sumOf(videos, ({ link }) => link.traffic.growth)),
    [`total_video_sale_${days}d_cnt`]: servedCount(unitsOfKind(videos, 'video', asOf, days)),
    [`total_video_sale_gmv_${days}d_amt`]: served(
      sumOf(videos, (link) => link.gmv),
      2,
    ),
    [`total_live_sale_${days}d_cnt`]: servedCount(unitsOfKind(lives, 'live', asOf, days)),
    [`total_live_sale_gmv_${days}d_amt`]: served(
      sumOf(lives, (link) => link.gmv),
      2,
    ),
    [`total_video_${days}d_cnt`]: madeInWindow(ofKind(links, 'video'), asOf, days),
    [`total_live_${days}d_cnt`]: madeInWindow(ofKind(links, 'live'), asOf, days),
    [`total_ifl_video_${days}d_cnt`]: newCreators(ofKind(links, 'video'), asOf, days),
    [`total_ifl_live_${days}d_cnt`]: newCreators(ofKind(links, 'live'), asOf, days),
  };
}

function flagFields({ records, sales, linkSales }: Product, { asOf }: Terms): Row {
  const units = sales.days.map((day) => [day, sales.unitsOn(day)] as const);
  const last7 = windowSum(units, asOf, 7);
  const previous7 = windowSum(units, asOf - 7, 7);
  return {
    sales_flag: salesFlag(
      gmvTogether(sales, salesOfKind(linkSales, 'video')),
      gmvTogether(sales, salesOfKind(linkSales, 'live')),
    ),
    sales_trend_flag: salesTrendFlag(last7, previous7, records, asOf),
    first_crawl_dt: firstCrawlDt(records),
  };
}
