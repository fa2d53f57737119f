import { at } from '../columns.ts';
import { draw } from '../random.ts';
import { madeSeconds, type Videos } from '../world/videos.ts';
import { amount, type RecordSource, type Stage } from './stage.ts';

/** Videos, daily while they are young: a short line with the running totals, text and links at first sight. */
export function videoRecords(stage: Stage): RecordSource {
  const { videos, creators } = stage.world;
  return {
    range: (day) => ({ first: 0, end: madeThrough(videos, day) }),
    lines(video, day) {
      if (!stage.observing.isVideoSeen(video, day)) return '';
      const head =
        `{"kind":"video","video_id":"${videos.ids[video]}","user_id":"${creators.ids[at(videos.creator, video)]}",` +
        `"observed_at":"${stage.observedAt(video, day)}"`;
      const isFirst = day === at(videos.seenDay, video);
      const details = isFirst ? `,${JSON.stringify(videoDetails(stage, video)).slice(1, -1)}` : '';
      return `${head}${videoTotals(stage, video, day)}${details}${promotedProducts(stage, video, isFirst)}}\n`;
    },
  };
}

/** Number of videos made up to the end of a day; they are in the order of their making. */
function madeThrough(videos: Videos, day: number): number {
  let low = 0;
  let high = videos.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(videos.madeDay, middle) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Now and then a source gives views and likes alone. */
function videoTotals(stage: Stage, video: number, day: number): string {
  const counts = videoCounts(stage, video);
  const digg = `,"total_views_cnt":${counts.total_views_cnt},"total_digg_cnt":${counts.total_digg_cnt}`;
  if (draw(stage.keys.look, video, day) % 4 !== 0) return digg;
  const { total_comments_cnt: comments, total_shares_cnt: shares, total_favorites_cnt: favorites } = counts;
  return `${digg},"total_comments_cnt":${comments},"total_shares_cnt":${shares},"total_favorites_cnt":${favorites}`;
}

/** Running totals of a video, given its views: likes and the rest are fixed parts of them, so that they only grow. */
export function videoCounts({ market, keys }: Pick<Stage, 'market' | 'keys'>, video: number) {
  const views = at(market.views, video);
  const bits = draw(keys.detail, video, 30);
  const part = (shift: number): number => Math.floor((views * (1 + ((bits >>> shift) % 60))) / 10_000);
  return {
    total_views_cnt: views,
    total_digg_cnt: Math.floor((views * (10 + (bits % 80))) / 1_000),
    total_comments_cnt: part(8),
    total_shares_cnt: part(14),
    total_favorites_cnt: part(20),
  };
}

/** Everything a video shows besides its running totals. */
export function videoDetails({ world, texts, keys }: Stage, video: number) {
  const { videos, creators } = world;
  const bits = draw(keys.detail, video, 31);
  const region = creators.ranges[at(creators.region, at(videos.creator, video))]?.region;
  const tags = texts.hashTags(video);
  const isTall = bits % 8 !== 0;
  return {
    region: region?.code,
    create_time: madeSeconds(world.calendar, at(videos.madeDay, video), at(videos.madeFraction, video)),
    duration: 5 + (bits % 175),
    video_desc: `${texts.videoText(region?.language ?? 'en', video)} ${tags}`,
    hash_tag: tags,
    width: isTall ? 576 : 1024,
    height: isTall ? 1024 : 576,
    ratio: (bits >>> 8) % 3 === 0 ? '720p' : '540p',
    data_size: 400_000 + ((bits >>> 4) % 9_000_000),
    play_addr: `https://video.example.com/play/${videos.ids[video]}.mp4`,
    reflow_cover: `https://img.example.com/video/${videos.ids[video]}.jpeg`,
    is_ad: at(videos.isAd, video),
    created_by_ai: (bits >>> 20) % 12 === 0,
  };
}

/** What it promotes: at first sight, and always where the source tells what the video itself has sold. */
function promotedProducts(stage: Stage, video: number, isFirst: boolean): string {
  const { links, tellsSales } = stage.world.videos;
  const [first, end] = [at(links.start, video), at(links.start, video + 1)];
  const tells = at(tellsSales, video) === 1;
  if (first === end || !(isFirst || tells)) return '';
  let items = '';
  for (let link = first; link < end; link++) items += `${link > first ? ',' : ''}${promoted(stage, link, tells)}`;
  return `,"products":[${items}]`;
}

function promoted({ world, market }: Stage, link: number, tells: boolean): string {
  const id = `"product_id":"${world.products.ids[at(world.videos.links.product, link)]}"`;
  if (!tells) return `{${id}}`;
  const units = `"total_video_sale_cnt":${at(market.linkUnits, link)}`;
  const gmv = link % 2 === 0 ? `,"total_video_sale_gmv_amt":${amount(at(market.linkCents, link))}` : '';
  return `{${id},${units}${gmv}}`;
}
