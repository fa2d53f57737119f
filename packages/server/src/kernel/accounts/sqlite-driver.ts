import { CompiledQuery, type DatabaseConnection, type QueryResult, SqliteDriver } from 'kysely';
import type Database from 'libsql';
import { patiently } from './sqlite-patience.ts';

/**
 * A driver for a file that other connections write too. A transaction takes the write lock at its start, so that it
 * never has to be undone halfway; and every statement waits for its turn.
 */
export class PatientSqliteDriver extends SqliteDriver {
  readonly #connection: DatabaseConnection;

  constructor(database: Database.Database) {
    super({ database });
    this.#connection = new PatientConnection(database);
  }

  /** Kysely's own connection is the token of its mutex; the work is done by ours. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    await super.acquireConnection();
    return this.#connection;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class PatientConnection implements DatabaseConnection {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Retries with the same statement: one that was busy stays half-run, and bars every commit, until it runs again. */
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = await patiently(() => this.#database.prepare(sql));
    return patiently(() => run<Row>(statement, parameters));
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    for (const row of this.#database.prepare(sql).iterate(parameters)) yield { rows: [row as Row] };
  }
}

function run<Row>(statement: Database.Statement, parameters: readonly unknown[]): QueryResult<Row> {
  if (statement.reader) return { rows: statement.all(parameters) as Row[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}
