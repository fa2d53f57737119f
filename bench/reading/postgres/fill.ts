import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { readSqlFile } from '../../../packages/server/src/warehouse/sql-files.ts';
import { measuredLists } from '../measured-lists.ts';
import { columnsOf, exportSql } from './columns.ts';

/** Schema of the peer's tables, so that a database that is given is left as it was. */
export const peerSchema = 'vitrine_bench';

/** What the peer is filled from. */
export interface FillSource {
  readonly engine: Engine;
  readonly version: number;
}

/**
 * Copies a version's rows into the peer's tables, makes their indexes and brings statistics and visibility up to date.
 *
 * @param mark remembered when all is done, for {@link isFilled}.
 */
export async function fillPeer({ engine, version }: FillSource, databaseUrl: string, mark: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`DROP SCHEMA IF EXISTS ${peerSchema} CASCADE; CREATE SCHEMA ${peerSchema}`);
    await client.query(`SET search_path = ${peerSchema}`);
    // Made and filled in one transaction: frozen rows need no second writing by a vacuum.
    await client.query('BEGIN');
    await run(client, 'tables.sql');
    for (const endpoint of measuredLists) await copy(client, engine, version, endpoint);
    await client.query('COMMIT');
    await run(client, 'indexes.sql');
    for (const { table } of measuredLists) await client.query(`VACUUM ANALYZE ${table}`);
    await client.query(`COMMENT ON SCHEMA ${peerSchema} IS ${client.escapeLiteral(mark)}`);
  });
}

/** Whether {@link fillPeer} went through to its end with the same mark. */
export async function isFilled(databaseUrl: string, mark: string): Promise<boolean> {
  return withClient(databaseUrl, async (client) => {
    const sql = "SELECT obj_description(to_regnamespace($1)::oid, 'pg_namespace') AS mark";
    const { rows } = await client.query<{ mark: string | null }>(sql, [peerSchema]);
    return rows[0]?.mark === mark;
  });
}

/** Takes the peer's tables out of a database. */
export async function emptyPeer(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) => client.query(`DROP SCHEMA IF EXISTS ${peerSchema} CASCADE`));
}

/** Work on a connection of its own. */
export async function withClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function run(client: pg.Client, file: string): Promise<void> {
  for (const statement of readSqlFile(new URL(file, import.meta.url)).statements) await client.query(statement);
}

/** The quote character is one that no line holds, so that COPY takes every field as it is. */
async function copy(client: pg.Client, engine: Engine, version: number, endpoint: ListEndpoint): Promise<void> {
  const columns = [...columnsOf(endpoint), 'json'].join(', ');
  const options = "FORMAT csv, DELIMITER E'\\t', QUOTE E'\\x01', NULL '\\N', FREEZE true";
  const into = client.query(copyFrom(`COPY ${endpoint.table} (${columns}) FROM STDIN WITH (${options})`));
  await pipeline(Readable.from(engine.stream(exportSql(endpoint), { version })), into);
}
