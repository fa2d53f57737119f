import { deleteRows } from '../delete-rows.ts';
import type { Engine } from '../engine/engine.ts';
import type { VersionStore } from '../versions.ts';
import { emptyScratch } from './scratch.ts';
import { stateDatabase } from './state-database.ts';

/** State tables that hold signed changes by version: what a row is of, and what is summed. */
const changeTables = [
  { table: 'product_day', key: ['product_id', 'day'], sums: ['units', 'gmv', 'known_units', 'known_gmv'] },
  {
    table: 'product_trend',
    key: ['product_id', 'day'],
    sums: ['units', 'gmv', 'price', 'videos', 'lives', 'creators'],
  },
  { table: 'link_day', key: ['product_id', 'day'], sums: ['videos', 'lives', 'creators'] },
  {
    table: 'shop_trend',
    key: ['seller_id', 'day', 'currency'],
    sums: ['units', 'gmv', 'products', 'on_sale', 'videos', 'lives', 'creators', 'video_creators', 'live_creators'],
  },
  {
    table: 'video_trend',
    key: ['video_id', 'day', 'currency'],
    sums: ['views', 'digg', 'comments', 'favorites', 'shares', 'units', 'gmv'],
  },
  {
    table: 'creator_trend',
    key: ['user_id', 'day', 'currency'],
    sums: ['followers', 'digg', 'views', 'posts', 'comments', 'shares', 'lives', 'products', 'units', 'gmv'],
  },
  { table: 'source_day', key: ['kind', 'source_id', 'day'], sums: ['grown'] },
  { table: 'like_day', key: ['kind', 'source_id', 'day'], sums: ['grown'] },
  { table: 'creator_day', key: ['user_id', 'day'], sums: ['followers', 'digg', 'views', 'posts'] },
  {
    table: 'stated_day',
    key: ['product_id', 'kind', 'source_id', 'day'],
    sums: ['known', 'units', 'gmv_known', 'gmv', 'sale_known', 'sale_units', 'sale_gmv'],
  },
  {
    table: 'attribution',
    key: ['product_id', 'day', 'kind', 'source_id'],
    sums: ['units', 'gmv', 'observed', 'stated', 'left_units'],
  },
  {
    table: 'split_day',
    key: ['product_id', 'day'],
    sums: ['video_units', 'video_gmv', 'live_units', 'live_gmv', 'left_units'],
  },
] as const;
type ChangeTable = (typeof changeTables)[number];

/** State tables whose rows stand for themselves and carry the version that wrote them. */
const firstSeenTables = ['link', 'sku'];
/** State tables that are whole for each version. */
const wholeTables = [
  'product_total',
  'link_total',
  'product_currency',
  'product_seller',
  'product_tail',
  'source_tail',
  'video_tail',
  'stated_tail',
  'creator_tail',
  'creator_identity',
  'unit_span',
  'learned',
];
/** Names of the images that rows of a version show. */
export const imagesTable = 'serving_image';

/** All tables that are read from while a version is served: also of lists that there are no more. */
export async function servingTables(engine: Engine): Promise<readonly string[]> {
  const found = await engine.rows<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'serving_') ORDER BY name",
  );
  return found.map(({ name }) => name);
}

/** Takes out of a lineage, and of the serving tables, what publishes that were not completed left. */
export async function prepareState(
  engine: Engine,
  lineage: number,
  kept: { readonly base: number; readonly served: number },
): Promise<void> {
  const state = stateDatabase(lineage);
  for (const table of firstSeenTables) await deleteRows(engine, `${state}.${table}`, `version > ${kept.base}`);
  for (const changes of await changedAfter(engine, state, kept.base))
    await takeBackAfter(engine, state, changes, kept.base);
  await dropVersions(engine, wholeTablesOf(state), (version) => version > kept.base);
  await dropVersions(engine, await servingTables(engine), (version) => version > kept.served);
}

function wholeTablesOf(state: string): readonly string[] {
  return wholeTables.map((table) => `${state}.${table}`);
}

/** The change tables in which versions after the base have rows. */
async function changedAfter(engine: Engine, state: string, base: number): Promise<readonly ChangeTable[]> {
  const found = await engine.rows<{ table: string }>(
    changeTables
      .map(({ table }) => `(SELECT '${table}' AS table FROM ${state}.${table} WHERE version > {base:UInt32} LIMIT 1)`)
      .join(' UNION ALL '),
    { base },
  );
  return changeTables.filter(({ table }) => found.some((each) => each.table === table));
}

/** Drops what neither the served version nor the one before it needs. */
export async function tidy(engine: Engine, versions: VersionStore): Promise<void> {
  const ready = (await versions.list()).filter(({ status }) => status === 'ready');
  const [current, previous, ...old] = ready;
  if (current === undefined) return;
  const oldest = previous?.version ?? current.version;
  // Said first: what counts as ready can be rolled back to, so its data must be there.
  for (const { version } of old) await versions.drop(version);
  const tables = [...(await servingTables(engine)), ...wholeTablesOf(stateDatabase(current.lineage))];
  await dropVersions(engine, tables, (version) => version < oldest);
  await emptyScratch(engine, stateDatabase(current.lineage));
  await dropLineages(engine, [current.lineage, previous?.lineage ?? current.lineage]);
}

/**
 * Takes back what versions after the base changed, by rows that make each sum zero: weeks without such changes are not
 * touched, and merges drop what sums to zero. When it is cut short, doing it again completes it.
 */
async function takeBackAfter(
  engine: Engine,
  state: string,
  { table, key, sums }: ChangeTable,
  base: number,
): Promise<void> {
  const columns = [...key, 'version'].join(', ');
  const changed = sums.map((name) => `sum(${name}) != 0`).join(' OR ');
  await engine.command(
    `INSERT INTO ${state}.${table} (${columns}, ${sums.join(', ')})
     SELECT ${columns}, ${sums.map((name) => `-sum(${name})`).join(', ')}
     FROM ${state}.${table}
     WHERE version > {base:UInt32}
     GROUP BY ${columns}
     HAVING ${changed}
     SETTINGS max_partitions_per_insert_block = 0`,
    { base },
  );
}

/** Drops the rows of unwanted versions from tables that are partitioned by version. */
export async function dropVersions(
  engine: Engine,
  tables: readonly string[],
  isUnwanted: (version: number) => boolean,
): Promise<void> {
  const partitions = await engine.rows<{ place: string; version: string }>(
    `SELECT DISTINCT if(database = currentDatabase(), table, concat(database, '.', table)) AS place, partition AS version
     FROM system.parts
     WHERE active AND rows > 0 AND has({tables:Array(String)}, place)`,
    { tables },
  );
  for (const { place, version } of partitions)
    if (isUnwanted(Number(version))) await engine.command(`ALTER TABLE ${place} DROP PARTITION ${version}`);
}

/** Drops the state of all lineages but those named. */
export async function dropLineages(engine: Engine, lineages: readonly number[]): Promise<void> {
  const kept = new Set(lineages.map(stateDatabase));
  const databases = await engine.rows<{ name: string }>(
    "SELECT name FROM system.databases WHERE match(name, '^state_[0-9]+$')",
  );
  for (const { name } of databases) if (!kept.has(name)) await engine.command(`DROP DATABASE ${name} SYNC`);
}
