import { type CategoryNames, categoryList } from './categories.ts';
import { dateOf } from './day.ts';
import { flag, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import type { Market } from './market.ts';
import type { VideoObservation } from './observation.ts';
import type { Product, Terms } from './product.ts';
import type { Row } from './row.ts';
import { fileFields, handleOf } from './rows.ts';
import { seenCount, seenDigits, seenId, seenText } from './seen.ts';
import type { Series } from './series.ts';
import { bySize } from './shopRows.ts';
import { currentValue } from './state.ts';
import { type Sold, soldBy, together } from './sums.ts';
import { sureFields } from './sure.ts';
import { windowSum } from './windows.ts';

/** Section 8, "Video list". */
export function videoRows(products: readonly Product[], market: Market, { asOf }: Terms): Row[] {
  const sold = groupBy(
    products.flatMap((product) => soldBy(product, 'video')),
    ({ sales }) => sales.link.sourceId,
  );
  return market.sources
    .filter(({ kind }) => kind === 'video')
    .map(({ sourceId, userId, seenOn, traffic }) => ({
      video_id: String(sourceId),
      user_id: String(userId),
      unique_id: handleOf(userId, market),
      avatar: seenText(market.creators.get(userId) ?? [], (record) => record.avatar),
      nick_name: seenText(market.creators.get(userId) ?? [], (record) => record.nick_name),
      category: seenText(market.creators.get(userId) ?? [], (record) => record.category),
      first_crawl_dt: seenOn === undefined ? 0 : Number(dateOf(seenOn).replaceAll('-', '')),
      ...pageFields(market.videos.get(sourceId) ?? []),
      ...windowFields('views', traffic, asOf),
      ...windowFields('digg', market.likes.get(sourceId), asOf),
      ...soldFields(sold.get(sourceId) ?? [], market.categoryNames),
    }));
}

function pageFields(records: readonly VideoObservation[]): Row {
  const isByAi = currentValue(records, (record) => flag(record.created_by_ai));
  const { hash_tag: _, play_addr: __, ...file } = fileFields(records);
  return {
    ...file,
    region: seenText(records, (record) => record.region),
    create_time: seenDigits(records, (record) => record.create_time),
    video_desc: seenText(records, (record) => record.video_desc),
    reflow_cover: seenText(records, (record) => record.reflow_cover),
    is_ad: Number(currentValue(records, (record) => flag(record.is_ad)) ?? 0n),
    created_by_ai: isByAi === undefined ? '' : isByAi === 1n ? 'true' : 'false',
    total_views_cnt: seenCount(records, (record) => record.total_views_cnt),
    total_digg_cnt: seenCount(records, (record) => record.total_digg_cnt),
    total_comments_cnt: seenCount(records, (record) => record.total_comments_cnt),
    total_shares_cnt: seenCount(records, (record) => record.total_shares_cnt),
  };
}

function windowFields(measure: string, series: Series | undefined, asOf: number): Row {
  const grown = series?.growth ?? new Map<number, bigint>();
  return Object.fromEntries(
    [1, 7, 30].map((days) => [`total_${measure}_${days}d_cnt`, servedCount(windowSum(grown, asOf, days))]),
  );
}

function soldFields(group: readonly Sold[], names: CategoryNames): Row {
  const { units, gmv, currency, sure } = together(group);
  const ids = group.map(({ product }) => product.productId).toSorted((a, b) => (a < b ? -1 : 1));
  const categories = group.map(({ product }) => seenId(product.records, (record) => record.category_id, '0'));
  return {
    sales_flag: Number(group.length > 0),
    video_products: `[${ids.join(',')}]`,
    product_category_list: categoryList(bySize(categories), names),
    total_video_sale_cnt: units,
    ...sureFields('total_video_sale_cnt', BigInt(units), sure),
    total_video_sale_gmv_amt: gmv,
    currency,
  };
}
