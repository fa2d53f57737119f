import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { servingTables } from '../../../packages/server/src/warehouse/publish/serving-tables.ts';
import { readSqlFiles } from '../../../packages/server/src/warehouse/sql-files.ts';
import type { VersionStore } from '../../../packages/server/src/warehouse/versions.ts';
import type { Amounts } from './amounts.ts';

/** Rows by serving table. */
export type RowCounts = Readonly<Record<string, number>>;

export interface MakeDependencies {
  readonly engine: Engine;
  readonly versions: VersionStore;
}

/** The last day the made rows know of. */
const asOf = '2026-10-31';

/**
 * Fills the serving tables of a new dataset version with made rows and publishes it. The same amounts make the same
 * rows.
 *
 * @returns rows by serving table.
 */
export async function makeVersion({ engine, versions }: MakeDependencies, amounts: Amounts): Promise<RowCounts> {
  const { version } = await versions.begin({ asOf, lineage: 0, watermark: 0, settings: 'bench' });
  await engine.command('CREATE DATABASE making');
  for (const { statements } of readSqlFiles(new URL('./', import.meta.url)))
    for (const statement of statements) await engine.command(statement, { ...amounts, version });
  await tidy(engine, version);
  const rows = await rowCounts(engine, version);
  await versions.complete(version, { rows });
  return rows;
}

/** What only the making needed goes; parts are merged, so that measuring does not meet the engine at it. */
async function tidy(engine: Engine, version: number): Promise<void> {
  await engine.command('DROP DATABASE making SYNC');
  const functions = await engine.rows<{ name: string }>(
    "SELECT name FROM system.functions WHERE origin = 'SQLUserDefined' AND startsWith(name, 'bench')",
  );
  for (const { name } of functions) await engine.command(`DROP FUNCTION ${name}`);
  for (const table of servingTables) await engine.command(`OPTIMIZE TABLE ${table} PARTITION ${version} FINAL`);
}

/** Rows of a version by serving table. */
export async function rowCounts(engine: Engine, version: number): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const table of servingTables) {
    const sql = `SELECT count() AS rows FROM ${table} WHERE version = {version:UInt32}`;
    const [counted] = await engine.rows<{ rows: string }>(sql, { version });
    counts[table] = Number(counted?.rows ?? 0);
  }
  return counts;
}
