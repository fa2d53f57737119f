import type { Engine } from './engine/engine.ts';

/** Name of the copy of a table while it takes the table's place. */
const copyOf = (table: string) => `${table}_copy`;

/**
 * Gets rid of everything a table no longer holds: the engine keeps parts that were changed or dropped on disk for a
 * while. The parts it holds now are linked into a table that takes its place, and the old one goes at once, files and
 * all. Nothing may be written to it meanwhile.
 *
 * @param partition keeps only this one; default: all.
 */
export async function purgeOldParts(engine: Engine, table: string, partition = 'ALL'): Promise<void> {
  const copy = copyOf(table);
  // Left by one that was cut short: before the exchange a copy, after it the old table.
  await engine.command(`DROP TABLE IF EXISTS ${copy} SYNC`);
  await engine.command(`CREATE TABLE ${copy} AS ${table}`);
  await engine.command(`ALTER TABLE ${copy} ATTACH PARTITION ${partition} FROM ${table}`);
  await engine.command(`EXCHANGE TABLES ${table} AND ${copy}`);
  await engine.command(`DROP TABLE ${copy} SYNC`);
}
