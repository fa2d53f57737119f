import type { Engine, SqlParameters } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { emptyScratch, makeScratch } from '../../../packages/server/src/warehouse/publish/scratch.ts';
import { fillSearch, runFile, stepFile } from '../../../packages/server/src/warehouse/publish/steps.ts';
import { readSqlFiles } from '../../../packages/server/src/warehouse/sql-files.ts';

/** Where a version is made: its number, and the database of its state. */
export interface MadeVersion extends SqlParameters {
  readonly version: number;
  readonly state: string;
}

/** What trends and rankings are read from. */
const dayTables = ['product_trend', 'product_day', 'link_day', 'creator_trend', 'shop_trend', 'video_trend'];

const searchTables = ['serving_search_entity', 'serving_search_id', 'serving_search_posting', 'serving_search_word'];

/** Makes the state that trends and rankings are read from, in the tables of a publish. The lists must be filled. */
export async function makeState(engine: Engine, parameters: MadeVersion): Promise<void> {
  await runFile(engine, stepFile('00_state'), parameters);
  await runFolder(engine, new URL('./state/', import.meta.url), parameters);
  for (const table of dayTables) await engine.command(`OPTIMIZE TABLE ${parameters.state}.${table} FINAL`);
}

/** Makes the index of search as a publish does, from current values that are made. */
export async function makeSearch(engine: Engine, parameters: MadeVersion): Promise<void> {
  const { state, version } = parameters;
  await makeScratch(engine, parameters);
  await runFolder(engine, new URL('./search/', import.meta.url), parameters);
  await fillSearch(engine, parameters);
  await emptyScratch(engine, state);
  for (const table of searchTables) await engine.command(`OPTIMIZE TABLE ${table} PARTITION ${version} FINAL`);
}

/** Runs the `.sql` files of a folder, in the order of their names. */
export async function runFolder(engine: Engine, folder: URL, parameters: SqlParameters): Promise<void> {
  for (const file of readSqlFiles(folder)) await runFile(engine, file, parameters);
}
