import { type CreatorRecords, creatorTables, namingTables } from './creator-tables.ts';
import { deleteRows, emptyId } from './delete-rows.ts';
import type { Engine } from './engine/engine.ts';
import { purgeOldParts } from './purge-old-parts.ts';
import { placesOf, withWithdrawn } from './withdrawn-rows.ts';

/**
 * Deletes a creator from the landing tables and from withdrawn batches, with all videos and lives of theirs, until no
 * file holds them. No record may be landed meanwhile. Doing it again after it was cut short completes it.
 *
 * @param userId digits. @returns what was found of them.
 */
export async function deleteCreator(engine: Engine, userId: string): Promise<CreatorRecords> {
  // The ids are in a table, for the engine keeps the text of deletions; in memory, for it keeps tables too. It is named
  // with its database: a deletion looks for other tables in the database of its own.
  await engine.command('DROP TABLE IF EXISTS default.erasing SYNC');
  await engine.command('CREATE TABLE default.erasing (kind String, id UInt64) ENGINE = Memory');
  try {
    for (const { kind, table, key } of creatorTables)
      await engine.command(
        `INSERT INTO default.erasing SELECT {kind:String}, ${key} FROM ${withWithdrawn(table)} WHERE user_id = {user:UInt64} GROUP BY ${key}`,
        { kind, user: userId },
      );
    await engine.command(`INSERT INTO default.erasing VALUES ('person', {user:UInt64})`, { user: userId });
    for (const statement of ofSales) await engine.command(statement, { user: userId });
    const counts = { creator: 0, video: 0, live: 0, sale: 0 };
    for (const each of creatorTables) counts[each.kind] = await countTheirs(engine, each);
    for (const each of namingTables) await forgetNamed(engine, each);
    for (const each of creatorTables) await deleteTheirs(engine, each);
    return counts;
  } finally {
    await engine.command('DROP TABLE IF EXISTS default.erasing SYNC');
  }
}

const sales = withWithdrawn('landing_sale');

/** Videos and lives that only sales say are theirs; then all sales by videos and lives of theirs. */
const ofSales = [
  ...['video', 'live'].map(
    (kind) => `INSERT INTO default.erasing SELECT DISTINCT '${kind}', assumeNotNull(${kind}_id) FROM ${sales}
      WHERE user_id = {user:UInt64} AND isNotNull(${kind}_id)`,
  ),
  `INSERT INTO default.erasing SELECT DISTINCT 'sale', sale FROM ${sales}
    WHERE ifNull(video_id, 0) IN (SELECT id FROM default.erasing WHERE kind = 'video')
      OR ifNull(live_id, 0) IN (SELECT id FROM default.erasing WHERE kind = 'live')`,
];

type CreatorTable = (typeof creatorTables)[number];

const isTheirs = ({ kind, key }: CreatorTable) => `${key} IN (SELECT id FROM default.erasing WHERE kind = '${kind}')`;

async function countTheirs(engine: Engine, each: CreatorTable): Promise<number> {
  const [counted] = await engine.rows<{ records: string }>(
    `SELECT uniqExact(${each.key}, observed_at) AS records FROM ${withWithdrawn(each.table)} WHERE ${isTheirs(each)}`,
  );
  return Number(counted?.records ?? 0);
}

async function forgetNamed(engine: Engine, { table, field }: (typeof namingTables)[number]): Promise<void> {
  for (const place of await placesOf(engine, table)) {
    await emptyId(engine, place, field, `${field} IN (SELECT id FROM default.erasing WHERE kind = 'person')`);
    await purgeOldParts(engine, place);
  }
}

async function deleteTheirs(engine: Engine, each: CreatorTable): Promise<void> {
  for (const place of await placesOf(engine, each.table)) {
    await deleteRows(engine, place, isTheirs(each));
    await purgeOldParts(engine, place);
  }
}
