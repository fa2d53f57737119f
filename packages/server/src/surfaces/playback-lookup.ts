import type { Clock } from '../kernel/clock.ts';
import { freshestPlayback } from '../serving/playback.ts';
import type { Engine } from '../warehouse/engine/engine.ts';
import type { Lookup } from './lookups.ts';

/** Answers `video-download-url`. */
export function playbackLookup(engine: Pick<Engine, 'rows'>, clock: Clock): Lookup {
  return async ({ video_id = '' }) => {
    const found = await freshestPlayback(engine, video_id);
    if (found === undefined) return [];
    const { userId, address, observedAt } = found;
    return [
      {
        video_id,
        user_id: userId,
        play_addr: address,
        observed_at: new Date(observedAt).toISOString(),
        age_seconds: Math.max(0, Math.floor((clock.now() - observedAt) / 1000)),
      },
    ];
  };
}
