import { formerListNames } from '../accounts/migrations/014-list-names.ts';
import type { Engine } from './engine/engine.ts';
import { publishedLists } from './publish/lists/published-lists.ts';

/** Tables of lists in data directories of 0.1.0, and what they are called now. */
const renamed = Object.entries(formerListNames).flatMap(([before, id]) =>
  publishedLists.filter((list) => list.id === id).map(({ table }) => ({ before, after: table })),
);

/**
 * Renames the tables of an earlier release. Safe to run again, also after that release was started once more: what it has
 * written meanwhile is moved.
 */
export async function renameTables(engine: Engine): Promise<void> {
  const found = await engine.rows<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'serving_')",
  );
  const names = new Set(found.map(({ name }) => name));
  for (const { before, after } of renamed) {
    if (!names.has(before)) continue;
    if (names.has(after)) await moveRows(engine, before, after);
    else await engine.command(`RENAME TABLE ${before} TO ${after}`);
  }
}

/** The columns of the earlier table are all in the later one. A move that is cut short is done again whole. */
async function moveRows(engine: Engine, before: string, after: string): Promise<void> {
  const versions = await engine.rows<{ version: number }>(`SELECT DISTINCT version FROM ${before}`);
  const columns = await engine.rows<{ name: string }>(
    'SELECT name FROM system.columns WHERE database = currentDatabase() AND table = {before:String}',
    { before },
  );
  const list = columns.map(({ name }) => name).join(', ');
  for (const { version } of versions) await engine.command(`ALTER TABLE ${after} DROP PARTITION ${version}`);
  await engine.command(`INSERT INTO ${after} (${list}) SELECT ${list} FROM ${before}`);
  await engine.command(`DROP TABLE ${before} SYNC`);
}
