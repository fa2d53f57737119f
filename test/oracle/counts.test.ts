import { describe, expect, it } from 'vitest';
import { oracle } from './oracle.ts';
import { epochSeconds, live, only, product, video } from './sightings.ts';

const made = (day: string) => epochSeconds(`${day}T12:00:00Z`);

describe('counts (section 5)', () => {
  it('count videos and lives by the day they were made, or first seen', () => {
    // As of 10 March the 7 days begin on the 4th, the 15 on 24 February.
    const row = only(
      oracle([
        video('2026-03-10', { video_id: '1', create_time: made('2026-03-04') }),
        video('2026-03-10', { video_id: '2', create_time: made('2026-03-03') }),
        video('2026-03-04', { video_id: '3' }),
        video('2026-03-10', { video_id: '3' }),
        video('2026-03-10', { video_id: '4', create_time: made('2026-03-11') }),
        live('2026-03-10', { live_id: '1' }),
      ]).products,
    );
    expect(row).toMatchObject({
      total_video_cnt: 4,
      total_video_1d_cnt: 0,
      total_video_7d_cnt: 2,
      total_video_15d_cnt: 3,
      total_live_cnt: 1,
      total_live_1d_cnt: 1,
    });
  });

  it('count a creator in the window of the first linked video', () => {
    const row = only(
      oracle([
        video('2026-03-10', { video_id: '1', user_id: '7', create_time: made('2026-03-01') }),
        video('2026-03-10', { video_id: '2', user_id: '7', create_time: made('2026-03-10') }),
        video('2026-03-10', { video_id: '3', user_id: '8', create_time: made('2026-03-10') }),
        live('2026-03-10', { user_id: '9' }),
      ]).products,
    );
    expect(row).toMatchObject({
      total_ifl_cnt: 3,
      total_ifl_video_1d_cnt: 1,
      total_ifl_video_15d_cnt: 2,
      total_ifl_live_1d_cnt: 1,
    });
  });

  it('keep a link once seen', () => {
    const row = only(oracle([video('2026-03-01'), video('2026-03-02', { products: [] })]).products);
    expect(row).toMatchObject({ product_id: '100', total_video_cnt: 1 });
  });

  it('serve the larger of the observed and the derived total', () => {
    const links = [
      video('2026-03-01', { total_views_cnt: 40 }),
      video('2026-03-01', { video_id: '2', total_views_cnt: 60 }),
    ];
    const seen = product('2026-03-01', { total_video_cnt: 1, total_ifl_cnt: 50, total_views_cnt: 99 });
    expect(only(oracle([...links, seen]).products)).toMatchObject({
      total_video_cnt: 2,
      total_ifl_cnt: 50,
      total_views_cnt: 100,
      total_ifl_video_1d_cnt: 1,
    });
  });
});
