import { ApiError, errors } from '../../kernel/errors.ts';
import { type Engine, EngineError, guestLimits } from '../../warehouse/engine/engine.ts';
import { stateDatabase } from '../../warehouse/publish/state-database.ts';
import type { DatasetVersion, VersionStore } from '../../warehouse/versions.ts';
import { type AllowedFunctions, allowedFunctions } from './allowed-functions.ts';
import { checkStatement, refusal } from './check-statement.ts';
import type { View } from './view.ts';

/** Formats of a file, and what the engine calls them. */
export const sqlFormats = { csv: 'CSVWithNames', ndjson: 'JSONEachRow', parquet: 'Parquet' } as const;
export type SqlFormat = keyof typeof sqlFormats;

export interface SqlQueriesParts {
  readonly engine: Engine;
  readonly versions: Pick<VersionStore, 'current'>;
  readonly views: readonly View[];
}

/** What a statement was answered from. */
type Answered = Pick<DatasetVersion, 'version' | 'asOf'>;

export interface SqlFile extends Answered {
  readonly bytes: Buffer;
}

export interface SqlRows extends Answered {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** A value a column; 64-bit whole numbers are strings of digits. */
  readonly rows: readonly (readonly unknown[])[];
}

/** Characters of a statement. */
const lengthMax = 100_000;

/** The one under way, and one that waits: both are answered before a client or proxy gives up. */
const atOnceMax = 2;

/** Of an answer as JSON: it is parsed and written on the thread that serves everybody. */
const jsonBytesMax = 16 * 1024 ** 2;

/** Answers SELECTs over documented views of the version that is served. */
export class SqlQueries {
  readonly #parts: SqlQueriesParts;
  #functions: Promise<AllowedFunctions> | undefined;
  /** The database of views that there is. */
  #made: string | undefined;
  /** The statement before: one is answered after the other, so that the views of one do not go meanwhile. */
  #before: Promise<unknown> = Promise.resolve();
  #running = 0;

  constructor(parts: SqlQueriesParts) {
    this.#parts = parts;
  }

  /**
   * The rows of a SELECT.
   *
   * @throws ApiError sql-refused: not one SELECT over the views, or more than it may take; overloaded: too many wait;
   * dataset-missing before the first publish.
   */
  async rows(sql: string, signal?: AbortSignal): Promise<SqlRows> {
    const { bytes, ...answered } = await this.#ask(sql, 'JSONCompact', signal);
    if (bytes.length > jsonBytesMax)
      throw refusal(
        `the answer has more than ${jsonBytesMax / 1024 ** 2} MiB as JSON: add LIMIT, or ask for csv, ndjson or parquet`,
      );
    const { meta, data } = JSON.parse(String(bytes)) as { meta: SqlRows['columns']; data: SqlRows['rows'] };
    return { ...answered, columns: meta, rows: data };
  }

  /** The same as a file. @throws ApiError as {@link rows} */
  file(sql: string, format: SqlFormat, signal?: AbortSignal): Promise<SqlFile> {
    return this.#ask(sql, sqlFormats[format], signal);
  }

  async #ask(sql: string, format: string, signal: AbortSignal | undefined): Promise<SqlFile> {
    if (sql.length > lengthMax) throw refusal(`expected at most ${lengthMax} characters, got ${sql.length}`);
    if (sql.includes('\0')) throw refusal('expected text without NUL characters');
    if (this.#running >= atOnceMax) throw new ApiError(errors.overloaded, {}, { headers: { 'Retry-After': '5' } });
    const place = this.#takePlace(signal);
    try {
      return await this.#inTurn(() => {
        place.begin();
        return this.#answer(sql, format, signal);
      });
    } catch (cause) {
      throw signal?.aborted ? signal.reason : this.#told(cause);
    } finally {
      place.leave();
    }
  }

  /** A place among those that run or wait. Whoever gives up while it waits makes room at once. */
  #takePlace(signal: AbortSignal | undefined) {
    let isTaken = true;
    this.#running++;
    const leave = () => {
      if (isTaken) this.#running--;
      isTaken = false;
      signal?.removeEventListener('abort', leave);
    };
    signal?.addEventListener('abort', leave);
    return { leave, begin: () => signal?.removeEventListener('abort', leave) };
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#before.then(work);
    this.#before = answer.catch(() => {});
    return answer;
  }

  async #answer(sql: string, format: string, signal: AbortSignal | undefined): Promise<SqlFile> {
    signal?.throwIfAborted();
    const { engine, versions } = this.#parts;
    const statement = await this.#plain(sql);
    const current = await versions.current();
    if (current === undefined) throw new ApiError(errors.datasetMissing, {});
    const database = await this.#database(current);
    const explained = await engine.guest({ sql: `EXPLAIN AST ${statement}`, database, format: 'TSVRaw' });
    checkStatement(String(explained), await this.#allowed());
    const bytes = await engine.guest({ sql: statement, database, format }, signal);
    if (bytes.length > guestLimits.bytes) throw refusal(tooLarge);
    return { bytes, version: current.version, asOf: current.asOf };
  }

  /** What the engine refuses is the statement's fault. */
  #told(cause: unknown): unknown {
    if (!(cause instanceof EngineError) || cause.type === 'UNKNOWN') return cause;
    const views = () => `: the views are ${this.#parts.views.map(({ name }) => name).join(', ')}`;
    return refusal(advice[cause.type] ?? reasonIn(cause.message) + (cause.type === 'UNKNOWN_TABLE' ? views() : ''));
  }

  /** The one SELECT, as the engine writes it: without comments. Only a SELECT may be explained, as others are run. */
  async #plain(sql: string): Promise<string> {
    const [{ statement = '' } = {}] = await this.#parts.engine.rows<{ statement: string }>(
      'SELECT formatQuerySingleLine({sql:String}) AS statement',
      { sql },
    );
    if (/^\(*(SELECT|WITH)\b/.test(statement)) return statement;
    throw refusal(`expected a SELECT, got ${JSON.stringify(statement.slice(0, 40))}`);
  }

  #allowed(): Promise<AllowedFunctions> {
    this.#functions ??= allowedFunctions(this.#parts.engine).catch((cause: unknown) => {
      this.#functions = undefined;
      throw cause;
    });
    return this.#functions;
  }

  /** The database with the views of the version. They take no room, and are made anew after each publish. */
  async #database({ version, lineage }: DatasetVersion): Promise<string> {
    const { engine, views } = this.#parts;
    const database = `sql_${version}`;
    if (this.#made === database) return database;
    if (this.#made !== undefined) await this.#drop(this.#made);
    this.#made = undefined;
    await this.#drop(database);
    await engine.command(`CREATE DATABASE ${database} ENGINE = Memory`);
    for (const { name, select } of views) {
      const ofVersion = select
        .replaceAll('{version:UInt32}', String(version))
        .replaceAll('{state:Identifier}', stateDatabase(lineage));
      await engine.command(`CREATE VIEW ${database}.${name} AS ${ofVersion}`);
    }
    this.#made = database;
    return database;
  }

  async #drop(database: string): Promise<void> {
    await this.#parts.engine.command(`DROP DATABASE IF EXISTS ${database}`);
  }
}

const tooLarge = `the answer has more than ${guestLimits.rows} rows or ${guestLimits.bytes / 1024 ** 2} MiB: narrow it down or add LIMIT`;

const advice: Readonly<Record<string, string>> = {
  TIMEOUT_EXCEEDED: `it took more than ${guestLimits.seconds} seconds: narrow it down`,
  MEMORY_LIMIT_EXCEEDED: `it needs more than ${guestLimits.memoryBytes / 1024 ** 2} MiB of memory: narrow it down`,
  TOO_MANY_ROWS_OR_BYTES: tooLarge,
};

/** The engine's message without its numbers, what it calls our databases, and the statement over again. */
function reasonIn(message: string): string {
  return message
    .replace(/^((Code: \d+\. )?DB::Exception: )+/, '')
    .replace(/\s*(In scope|: In scope|while executing|: While|Maybe you meant)[\s\S]*$/i, '')
    .replace(/\s*\(version [^)]*\)/g, '')
    .replace(/\s*\([A-Z_]+\)\s*$/, '')
    .replace(/\bsql_\d+\./g, '')
    .slice(0, 500);
}
