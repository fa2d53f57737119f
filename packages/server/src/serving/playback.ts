import type { Engine } from '../warehouse/engine/engine.ts';
import { pageSecondsMax } from './page-sql.ts';

export interface Playback {
  readonly userId: string;
  readonly address: string;
  /** Epoch milliseconds. */
  readonly observedAt: number;
}

/**
 * The playback address of a video that was seen last, out of what was observed rather than published: for an address
 * that expires, hours matter.
 *
 * @param videoId digits.
 */
export async function freshestPlayback(engine: Pick<Engine, 'rows'>, videoId: string): Promise<Playback | undefined> {
  const [found] = await engine.rows<{ user: string; address: string; observed: string }>(statement, { videoId });
  if (found === undefined) return undefined;
  return { userId: found.user, address: found.address, observedAt: Number(found.observed) };
}

/** Of records of one moment, the larger address counts, as everywhere. */
const statement = `
  SELECT toString(user_id) AS user, toValidUTF8(assumeNotNull(play_addr)) AS address, toUnixTimestamp64Milli(observed_at) AS observed
  FROM landing_video
  WHERE video_id = {videoId:UInt64} AND notEmpty(ifNull(play_addr, '')) AND out_of_bounds = ''
  ORDER BY observed_at DESC, play_addr DESC
  LIMIT 1
  SETTINGS max_execution_time = ${pageSecondsMax}`;
