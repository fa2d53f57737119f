import { deleteRows } from './delete-rows.ts';
import type { Engine } from './engine.ts';
import { withdrawnDatabases } from './withdrawn-rows.ts';
import { dropHistory } from './without-history.ts';

/** Observations that were deleted, by kind; those of one moment count once. */
export type ErasedRecords = Readonly<Record<'creator' | 'video' | 'live', number>>;

/** Where observations of a creator are, and of what a creator made. */
const places = [
  { kind: 'creator', table: 'landing_creator', key: 'user_id' },
  { kind: 'video', table: 'landing_video', key: 'video_id' },
  { kind: 'live', table: 'landing_live', key: 'live_id' },
] as const;

/**
 * Deletes a creator from the landing tables and from withdrawn batches, with all videos and lives of theirs, until no file holds
 * them. No record may be landed meanwhile. Doing it again after it was cut short completes it.
 *
 * @param userId digits.
 */
export async function eraseCreator(engine: Engine, userId: string): Promise<ErasedRecords> {
  // The ids are in a table, for the engine keeps the text of deletions; in memory, for it keeps tables too. It is named with its
  // database: a deletion looks for other tables in the database of its own.
  await engine.command('DROP TABLE IF EXISTS default.erasing SYNC');
  await engine.command('CREATE TABLE default.erasing (kind String, id UInt64) ENGINE = Memory');
  try {
    const everywhere = await withWithdrawn(engine);
    for (const { kind, table, key } of everywhere)
      await engine.command(
        `INSERT INTO default.erasing SELECT {kind:String}, ${key} FROM ${table} WHERE user_id = {user:UInt64} GROUP BY ${key}`,
        { kind, user: userId },
      );
    const counts = { creator: 0, video: 0, live: 0 };
    for (const { kind, table, key } of everywhere) counts[kind] += await deleteTheirs(engine, table, key, kind);
    return counts;
  } finally {
    await engine.command('DROP TABLE IF EXISTS default.erasing SYNC');
  }
}

type Place = Omit<(typeof places)[number], 'table'> & { readonly table: string };

/** The landing tables, and those that hold the rows of withdrawn batches. */
async function withWithdrawn(engine: Engine): Promise<readonly Place[]> {
  const databases = await withdrawnDatabases(engine);
  return [
    ...places,
    ...databases.flatMap((database) => places.map((place) => ({ ...place, table: `${database}.${place.table}` }))),
  ];
}

async function deleteTheirs(engine: Engine, table: string, key: string, kind: string): Promise<number> {
  const rows = await deleteRows(engine, table, `${key} IN (SELECT id FROM default.erasing WHERE kind = '${kind}')`);
  await dropHistory(engine, table);
  return rows;
}
