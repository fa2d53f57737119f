import { at } from '../columns.ts';
import { regionAt } from '../regions.ts';
import { csv, csvLine } from './csv.ts';
import { plainAmount } from './formats.ts';
import { indices, type ShownDay } from './shown-day.ts';
import type { SourceForm } from './source-form.ts';

export const tiktokLive: SourceForm = {
  name: 'tiktok-live',
  title: 'LIVE performance as TikTok exports it to the creator who went live last, in UTC',
  extension: 'csv',
  tells: ['region', 'zone', 'creator'],
  isOfOneRegion: true,
  *write(shown) {
    const { lives, creators } = shown.stage.world;
    const isShown = (live: number) => shown.isShown(creators.ranges, at(lives.creator, live));
    const past = indices(lives.count, (live) => at(lives.day, live) <= shown.day && isShown(live));
    const creator = at(lives.creator, past.at(-1) ?? 0);
    yield csvLine(['LIVE performance', `${shown.dateBefore(shown.day)} - ${shown.dateBefore(0)}`]);
    yield csvLine([]);
    yield* csv(
      columns(shown),
      past.filter((live) => at(lives.creator, live) === creator),
    );
  },
};

function columns({ stage, liveLinks }: ShownDay): Readonly<Record<string, (live: number) => string | number>> {
  const { lives, creators } = stage.world;
  const seconds = (live: number) => at(lives.endSeconds, live) - at(lives.startSeconds, live);
  const sold = (live: number) => liveLinks.filter(({ owner }) => owner === live).map((link) => link.sold);
  return {
    'Room ID': (live) => lives.ids[live] ?? '',
    'Room Title': (live) => stage.texts.liveTitle(regionAt(creators.ranges, at(lives.creator, live)).language, live),
    'Start Time': (live) => shownMinute(at(lives.startSeconds, live)),
    Duration: (live) => `${Math.floor(seconds(live) / 3_600)}h${Math.floor((seconds(live) % 3_600) / 60)}m`,
    'Attributed GMV': (live) => plainAmount(sold(live).reduce((sum, { cents }) => sum + cents, 0)),
    'Attributed orders': (live) => sold(live).reduce((sum, { units }) => sum + units, 0),
    Views: (live) => at(lives.viewers, live),
    'Tap through rate': () => '1.610986%',
  };
}

function shownMinute(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 16).replace('T', ' ');
}
