import type { Day } from './day.ts';
import { count } from './exact.ts';
import { groupBy } from './group.ts';
import type { Link, Market } from './market.ts';
import type { CreatorObservation } from './observation.ts';
import { pricesOf } from './price.ts';
import type { Product } from './product.ts';
import { seenRecords } from './reservations.ts';
import type { Row } from './row.ts';
import { dailySeries, growthOn, type Series } from './series.ts';
import { valueByDay } from './state.ts';

/** Section 2: the growth of the totals of each creator, of days on which one is not 0, by creator and day. */
export function creatorDays(market: Market): Row[] {
  return [...market.creators].flatMap(([userId, records]) =>
    daysOf({ user_id: String(userId) }, creatorSeries(records)),
  );
}

/** Section 2: the likes of each video on days on which it has any, by video and day. */
export function likeDays(market: Market): Row[] {
  return [...market.likes].flatMap(([videoId, likes]) => daysOf({ source_id: String(videoId) }, { grown: likes }));
}

/** Section 3: by how much the price of a product rose on a day, in its own currency. */
export function priceDays({ productId, sales: { counted } }: Product): Row[] {
  const prices = pricesOf(seenRecords(counted));
  return prices.days
    .map((day) => ({ product_id: String(productId), day, price: Number(prices.on(day) - prices.on(day - 1)) }))
    .filter(({ price }) => price !== 0);
}

/** Section 5: the videos and lives of a product that were made on a day, and the creators whose first one is among them. */
export function linkDays({ productId, linkSales }: Product, asOf: Day): Row[] {
  const links = linkSales.map(({ link }) => link);
  const firsts = [...groupBy(links, ({ userId }) => userId).values()].map((own) => Math.min(...own.map(madeOn)));
  const days = new Set(links.map(madeOn).filter((day) => day > 0 && day <= asOf));
  return [...days].map((day) => ({
    product_id: String(productId),
    day,
    videos: links.filter((link) => link.kind === 'video' && link.madeOn === day).length,
    lives: links.filter((link) => link.kind === 'live' && link.madeOn === day).length,
    creators: firsts.filter((first) => first === day).length,
  }));
}

const madeOn = ({ madeOn: day }: Link): Day => day;

/** The series of a creator's totals, all of which are exact. */
export function creatorSeries(records: readonly CreatorObservation[]): Readonly<Record<string, Series>> {
  const by = (read: (record: CreatorObservation) => bigint | undefined) => ({ exact: valueByDay(records, read) });
  return {
    followers: dailySeries(
      by((record) => count(record.total_followers_cnt)),
      undefined,
      'losses',
    ),
    digg: dailySeries(by((record) => count(record.total_digg_cnt))),
    views: dailySeries(by((record) => count(record.total_views_cnt))),
    posts: dailySeries(by((record) => count(record.total_post_video_cnt))),
  };
}

function daysOf(key: Row, series: Readonly<Record<string, Series>>): Row[] {
  const days = [...new Set(Object.values(series).flatMap(({ growth }) => [...growth.keys()]))].sort((a, b) => a - b);
  return days.map((day) => ({ ...key, day, ...grownOn(series, day) })).filter((row) => hasGrowth(row, series));
}

function grownOn(series: Readonly<Record<string, Series>>, day: Day): Row {
  return Object.fromEntries(Object.entries(series).map(([name, one]) => [name, Number(growthOn(one, day))]));
}

function hasGrowth(row: Row, series: Readonly<Record<string, Series>>): boolean {
  return Object.keys(series).some((name) => row[name] !== 0);
}
