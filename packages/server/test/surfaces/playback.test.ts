import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playbackLookup } from '../../src/surfaces/playback-lookup.ts';
import type { Engine } from '../../src/warehouse/engine/engine.ts';
import { type TemporaryEngine, temporaryEngine } from '../serving/temporary-engine.ts';

const now = Date.UTC(2026, 10, 20, 12);

let place: TemporaryEngine;
let engine: Engine;
beforeAll(async () => {
  place = await temporaryEngine();
  engine = place.engine;
});
afterAll(() => place.remove());

let batch = 0;

/** Each in a part of its own, as records come. */
async function land(video_id: string, observed_at: string, play_addr: string | null): Promise<void> {
  const row = { video_id, user_id: '7', observed_at, play_addr, batch: ++batch };
  await engine.insert('landing_video', Buffer.from(JSON.stringify(row)));
}

const ask = (video_id: string) => playbackLookup(engine, { now: () => now })({ video_id }, '');

describe('the playback address of a video', () => {
  it('is the one that was seen last, with its age, whether it is published or not', async () => {
    await land('1', '2026-11-20 11:59:00.500', 'https://videos.example/new.mp4');
    await land('1', '2026-11-19 10:00:00', 'https://videos.example/old.mp4');
    await land('1', '2026-11-20 11:59:30', null);
    await land('1', '2026-11-20 11:59:40', '');
    await land('2', '2026-11-20 11:59:50', 'https://videos.example/other.mp4');
    expect(await ask('1')).toEqual([
      {
        video_id: '1',
        user_id: '7',
        play_addr: 'https://videos.example/new.mp4',
        observed_at: '2026-11-20T11:59:00.500Z',
        age_seconds: 59,
      },
    ]);
  });

  it('is the larger one of one moment, as everywhere', async () => {
    await land('3', '2026-11-20 11:00:00', 'https://videos.example/a.mp4');
    await land('3', '2026-11-20 11:00:00', 'https://videos.example/b.mp4');
    expect(await ask('3')).toMatchObject([{ play_addr: 'https://videos.example/b.mp4' }]);
  });

  it('is not older than now when it was seen by a clock that is ahead', async () => {
    await land('4', '2026-11-20 13:00:00', 'https://videos.example/a.mp4');
    expect(await ask('4')).toMatchObject([{ age_seconds: 0 }]);
  });

  it('is not that of a record beyond the bounds, which counts nowhere', async () => {
    await land('6', '2026-11-20 11:00:00', 'https://videos.example/a.mp4');
    await land('6', '2140-01-01 00:00:00', 'https://videos.example/b.mp4');
    expect(await ask('6')).toMatchObject([{ play_addr: 'https://videos.example/a.mp4' }]);
  });

  it('is none where no record had one', async () => {
    await land('5', '2026-11-20 11:00:00', null);
    expect([await ask('5'), await ask('404')]).toEqual([[], []]);
  });
});
