import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListSource } from '../../packages/server/src/serving/list-source.ts';
import { openPlace } from '../pipeline/place.ts';

/** A dataset version whose rows are there, and which nobody knows of yet. */
export interface NextVersion {
  readonly version: number;
  /** A currency that all of its rows have, and none of the version before: two that ISO 4217 keeps for tests and for none. */
  readonly currency: string;
}

/** Makes the rows of the version after the one that is served: the same rows in another currency. */
export async function makeNextVersion({ dataDirectory }: { readonly dataDirectory: string }): Promise<NextVersion> {
  const place = await openPlace(dataDirectory);
  try {
    const served = (await place.publishing.versions.current())?.version ?? 0;
    const next = { version: served + 1, currency: served % 2 === 1 ? 'XTS' : 'XXX' };
    for (const { table } of lists satisfies readonly ListSource[]) {
      for (const partition of await partitionsOf(place.engine, table))
        if (partition !== String(served))
          await place.engine.command(`ALTER TABLE ${table} DROP PARTITION ${partition}`);
      await place.engine.command(
        `INSERT INTO ${table} SELECT * REPLACE ({version:UInt32} AS version, {currency:String} AS currency)
         FROM ${table} WHERE version = {served:UInt32}`,
        { ...next, served },
      );
      await place.engine.command(`OPTIMIZE TABLE ${table} PARTITION ${next.version} FINAL`);
    }
    return next;
  } finally {
    await place.close();
  }
}

async function partitionsOf(engine: Awaited<ReturnType<typeof openPlace>>['engine'], table: string) {
  const rows = await engine.rows<{ partition: string }>(
    `SELECT DISTINCT partition FROM system.parts
     WHERE active AND database = currentDatabase() AND table = {table:String}`,
    { table },
  );
  return rows.map(({ partition }) => partition);
}
