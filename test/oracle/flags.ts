import { type Day, yyyymmdd } from './day.ts';
import { firstDayOf } from './market.ts';
import type { ProductObservation } from './observation.ts';

/** Section 7, "Flags". */
const TREND_DAYS_MIN = 14;

export function salesFlag(videoGmv: bigint, liveGmv: bigint): 0 | 1 | 2 {
  if (liveGmv > videoGmv) return 2;
  return videoGmv > 0n ? 1 : 0;
}

/**
 * @param last7 units of the last 7 days
 * @param previous7 units of the 7 days before
 */
export function salesTrendFlag(
  last7: bigint,
  previous7: bigint,
  records: readonly ProductObservation[],
  asOf: Day,
): 0 | 1 | 2 {
  if (asOf - (firstDayOf(records) ?? asOf) < TREND_DAYS_MIN) return 0;
  if (10n * last7 > 11n * previous7) return 1;
  return 10n * last7 < 9n * previous7 ? 2 : 0;
}

export function firstCrawlDt(records: readonly ProductObservation[]): number {
  const first = firstDayOf(records);
  return first === undefined ? 0 : yyyymmdd(first);
}
