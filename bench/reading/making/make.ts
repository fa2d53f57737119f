import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { stateDatabase } from '../../../packages/server/src/warehouse/publish/state-database.ts';
import { readSqlFile } from '../../../packages/server/src/warehouse/sql-files.ts';
import type { VersionStore } from '../../../packages/server/src/warehouse/versions.ts';
import { insertSql } from '../../../scripts/lists/publish-sql.ts';
import { madeRows, measuredLists } from '../measured-lists.ts';
import type { Amounts } from './amounts.ts';
import { makeSearch, makeState, runFolder } from './state.ts';

/** Rows by list. */
export type RowCounts = Readonly<Record<string, number>>;

export interface MakeDependencies {
  readonly engine: Engine;
  readonly versions: VersionStore;
}

/** The last day the made rows know of. */
export const asOf = '2026-10-31';

/**
 * Fills the measured lists of a new dataset version with made rows, its state with made days and the index of search, and
 * publishes it. The same amounts make the same rows.
 *
 * @returns rows by list.
 */
export async function makeVersion({ engine, versions }: MakeDependencies, amounts: Amounts): Promise<RowCounts> {
  const { version, lineage } = await versions.begin({ asOf, lineage: 0, watermark: 0, settings: 'bench' });
  const parameters = { ...amounts, version, state: stateDatabase(lineage) };
  await engine.command('CREATE DATABASE making');
  await runFolder(engine, new URL('./', import.meta.url), parameters);
  for (const list of measuredLists) {
    const [select = ''] = readSqlFile(madeRows(list)).statements;
    await engine.command(insertSql(list, { select }), parameters);
  }
  await makeState(engine, parameters);
  await makeSearch(engine, parameters);
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
  for (const { table } of measuredLists) await engine.command(`OPTIMIZE TABLE ${table} PARTITION ${version} FINAL`);
}

/** Rows of a version by list. */
export async function rowCounts(engine: Engine, version: number): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  for (const { id, table } of measuredLists) {
    const sql = `SELECT count() AS rows FROM ${table} WHERE version = {version:UInt32}`;
    const [counted] = await engine.rows<{ rows: string }>(sql, { version });
    counts[id] = Number(counted?.rows ?? 0);
  }
  return counts;
}
