import { categoryList } from './categories.ts';
import { newCreators, ofKind } from './counts.ts';
import { yyyymmdd } from './day.ts';
import { creatorSeries } from './days.ts';
import { capped, served, servedCount } from './exact.ts';
import { groupBy } from './group.ts';
import { creatorLiveRows } from './liveRows.ts';
import type { Market } from './market.ts';
import type { CreatorObservation } from './observation.ts';
import { type LinkSales, type Product, sureOfProduct, type Terms } from './product.ts';
import { salesOfKind } from './productRow.ts';
import type { Row } from './row.ts';
import { byCreator, creatorProductRows, productCreatorRows, shownCreator } from './rows.ts';
import { seenCount, seenId, seenText } from './seen.ts';
import { bySize, centsOf, mean as meanOf, textsOf, valuesOf } from './shopRows.ts';
import { sum } from './split.ts';
import { commonest } from './sums.ts';
import { sureFields, sureTogether } from './sure.ts';
import { videoRows } from './videoRows.ts';
import { windowSum } from './windows.ts';

/** A product that a creator promotes, and the rows that say what was sold of it. */
interface Promoted {
  readonly product: Product;
  readonly links: readonly LinkSales[];
  /** Of product creators, and of influencer products. */
  readonly row: Row;
  readonly whole: Row;
}

/** Section 8, "Influencer list". */
export function creatorRows(products: readonly Product[], market: Market, terms: Terms): Row[] {
  const ids = new Set([...market.creators.keys(), ...market.sources.map(({ userId }) => userId)]);
  ids.delete(0n);
  const promoted = groupBy(
    products.flatMap((product) => promotedBy(product, market, terms)),
    ({ row }) => String(row['user_id']),
  );
  const videos = groupBy(videoRows(products, market, terms), (row) => String(row['user_id']));
  const lives = groupBy(creatorLiveRows(products, market), (row) => String(row['user_id']));
  return [...ids].map((userId) => {
    const id = String(userId);
    const [ownVideos, ownLives] = [videos.get(id) ?? [], lives.get(id) ?? []];
    const records = market.creators.get(userId) ?? [];
    return {
      ...shownCreator(userId, market),
      ...pageFields(records),
      region:
        seenText(records, (record) => record.region) ||
        (bySize(textsOf([...ownVideos, ...ownLives], 'region'))[0] ?? ''),
      seller_id: shopOf(id, market),
      first_crawl_dt: firstDay(userId, market),
      ...audienceFields(records, terms),
      ...videoFields(ownVideos),
      ...salesFields(promoted.get(id) ?? [], seenCount(records, flagged), terms),
      ...categoryFields(promoted.get(id) ?? [], market),
    };
  });
}

function promotedBy(product: Product, market: Market, terms: Terms): Promoted[] {
  const links = new Map(byCreator(product).map(([userId, own]) => [String(userId), own]));
  const rows = productCreatorRows(product, market);
  const whole = new Map(creatorProductRows(product, market, terms).map((row) => [row['user_id'], row]));
  return rows.map((row) => ({
    product,
    links: links.get(String(row['user_id'])) ?? [],
    row,
    whole: whole.get(row['user_id']) ?? {},
  }));
}

function pageFields(records: readonly CreatorObservation[]): Row {
  return {
    category: seenText(records, (record) => record.category),
    contact_email: seenText(records, (record) => record.contact_email),
    gender: seenText(records, (record) => record.gender),
    language: seenText(records, (record) => record.language),
    signature: seenText(records, (record) => record.signature),
    show_case_flag: seenCount(records, flagged),
    off_mark: 0,
    ec_score: 0,
  };
}

const flagged = ({ show_case_flag }: CreatorObservation) =>
  show_case_flag === undefined || show_case_flag === null ? undefined : Number(show_case_flag);

function shopOf(userId: string, { shops }: Market): string {
  const own = [...shops].filter(([, records]) => seenId(records, (record) => record.user_id, '0') === userId);
  const [first = 0n] = own.map(([sellerId]) => sellerId).toSorted((a, b) => (a < b ? -1 : 1));
  return String(first);
}

function firstDay(userId: bigint, { creatorsSeenOn, sources }: Market): number {
  const days = [
    creatorsSeenOn.get(userId),
    ...sources.filter((one) => one.userId === userId).map(({ seenOn }) => seenOn),
  ];
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? 0 : yyyymmdd(Math.min(...known));
}

const windows = [1, 7, 30, 90];

function audienceFields(records: readonly CreatorObservation[], { asOf }: Terms): Row {
  const { followers, digg, views } = creatorSeries(records);
  const grown = (series: typeof views, days: number) =>
    servedCount(windowSum(series?.growth ?? new Map<number, bigint>(), asOf, days));
  const [likes, seen] = [
    seenCount(records, (record) => record.total_digg_cnt),
    seenCount(records, (record) => record.total_views_cnt),
  ];
  const comments = seenCount(records, (record) => record.total_comments_cnt);
  const shares = seenCount(records, (record) => record.total_shares_cnt);
  const posted = seenCount(records, (record) => record.total_post_video_cnt);
  return {
    total_followers_cnt: seenCount(records, (record) => record.total_followers_cnt),
    total_following_cnt: seenCount(records, (record) => record.total_following_cnt),
    total_digg_cnt: likes,
    total_likes_cnt: likes,
    total_comments_cnt: comments,
    total_shares_cnt: shares,
    total_views_cnt: seen,
    total_post_video_cnt: posted,
    total_live_cnt: seenCount(records, (record) => record.total_live_cnt),
    ...Object.fromEntries(windows.map((days) => [`total_followers_${days}d_cnt`, grown(followers, days)])),
    ...Object.fromEntries(windows.map((days) => [`total_digg_${days}d_cnt`, grown(digg, days)])),
    total_views_7d_cnt: grown(views, 7),
    per_views_avg_cnt: Number(mean(BigInt(seen), BigInt(posted))),
    per_views_avg_30d_cnt: Number(mean(BigInt(grown(views, 30)), BigInt(posted))),
    interaction_rate: served(
      smaller(mean(10_000n * (BigInt(likes) + BigInt(comments) + BigInt(shares)), BigInt(seen)), 999_999_999n),
      4,
    ),
  };
}

const lengths: Readonly<Record<string, readonly [from: number, below: number]>> = {
  '15s': [1, 15],
  '15s-30s': [15, 30],
  '30s-60s': [30, 60],
  '1m-2m': [60, 120],
  '2m': [120, Number.POSITIVE_INFINITY],
};

function videoFields(videos: readonly Row[]): Row {
  const promoting = videos.filter((row) => row['sales_flag'] === 1);
  const average = (name: string) => Number(meanOf(valuesOf(promoting, name)));
  const posted = textsOf(videos, 'create_time').flatMap((time) => (time === '' ? [] : [new Date(Number(time) * 1000)]));
  const durations = videos.map((row) => Number(row['duration']));
  const [most] = videos.toSorted(
    (a, b) =>
      Number(b['total_views_cnt']) - Number(a['total_views_cnt']) ||
      (BigInt(a['video_id'] ?? 0) < BigInt(b['video_id'] ?? 0) ? -1 : 1),
  );
  const counted = (names: readonly string[], sizeOf: (name: string) => number) =>
    `{${names.map((name) => `"${name}":${sizeOf(name)}`).join(',')}}`;
  return {
    most_views_video: String(most?.['video_id'] ?? '0'),
    per_video_product_views_avg_cnt: average('total_views_cnt'),
    per_video_product_views_avg_7d_cnt: average('total_views_7d_cnt'),
    per_video_product_views_avg_30d_cnt: average('total_views_30d_cnt'),
    influencer_video_duration_level: counted(Object.keys(lengths), (name) => {
      const [from, below] = lengths[name] ?? [0, 0];
      return durations.filter((duration) => duration >= from && duration < below).length;
    }),
    influencer_video_publish_hour: counted(
      Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
      (hour) => posted.filter((moment) => moment.getUTCHours() === Number(hour)).length,
    ),
    influencer_video_publish_week: counted(
      ['1', '2', '3', '4', '5', '6', '7'],
      (day) => posted.filter((moment) => moment.getUTCDay() === Number(day) % 7).length,
    ),
  };
}

function salesFields(promoted: readonly Promoted[], hasShowcase: number, { asOf }: Terms): Row {
  const currency = commonest(promoted.map(({ row }) => String(row['currency'])));
  const counted = promoted.filter(({ row }) => row['currency'] === currency);
  const rows = promoted.map(({ row }) => row);
  const units = sum(valuesOf(rows, 'per_product_ifl_sale_cnt'));
  const [videoUnits, liveUnits] = ['total_video_sale_cnt', 'total_live_sale_cnt'].map((name) =>
    sum(
      valuesOf(
        promoted.map(({ whole }) => whole),
        name,
      ),
    ),
  );
  const recent = (of: readonly Promoted[], kind: 'video' | 'live', read: (link: LinkSales) => bigint) =>
    sum(of.map(({ links }) => capped(sum(salesOfKind(links, kind).map(read)))));
  const gmvOf = ({ gmv }: LinkSales) => windowSum(gmv, asOf, 30);
  const unitsOf = ({ unitsRecent }: LinkSales) => unitsRecent;
  const [videoGmv, liveGmv] = [recent(counted, 'video', gmvOf), recent(counted, 'live', gmvOf)];
  const recentUnits = recent(counted, 'video', unitsOf) + recent(counted, 'live', unitsOf);
  const isNew = (kinds: readonly ('video' | 'live')[]) =>
    promoted.filter(({ links }) => {
      const own = links.map(({ link }) => link);
      return (
        newCreators(
          kinds.flatMap((kind) => ofKind(own, kind)),
          asOf,
          30,
        ) > 0
      );
    }).length;
  return {
    currency,
    total_product_cnt: promoted.length,
    total_product_30d_cnt: isNew(['video', 'live']),
    total_video_product_30d_cnt: isNew(['video']),
    sales_flag: salesFlag(videoUnits ?? 0n, liveUnits ?? 0n, hasShowcase),
    total_sale_cnt: servedCount(units),
    ...sureFields(
      'total_sale_cnt',
      units,
      sureTogether(promoted.map(({ product, links }) => sureOfProduct(product.sales, links))),
    ),
    total_sale_gmv_amt: served(sum(counted.map(({ row }) => centsOf(row, 'per_product_ifl_gmv_amt'))), 2),
    total_sale_gmv_30d_amt: served(videoGmv + liveGmv, 2),
    total_video_sale_30d_cnt: servedCount(recent(promoted, 'video', unitsOf)),
    total_video_sale_gmv_30d_amt: served(videoGmv, 2),
    total_live_sale_gmv_30d_amt: served(liveGmv, 2),
    avg_30d_price: served(mean(videoGmv + liveGmv, recentUnits), 2),
  };
}

function salesFlag(videoUnits: bigint, liveUnits: bigint, hasShowcase: number): number {
  if (videoUnits > 0n) return liveUnits > 0n ? 3 : 1;
  return liveUnits > 0n ? 2 : hasShowcase === 1 ? 4 : 0;
}

function categoryFields(promoted: readonly Promoted[], { categoryNames }: Market): Row {
  const paths = promoted.flatMap(({ product: { records }, row }) => {
    const levels = [
      seenId(records, (record) => record.category_id, '0'),
      seenId(records, (record) => record.category_l2_id, '0'),
      seenId(records, (record) => record.category_l3_id, '0'),
    ];
    return levels[0] === '0' ? [] : [{ levels, units: BigInt(row['per_product_ifl_sale_cnt'] ?? 0) }];
  });
  const ranked = [...groupBy(paths, ({ levels }) => levels.join('-'))].toSorted(
    ([, a], [, b]) => b.length - a.length || compareIds(a[0]?.levels ?? [], b[0]?.levels ?? []),
  );
  const firsts = [...groupBy(paths, ({ levels: [first = '0'] }) => first)].map(([id, of]) => ({
    id,
    products: of.length,
    units: sum(of.map(({ units }) => units)),
  }));
  const [most] = firsts.toSorted(
    (a, b) => Number(b.units - a.units) || b.products - a.products || compareIds([a.id], [b.id]),
  );
  return {
    ...levelsOf(ranked[0]?.[0]),
    product_category_list: ranked.map(([path], i) => `${path}:${i + 1}`).join(','),
    most_category_product: categoryList(most === undefined ? [] : [most.id], categoryNames),
  };
}

/** The levels of a path, each an id. */
function levelsOf(path = '0-0-0'): Row {
  const [first = '0', second = '0', third = '0'] = path.split('-');
  return { most_category_id: first, most_category_l2_id: second, most_category_l3_id: third };
}

function compareIds(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((id, i) => id !== b[i]);
  return place === -1 ? 0 : BigInt(a[place] ?? 0) < BigInt(b[place] ?? 0) ? -1 : 1;
}

/** Rounded half up; 0 of nothing. */
function mean(total: bigint, size: bigint): bigint {
  return size === 0n ? 0n : (2n * total + size) / (2n * size);
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
