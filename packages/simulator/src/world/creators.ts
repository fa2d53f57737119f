import type { Calendar } from '../calendar.ts';
import { at, floats, ints, texts } from '../columns.ts';
import { logNormal } from '../exact-functions.ts';
import { createTimedIds } from '../ids.ts';
import type { Settings } from '../options.ts';
import { type KeyOf, share, skew } from '../random.ts';
import { countOf, type RegionRange, regionColumn } from '../regions.ts';
import { NEVER } from './products.ts';

/** Creators in columns, by index; those of one region lie side by side, the best known first. */
export interface Creators {
  readonly ranges: readonly RegionRange[];
  readonly count: number;
  readonly ids: readonly string[];
  readonly region: Int32Array;
  readonly followersBefore: Float64Array;
  /** Views of all videos before the run. */
  readonly viewsBefore: Float64Array;
  readonly videosBefore: Int32Array;
  /** How far the videos reach, 1 for a creator of the middle. */
  readonly reach: Float64Array;
  /** Day of the first observation; NEVER for those known only from their videos. */
  readonly seenDay: Int32Array;
  /** Factors of how the viewers of videos and of lives buy. */
  readonly videoConversion: Float64Array;
  readonly liveConversion: Float64Array;
}

const CREATOR_SPREAD = 0.4;
/** Viewers of a live buy about eight times as readily as those of a video; with the feature five, and by who holds it. */
const LIVE_USUAL = 8;
const LIVE_MEDIAN = 5;
const LIVE_SPREAD = 0.7;

/** Draws all creators of a run. */
export function createCreators(
  { features }: Settings,
  calendar: Calendar,
  keyOf: KeyOf,
  ranges: readonly RegionRange[],
): Creators {
  const count = countOf(ranges);
  const [luck, seen] = [keyOf('creator.luck'), keyOf('creator.seen')];
  const [conversion, liveConversion] = [keyOf('creator.conversion'), keyOf('creator.live')];
  const idOf = createTimedIds('creator', keyOf);
  const fame = fameColumn(ranges, count, luck);
  const videosBefore = ints(count, (c) => Math.floor(6 / share(luck, c, 2)) % 4_000);
  return {
    ranges,
    count,
    videosBefore,
    ids: texts(count, (c) => idOf(c, calendar.secondsOf(0) - Math.floor(2e8 * share(luck, c, 3)))),
    region: regionColumn(ranges),
    followersBefore: floats(count, (c) => Math.floor(1_500 * at(fame, c))),
    viewsBefore: floats(count, (c) => Math.floor(at(videosBefore, c) * 900 * Math.sqrt(at(fame, c)))),
    reach: floats(count, (c) => Math.sqrt(Math.sqrt(at(fame, c)))),
    seenDay: ints(count, (c) => firstSeen(share(seen, c), share(seen, c, 1))),
    videoConversion: floats(count, (c) => (features.has('creators') ? logNormal(CREATOR_SPREAD, conversion, c) : 1)),
    liveConversion: floats(count, (c) =>
      features.has('lives') ? LIVE_MEDIAN * logNormal(LIVE_SPREAD, liveConversion, c) : LIVE_USUAL,
    ),
  };
}

/** Falls off with the rank in the region as rank^(−1), times luck. */
function fameColumn(ranges: readonly RegionRange[], count: number, luck: number): Float64Array {
  const column = new Float64Array(count);
  for (const range of ranges) {
    for (let i = 0; i < range.count; i++) {
      const creator = range.first + i;
      column[creator] = (range.count / (i + 1)) * skew(share(luck, creator), share(luck, creator, 1));
    }
  }
  return column;
}

/** Most entities are seen on the first day, some in the first weeks, a few never. */
export function firstSeen(chance: number, when: number): number {
  if (chance < 0.01) return NEVER;
  return chance < 0.15 ? Math.floor(21 * when) : 0;
}
