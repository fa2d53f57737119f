import { at } from '../columns.ts';
import { type KeyOf, share } from '../random.ts';
import { activityUpTo, type Rhythm } from '../rhythm.ts';
import type { Videos } from '../world/videos.ts';

/** Views of a video by the end of a day; 0 before it was made. Needs no history: any day can be asked for by itself. */
export type ViewsThrough = (video: number, day: number) => number;

const REVIVAL_PART = 0.6;
const NOISE_PART = 0.6;

/**
 * Views gather as age / (age + half-life): a burst, then a long tail. Age is counted in activity, which brings in the
 * week, and up to a random moment of the day, which makes the growth of a day noisy while the total can only grow.
 */
export function createViews(videos: Videos, rhythm: Rhythm, keyOf: KeyOf): ViewsThrough {
  const key = keyOf('views.noise');
  return (video, day) => {
    if (day < at(videos.madeDay, video)) return 0;
    const now = activityUpTo(rhythm, day, 1 - NOISE_PART * share(key, video, day));
    const gathered = gatheredPart(videos, rhythm, video, now) + revivedPart(videos, rhythm, video, day, now);
    return Math.floor(at(videos.reach, video) * gathered);
  };
}

function gatheredPart(videos: Videos, rhythm: Rhythm, video: number, now: number): number {
  const age = now - activityUpTo(rhythm, at(videos.madeDay, video), at(videos.madeFraction, video));
  return age > 0 ? age / (age + at(videos.halfDays, video)) : 0;
}

function revivedPart(videos: Videos, rhythm: Rhythm, video: number, day: number, now: number): number {
  const revivalDay = at(videos.revivalDay, video);
  if (day < revivalDay || revivalDay < at(videos.madeDay, video)) return 0;
  const age = now - activityUpTo(rhythm, revivalDay, 0);
  return (REVIVAL_PART * age) / (age + 1);
}
