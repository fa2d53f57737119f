import { CompiledQuery, type DatabaseConnection, type QueryResult, SqliteDriver } from 'kysely';
import type Database from 'libsql';
import type { Durability } from './background-sync.ts';
import { PreparedStatements } from './prepared-statements.ts';

/**
 * A driver for a file that other connections write too. A transaction takes the write lock at its start, so that it
 * never has to be undone halfway, and every statement waits for its turn. What is confirmed outlives the process; the
 * disk gets it in the background.
 */
export class RetryingSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #durability: Durability;
  readonly #connection: DatabaseConnection;

  constructor(database: Database.Database, durability: Durability) {
    super({ database });
    this.#database = database;
    this.#durability = durability;
    this.#connection = new RetryingConnection(database, durability);
  }

  /** Kysely's own connection is the token of its mutex; the work is done by ours. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    await super.acquireConnection();
    return this.#connection;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite has undone some failed transactions by itself; there is nothing to take back then. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }

  /**
   * What is in the write-ahead log moves to the database: a directory that is copied after a clean stop has it in one
   * file.
   */
  override async destroy(): Promise<void> {
    emptyLog(this.#database);
    await super.destroy();
    await this.#durability.close();
  }
}

/** As far as no other connection uses it. */
function emptyLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // It stays as long as it is, and is read at the next start.
  }
}

class RetryingConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #durability: Durability;
  readonly #statements: PreparedStatements;

  constructor(database: Database.Database, durability: Durability) {
    this.#database = database;
    this.#durability = durability;
    this.#statements = new PreparedStatements(database);
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const mayWrite = query.kind !== 'SelectQueryNode';
    if (mayWrite && !this.#database.inTransaction) this.#durability.requireDisk();
    const result = await this.#statements.use(sql, (statement) => run<Row>(statement, parameters));
    if (mayWrite && !this.#database.inTransaction) this.#durability.committed();
    return result;
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
