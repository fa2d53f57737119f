import { peerSchema, withClient } from './fill.ts';

/**
 * What the peer's tables take, indexes and texts kept beside them included, and how much of it fits into shared
 * buffers; bytes.
 */
export interface DatabaseSize {
  readonly tableBytes: number;
  readonly bufferBytes: number;
}

const sizeSql = `
  SELECT coalesce(sum(pg_total_relation_size(oid)), 0) AS tables, pg_size_bytes(current_setting('shared_buffers')) AS buffers
  FROM pg_class WHERE relkind = 'r' AND relnamespace = $1::regnamespace`;

export async function databaseSize(databaseUrl: string): Promise<DatabaseSize> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ tables: string; buffers: string }>(sizeSql, [peerSchema]);
    const tableBytes = Number(rows[0]?.tables ?? 0);
    return { tableBytes, bufferBytes: Math.min(tableBytes, Number(rows[0]?.buffers ?? 0)) };
  });
}

/** Such as "PostgreSQL 15.20". */
export async function serverVersion(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version");
    return `PostgreSQL ${rows[0]?.version ?? ''}`;
  });
}
