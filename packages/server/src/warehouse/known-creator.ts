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
  /** Shops that name them as their account. */
  readonly shops: number;
}

interface Counted {
  readonly uniqueId: string | null;
  readonly nickName: string | null;
  readonly creator: string;
  readonly video: string;
  readonly live: string;
  readonly sale: string;
  readonly videos: string;
  readonly lives: string;
  readonly links: string;
  readonly shops: string;
}

const [creators, videos, lives, sales] = ['landing_creator', 'landing_video', 'landing_live', 'landing_sale'].map(
  withWithdrawn,
);

const question = `
  WITH arrayMap(each -> toUInt64(each), {users:Array(String)}) AS users,
       (SELECT groupUniqArray(id) FROM (
          SELECT video_id AS id FROM ${videos} WHERE has(users, ifNull(user_id, 0))
          UNION ALL SELECT assumeNotNull(video_id) FROM ${sales} WHERE has(users, ifNull(user_id, 0)) AND isNotNull(video_id))) AS video_ids,
       (SELECT groupUniqArray(id) FROM (
          SELECT live_id AS id FROM ${lives} WHERE has(users, ifNull(user_id, 0))
          UNION ALL SELECT assumeNotNull(live_id) FROM ${sales} WHERE has(users, ifNull(user_id, 0)) AND isNotNull(live_id))) AS live_ids
  SELECT
    (SELECT argMax(unique_id, observed_at) FROM ${creators} WHERE has(users, user_id) AND isNotNull(unique_id)) AS uniqueId,
    (SELECT argMax(nick_name, observed_at) FROM ${creators} WHERE has(users, user_id) AND isNotNull(nick_name)) AS nickName,
    (SELECT count() FROM (SELECT DISTINCT observed_at FROM ${creators} WHERE has(users, user_id))) AS creator,
    (SELECT count() FROM (SELECT DISTINCT video_id, observed_at FROM ${videos} WHERE has(video_ids, video_id))) AS video,
    (SELECT count() FROM (SELECT DISTINCT live_id, observed_at FROM ${lives} WHERE has(live_ids, live_id))) AS live,
    (SELECT count() FROM (SELECT DISTINCT sale, observed_at FROM ${sales} WHERE sale IN (
      SELECT sale FROM ${sales}
      WHERE has(users, ifNull(user_id, 0)) OR has(video_ids, ifNull(video_id, 0)) OR has(live_ids, ifNull(live_id, 0))))) AS sale,
    length(video_ids) AS videos,
    length(live_ids) AS lives,
    (SELECT uniqExact(video_id, product) FROM (
      SELECT video_id, product FROM ${videos} ARRAY JOIN products.product_id AS product WHERE has(video_ids, video_id)
      UNION ALL SELECT assumeNotNull(video_id), assumeNotNull(product_id) FROM ${sales}
        WHERE isNotNull(product_id) AND has(video_ids, ifNull(video_id, 0))))
      + (SELECT uniqExact(live_id, product) FROM (
      SELECT live_id, product FROM ${lives} ARRAY JOIN products.product_id AS product WHERE has(live_ids, live_id)
      UNION ALL SELECT assumeNotNull(live_id), assumeNotNull(product_id) FROM ${sales}
        WHERE isNotNull(product_id) AND has(live_ids, ifNull(live_id, 0)))) AS links,
    (SELECT uniqExact(seller_id) FROM ${withWithdrawn('landing_shop')} WHERE has(users, ifNull(user_id, 0))) AS shops`;

/** @param ids digits: all ids of one creator. */
export async function knownCreator(engine: Pick<Engine, 'rows'>, ids: readonly string[]): Promise<KnownCreator> {
  const [found] = await engine.rows<Counted>(question, { users: ids });
  const {
    uniqueId = null,
    nickName = null,
    creator,
    video,
    live,
    sale,
    videos,
    lives,
    links,
    shops,
  } = found ?? ({} as Partial<Counted>);
  return {
    uniqueId,
    nickName,
    records: {
      creator: Number(creator ?? 0),
      video: Number(video ?? 0),
      live: Number(live ?? 0),
      sale: Number(sale ?? 0),
    },
    videos: Number(videos ?? 0),
    lives: Number(lives ?? 0),
    links: Number(links ?? 0),
    shops: Number(shops ?? 0),
  };
}
