import type { ListSource } from '../../packages/server/src/serving/list-source.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { dropVersions } from '../../packages/server/src/warehouse/publish/housekeeping.ts';
import { openPipelineDirectory } from '../pipeline/pipeline-directory.ts';
import { rowCounts } from '../reading/making/make.ts';
import { measuredLists } from '../reading/measured-lists.ts';

/** A dataset version whose rows are there, and which nobody knows of yet. */
export interface NextVersion {
  readonly version: number;
  /** A currency that all of its rows have, and none of the version before. */
  readonly currency: string;
}

/** ISO 4217 keeps one for tests, and one for no currency. */
const currencies = ['XTS', 'XXX'] as const;

const tables = measuredLists.map(({ table }: ListSource) => table);

/**
 * Makes the rows of the version after the one that is served: the same rows in another currency.
 *
 * @throws Error when not all rows have arrived.
 */
export async function makeNextVersion({ dataDirectory }: { readonly dataDirectory: string }): Promise<NextVersion> {
  const opened = await openPipelineDirectory(dataDirectory);
  const { engine, publishing } = opened;
  try {
    const served = (await publishing.versions.current())?.version ?? 0;
    const [newest] = await publishing.versions.list();
    const version = (newest?.version ?? 0) + 1;
    const currency = (await hasCurrency(engine, served, currencies[0])) ? currencies[1] : currencies[0];
    for (const table of tables) await copyRows(engine, table, served, { version, currency });
    const [before, after] = [await rowCounts(engine, served), await rowCounts(engine, version)];
    for (const { id } of measuredLists)
      if (before[id] !== after[id])
        throw new Error(`${id}: expected ${before[id]} rows of version ${version}, got ${after[id]}`);
    return { version, currency };
  } finally {
    await opened.close();
  }
}

async function hasCurrency(engine: Engine, version: number, currency: string): Promise<boolean> {
  for (const table of tables) {
    const sql = `SELECT 1 FROM ${table} WHERE version = {version:UInt32} AND currency = {currency:String} LIMIT 1`;
    if ((await engine.rows(sql, { version, currency })).length > 0) return true;
  }
  return false;
}

/** Copies the rows of a version; those of all others go. */
async function copyRows(engine: Engine, table: string, served: number, next: NextVersion): Promise<void> {
  await dropVersions(engine, [table], (version) => version !== served);
  await engine.command(
    `INSERT INTO ${table} SELECT * REPLACE ({version:UInt32} AS version, {currency:String} AS currency)
     FROM (SELECT * FROM ${table} WHERE version = {served:UInt32})`,
    { ...next, served },
  );
  await engine.command(`OPTIMIZE TABLE ${table} PARTITION ${next.version} FINAL`);
}
