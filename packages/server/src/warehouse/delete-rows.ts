import type { Engine } from './engine/engine.ts';

/**
 * Deletes rows, and rewrites only partitions that hold some of them: the engine takes a while over each part it visits.
 *
 * @param condition SQL on columns of the table. Its values are numbers of ours or come out of tables: the engine keeps
 * the text of deletions, and takes no parameters in them.
 * @returns how many rows matched, those of one key that were not merged yet counted apart.
 */
export function deleteRows(engine: Engine, table: string, condition: string): Promise<number> {
  return changeRows(engine, table, condition, (rows) => `DELETE ${rows}`);
}

/**
 * Makes a field of rows that holds an id say nothing. Otherwise as {@link deleteRows}; the table is not sorted by it.
 * Under a NULL the engine keeps what was there: a 0 takes its place first.
 */
export async function emptyId(engine: Engine, table: string, field: string, condition: string): Promise<void> {
  await changeRows(engine, table, condition, (rows) => `UPDATE ${field} = 0 ${rows}`);
  await changeRows(engine, table, `${field} = 0`, (rows) => `UPDATE ${field} = NULL ${rows}`);
}

async function changeRows(
  engine: Engine,
  table: string,
  condition: string,
  change: (rows: string) => string,
): Promise<number> {
  const found = await engine.rows<{ partition: string; rows: string }>(
    `SELECT _partition_id AS partition, count() AS rows FROM ${table} WHERE ${condition} GROUP BY partition`,
  );
  for (const { partition } of found)
    await engine.command(
      `ALTER TABLE ${table} ${change(`IN PARTITION ID '${partition}' WHERE ${condition}`)} SETTINGS mutations_sync = 2`,
    );
  return found.reduce((sum, { rows }) => sum + Number(rows), 0);
}
