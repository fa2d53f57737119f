import { nicheOf, TOP_COUNT, topNameOf } from '../categories.ts';
import { at } from '../columns.ts';
import { draw, share } from '../random.ts';
import { regionAt } from '../regions.ts';
import type { RecordSource, Stage } from './stage.ts';

/** Creators, once a week, with handle, name and picture at first sight. */
export function creatorRecords(stage: Stage): RecordSource {
  const { creators } = stage.world;
  return {
    range: () => ({ first: 0, end: creators.count }),
    lines(creator, day) {
      if (!stage.observing.isCreatorSeen(creator, day)) return '';
      const details = day === at(creators.seenDay, creator) ? creatorDetails(stage, creator) : {};
      return `${JSON.stringify({
        kind: 'creator',
        user_id: creators.ids[creator],
        observed_at: stage.observedAt(creator, day),
        ...details,
        ...creatorTotals(stage, creator, day),
      })}\n`;
    },
  };
}

/** Running totals of a creator on a day. */
export function creatorTotals({ world, market, keys }: Stage, creator: number, day: number) {
  const growth = 1 + 0.004 * day * share(keys.detail, creator, 10);
  const views = at(market.creatorViews, creator);
  const diggs = Math.floor(views * (0.01 + 0.07 * share(keys.detail, creator, 12)));
  return {
    total_followers_cnt: Math.floor(at(world.creators.followersBefore, creator) * growth),
    total_following_cnt: draw(keys.detail, creator, 11) % 900,
    total_digg_cnt: diggs,
    total_comments_cnt: Math.floor(diggs / 20),
    total_shares_cnt: Math.floor(diggs / 40),
    total_post_video_cnt: at(market.creatorVideos, creator),
    total_views_cnt: views,
    ...liveTotals(keys.detail, creator, views),
  };
}

function liveTotals(key: number, creator: number, views: number): object {
  const lives = draw(key, creator, 13) % 4 === 0 ? draw(key, creator, 14) % 60 : 0;
  return lives === 0 ? {} : { total_live_cnt: lives, total_live_views_cnt: Math.floor(views / 20) };
}

/** What the page of a creator shows besides. */
export function creatorDetails({ world, texts, keys }: Stage, creator: number) {
  const { ids, ranges } = world.creators;
  const region = regionAt(ranges, creator);
  const handle = texts.handle(creator);
  const bits = draw(keys.detail, creator, 15);
  return {
    unique_id: handle,
    nick_name: texts.personName(region.language, creator),
    avatar: `https://img.example.com/user/${ids[creator]}.jpg`,
    region: region.code,
    category: nicheOf(bits % TOP_COUNT),
    language: region.language,
    gender: (bits >>> 8) % 2 === 0 ? 'female' : 'male',
    signature: `${topNameOf(bits % TOP_COUNT)} every day · ${region.code}`,
    ...((bits >>> 12) % 3 === 0 ? { contact_email: `${handle}@mail.example.com` } : {}),
    show_case_flag: (bits >>> 16) % 4 === 0 ? 0 : 1,
  };
}
