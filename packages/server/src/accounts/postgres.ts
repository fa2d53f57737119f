import { PostgresDialect } from 'kysely';
import pg from 'pg';
import type { AccountsDialect, AddNumberedId } from './dialect.ts';

const queriesAtOnceMax = 10;
const connectMsMax = 10_000;

/** PostgreSQL, at a connection URL. */
export async function postgresDialect(databaseUrl: string): Promise<AccountsDialect> {
  return {
    name: 'postgres',
    kysely: new PostgresDialect({ pool: openPool(databaseUrl, queriesAtOnceMax) }),
    addNumberedId: addIdentity,
    addRowId: addIdentity,
  };
}

const addIdentity: AddNumberedId = (table, column) =>
  table.addColumn(column, 'bigint', (id) => id.generatedByDefaultAsIdentity().primaryKey());

/** Connections to a database, made when they are needed. */
export function openPool(databaseUrl: string, connectionsMax: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced by the pool; the next query reports what is really wrong.
  pool.on('error', () => {});
  // One that breaks while it is lent out tells so too, and would end the process. Its statement fails, and it is not
  // lent again.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Reads bigint as a number: ids, times and credits all stay far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format);
