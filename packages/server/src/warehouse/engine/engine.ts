/** A typed query parameter: bound by the engine, never spliced into the SQL. Arrays bind to `Array(...)`. */
export type SqlParameter = string | number | bigint | boolean | readonly (string | number | bigint)[];

export type SqlParameters = Readonly<Record<string, SqlParameter>>;

/** A SELECT that was not written by us. */
export interface GuestQuestion {
  readonly sql: string;
  /** Where names without a database are looked up. */
  readonly database: string;
  /** Name of an output format of ClickHouse. */
  readonly format: string;
}

/** What a {@link GuestQuestion} may take. */
export const guestLimits = {
  seconds: 20,
  memoryBytes: 1024 ** 3,
  rows: 1_000_000,
  /** Of the answer, as columns in memory. */
  bytes: 256 * 1024 ** 2,
} as const;

/**
 * The analytics engine: chDB inside the process or a ClickHouse server, the same SQL on both.
 *
 * Every method rejects with {@link EngineError}. Parameters are written `{name:Type}` in the SQL.
 */
export interface Engine {
  /** Where the engine lives, for logs and `vitrine doctor`: a directory or a URL without credentials. */
  readonly location: string;
  /** Runs a statement that returns nothing (DDL, INSERT … SELECT, DROP PARTITION). */
  command(sql: string, parameters?: SqlParameters): Promise<void>;
  /** Runs a SELECT without a FORMAT clause and parses its rows. 64-bit integers arrive as strings. */
  rows<Row>(sql: string, parameters?: SqlParameters): Promise<readonly Row[]>;
  /** Runs a SELECT that ends in a FORMAT clause and returns its bytes whole: for answers known to be small. */
  bytes(sql: string, parameters?: SqlParameters): Promise<Buffer>;
  /** As {@link bytes}, in pieces, for answers of any size. */
  stream(sql: string, parameters?: SqlParameters): AsyncIterable<Uint8Array>;
  /**
   * Runs a SELECT without a FORMAT clause and writes its answer, of any size, to a new file on this machine.
   *
   * @param format name of an output format of ClickHouse.
   * @param signal gives it up; it rejects then, and leaves a part of the file.
   */
  writeFile(path: string, format: string, sql: string, parameters?: SqlParameters, signal?: AbortSignal): Promise<void>;
  /**
   * Inserts newline-delimited JSON rows. Resolves when they are durable; on rejection none of them is in the table.
   * Unknown fields are skipped, absent ones take the column's default.
   *
   * @param token names the rows: inserted again under it, they change nothing, neither in the table nor in what views
   * make of it, as long as these tables remember it (`non_replicated_deduplication_window`). Also completes an insert
   * that failed halfway, which then may have reached the table without its views.
   */
  insert(table: string, ndjson: Buffer, columns?: readonly string[], token?: string): Promise<void>;
  /**
   * Runs a SELECT where nothing can be written, no setting changed, no file or address read through a table function,
   * and within {@link guestLimits}: one at a time, behind everything else. Which tables and functions it names is for
   * the caller to check.
   *
   * @param signal gives it up; it rejects then.
   */
  guest(question: GuestQuestion, signal?: AbortSignal): Promise<Buffer>;
  /** Finishes the statements under way; later ones are rejected. */
  close(): Promise<void>;
}

/** What the engine said of a statement it refused. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** ClickHouse's own error name, such as `UNKNOWN_TABLE`; `UNKNOWN` when it gave none. */
  readonly type: string;

  constructor(message: string, type: string, options?: ErrorOptions) {
    super(message, options);
    this.type = type;
  }
}
