import type { CreatorRecords } from './creator-tables.ts';
import type { Engine } from './engine/engine.ts';
import { withWithdrawn } from './withdrawn-rows.ts';

/** What is known of a creator from all that was taken in, withdrawn batches included: their records can come back. */
export interface KnownCreator {
  /** Handle and name as they were seen last; null: never. */
  readonly uniqueId: string | null;
  readonly nickName: string | null;
  readonly records: CreatorRecords;
  readonly videos: number;
  readonly lives: number;
  /** Pairs of a product and a video or live. */
  readonly links: number;
}

interface Counted {
  readonly uniqueId: string | null;
  readonly nickName: string | null;
  readonly creator: string;
  readonly video: string;
  readonly live: string;
  readonly videos: string;
  readonly lives: string;
  readonly links: string;
}

const [creators, videos, lives] = ['landing_creator', 'landing_video', 'landing_live'].map(withWithdrawn);

const question = `
  WITH (SELECT groupUniqArray(video_id) FROM ${videos} WHERE user_id = {user:UInt64}) AS video_ids,
       (SELECT groupUniqArray(live_id) FROM ${lives} WHERE user_id = {user:UInt64}) AS live_ids
  SELECT
    (SELECT argMax(unique_id, observed_at) FROM ${creators} WHERE user_id = {user:UInt64} AND isNotNull(unique_id)) AS uniqueId,
    (SELECT argMax(nick_name, observed_at) FROM ${creators} WHERE user_id = {user:UInt64} AND isNotNull(nick_name)) AS nickName,
    (SELECT count() FROM (SELECT DISTINCT observed_at FROM ${creators} WHERE user_id = {user:UInt64})) AS creator,
    (SELECT count() FROM (SELECT DISTINCT video_id, observed_at FROM ${videos} WHERE has(video_ids, video_id))) AS video,
    (SELECT count() FROM (SELECT DISTINCT live_id, observed_at FROM ${lives} WHERE has(live_ids, live_id))) AS live,
    length(video_ids) AS videos,
    length(live_ids) AS lives,
    (SELECT uniqExact(video_id, product) FROM ${videos} ARRAY JOIN products.product_id AS product WHERE has(video_ids, video_id))
      + (SELECT uniqExact(live_id, product) FROM ${lives} ARRAY JOIN products.product_id AS product WHERE has(live_ids, live_id)) AS links`;

/** @param userId digits. */
export async function knownCreator(engine: Pick<Engine, 'rows'>, userId: string): Promise<KnownCreator> {
  const [found] = await engine.rows<Counted>(question, { user: userId });
  const {
    uniqueId = null,
    nickName = null,
    creator,
    video,
    live,
    videos,
    lives,
    links,
  } = found ?? ({} as Partial<Counted>);
  return {
    uniqueId,
    nickName,
    records: { creator: Number(creator ?? 0), video: Number(video ?? 0), live: Number(live ?? 0) },
    videos: Number(videos ?? 0),
    lives: Number(lives ?? 0),
    links: Number(links ?? 0),
  };
}
