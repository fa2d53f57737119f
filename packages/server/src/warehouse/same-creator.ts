import type { Engine } from './engine/engine.ts';
import { withWithdrawn } from './withdrawn-rows.ts';

/** Each handle's id of ours and the id that was seen last beside it, of all that was taken in. */
const lastBeside = `
  SELECT own_id, argMax(beside, (observed_at, beside)) AS id
  FROM
  (
    SELECT vitrineHandleId(assumeNotNull(unique_id)) AS own_id, user_id AS beside, observed_at
    FROM ${withWithdrawn('landing_creator')}
    WHERE isNotNull(unique_id) AND vitrineHandle(assumeNotNull(unique_id)) != ''
    UNION ALL
    SELECT pair.own_id, pair.id, observed_at FROM (SELECT observed_at, arrayJoin(named) AS pair FROM landing_video)
    UNION ALL
    SELECT pair.own_id, pair.id, observed_at FROM (SELECT observed_at, arrayJoin(named) AS pair FROM landing_live)
    UNION ALL
    SELECT pair.own_id, pair.id, observed_at FROM (SELECT observed_at, arrayJoin(named) AS pair FROM landing_sale)
  )
  WHERE beside < vitrineOwnIdsFrom()
  GROUP BY own_id`;

/**
 * Ids under which records of one creator came: the id of the marketplace first, where it is known, and those of the
 * handles that stand for it.
 *
 * @param userId digits: an id of the marketplace, or one of ours.
 */
export async function idsOfSameCreator(engine: Pick<Engine, 'rows'>, userId: string): Promise<readonly string[]> {
  const rows = await engine.rows<{ own: string; known: string }>(
    `WITH pairs AS (${lastBeside})
     SELECT toString(own_id) AS own, toString(id) AS known FROM pairs
     WHERE id = {user:UInt64} OR id IN (SELECT id FROM pairs WHERE own_id = {user:UInt64})
     ORDER BY own_id`,
    { user: userId },
  );
  return [...new Set([...rows.map(({ known }) => known), userId, ...rows.map(({ own }) => own)])];
}
