import type { Day } from './day.ts';
import { count } from './exact.ts';
import { groupBy } from './group.ts';
import type { Link } from './market.ts';
import type { ProductObservation, Seen } from './observation.ts';
import { largest } from './split.ts';
import { currentValue } from './state.ts';
import { inWindow } from './windows.ts';

/** Section 5, "Counts", of one product. */
interface Totals {
  readonly creators: bigint;
  readonly videos: bigint;
  readonly lives: bigint;
  readonly views: bigint;
}

/** The larger of what the product's records say and what its links say. */
export function servedTotals(records: readonly ProductObservation[], links: readonly Link[]): Totals {
  const observed = (read: (record: ProductObservation) => Seen<number>) =>
    currentValue(records, (record) => count(read(record))) ?? 0n;
  const derived = derivedTotals(links);
  return {
    creators: largest(
      derived.creators,
      observed((record) => record.total_ifl_cnt),
    ),
    videos: largest(
      derived.videos,
      observed((record) => record.total_video_cnt),
    ),
    lives: largest(
      derived.lives,
      observed((record) => record.total_live_cnt),
    ),
    views: largest(
      derived.views,
      observed((record) => record.total_views_cnt),
    ),
  };
}

function derivedTotals(links: readonly Link[]): Totals {
  const videos = ofKind(links, 'video');
  return {
    creators: BigInt(new Set(links.map((link) => link.userId)).size),
    videos: BigInt(videos.length),
    lives: BigInt(ofKind(links, 'live').length),
    views: videos.reduce((sum, link) => sum + link.views, 0n),
  };
}

export function ofKind(links: readonly Link[], kind: Link['kind']): Link[] {
  return links.filter((link) => link.kind === kind);
}

export function madeInWindow(links: readonly Link[], asOf: Day, days: number): number {
  return links.filter((link) => inWindow(link.madeOn, asOf, days)).length;
}

/** Creators whose first linked video (live) was made in the window; give links of one kind. */
export function newCreators(links: readonly Link[], asOf: Day, days: number): number {
  const firstMade = [...groupBy(links, (link) => link.userId).values()].map((own) =>
    Math.min(...own.map((link) => link.madeOn)),
  );
  return firstMade.filter((day) => inWindow(day, asOf, days)).length;
}
