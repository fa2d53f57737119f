import type { Engine } from './engine/engine.ts';

/**
 * Deletes rows, and rewrites only partitions that hold some of them: the engine takes a while over each part it visits.
 *
 * @param condition SQL on columns of the table. Its values are numbers of ours or come out of tables: the engine keeps
 * the text of deletions, and takes no parameters in them.
 * @returns how many rows matched, those of one key that were not merged yet counted apart.
 */
export async function deleteRows(engine: Engine, table: string, condition: string): Promise<number> {
  const found = await engine.rows<{ partition: string; rows: string }>(
    `SELECT _partition_id AS partition, count() AS rows FROM ${table} WHERE ${condition} GROUP BY partition`,
  );
  for (const { partition } of found)
    await engine.command(
      `ALTER TABLE ${table} DELETE IN PARTITION ID '${partition}' WHERE ${condition} SETTINGS mutations_sync = 2`,
    );
  return found.reduce((sum, { rows }) => sum + Number(rows), 0);
}
