import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type ChdbResult, Session } from 'chdb';
import { type Engine, EngineError, type GuestQuestion, type SqlParameters } from '../engine.ts';
import { bindingOf } from './bound-parameters.ts';
import { GuestSession } from './guest-session.ts';
import { SessionPool } from './session-pool.ts';

export interface ChdbOptions {
  /** Data directory of the engine; made when missing. One process at a time. */
  readonly directory: string;
  /** Queries that may run at the same time; each takes a session of its own. */
  readonly sessions?: number;
}

/** Two for trends and rankings and two for a publish, and one more, so that pages are never without one. */
const sessionsUsual = 5;

/**
 * Opens ClickHouse inside this process on a directory.
 *
 * @throws EngineError of type `DIRECTORY_IN_USE` when another process has it open.
 */
export async function openChdb({ directory, sessions = sessionsUsual }: ChdbOptions): Promise<Engine> {
  mkdirSync(directory, { recursive: true });
  const opened: Session[] = [];
  try {
    for (let i = 0; i < sessions; i++) opened.push(new Session(directory, { connectionArgs }));
    await opened[0]?.queryAsync('SELECT 1');
  } catch (cause) {
    for (const session of opened) session.close();
    throw openFailure(directory, cause);
  }
  return new ChdbEngine(directory, opened);
}

/**
 * `rows` parses JSON: 64-bit integers must come as strings or they lose digits. What a publish writes, every core sorts
 * and packs.
 */
const connectionArgs = [
  '--output_format_json_quote_64bit_integers=1',
  `--max_insert_threads=${availableParallelism()}`,
  // Where the process may set priorities (root, CAP_SYS_NICE); elsewhere it is as if nothing was said, here and below.
  '--os_threads_nice_value_merge_mutate=19',
  // A publish has hundreds of expressions. Compiling them is half its work on a small marketplace, and gains nothing on
  // a large one.
  '--compile_expressions=0',
  '--compile_aggregate_expressions=0',
  '--compile_sort_description=0',
  // Most of what is read is a page: more threads to write it down cost more than they gain.
  '--output_format_parallel_formatting=0',
];

/**
 * How the engine reads NDJSON: lenient where nothing is lost, JSON values into text columns as they came. A chunk may
 * hold any number of months: a history sorted by product has all of them in each.
 */
export const ndjsonInputSettings = {
  max_partitions_per_insert_block: 0,
  date_time_input_format: 'best_effort',
  input_format_skip_unknown_fields: 1,
  input_format_null_as_default: 1,
  input_format_json_read_objects_as_strings: 1,
  input_format_json_read_arrays_as_strings: 1,
  input_format_json_ignore_unknown_keys_in_named_tuple: 1,
  input_format_json_defaults_for_missing_elements_in_named_tuple: 1,
} as const;

/**
 * What is inserted under a token is small, and nobody waits for it: one thread, behind the answers. Asynchronous
 * inserts know no token.
 */
function onceUnder(token: string) {
  return {
    ...behindAnswers,
    async_insert: 0,
    insert_deduplicate: 1,
    insert_deduplication_token: token,
    deduplicate_blocks_in_dependent_materialized_views: 1,
  } as const;
}

const behindAnswers = {
  max_threads: 1,
  max_insert_threads: 1,
  input_format_parallel_parsing: 0,
  os_threads_nice_value_query: 19,
  os_threads_nice_value_materialized_view: 19,
} as const;

const writing = 'INSERT INTO FUNCTION file';
const writingSettings = 'SETTINGS output_format_parallel_formatting = 1';

class ChdbEngine implements Engine {
  readonly location: string;
  readonly #sessions: readonly Session[];
  readonly #pool: SessionPool<Session>;
  readonly #guest: GuestSession;

  constructor(directory: string, sessions: readonly Session[]) {
    this.location = directory;
    this.#sessions = sessions;
    this.#pool = new SessionPool(sessions);
    this.#guest = new GuestSession(() => new Session(directory, { connectionArgs }));
  }

  async command(sql: string, parameters: SqlParameters = {}): Promise<void> {
    await this.#run(sql, parameters, 'Null');
  }

  async rows<Row>(sql: string, parameters: SqlParameters = {}): Promise<readonly Row[]> {
    const result = await this.#run(sql, parameters, 'JSONEachRow');
    const text = result.text().trimEnd();
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Row);
  }

  async bytes(sql: string, parameters: SqlParameters = {}): Promise<Buffer> {
    return Buffer.from((await this.#run(sql, parameters, 'JSONEachRow')).bytes());
  }

  async *stream(sql: string, parameters: SqlParameters = {}): AsyncIterable<Uint8Array> {
    const binding = bindingOf(sql, parameters);
    const chunks = this.#pool.stream(async function* (session) {
      await bind(session, binding);
      yield* session.queryStream(sql);
    });
    try {
      for await (const chunk of chunks) yield chunk.raw();
    } catch (cause) {
      throw statementFailure(cause);
    }
  }

  async writeFile(
    path: string,
    format: string,
    sql: string,
    parameters: SqlParameters = {},
    signal?: AbortSignal,
  ): Promise<void> {
    const target = { written_path: path, written_format: format };
    const write = () =>
      this.command(`${writing}({written_path:String}, {written_format:String}) ${writingSettings} ${sql}`, {
        ...parameters,
        ...target,
      });
    const isOurs = `startsWith(query, '${writing}') AND position(query, {path:String}) > 0`;
    await this.#untilGivenUp(write, signal, isOurs, { path });
  }

  async insert(table: string, ndjson: Buffer, columns?: readonly string[], token?: string): Promise<void> {
    const settings = token === undefined ? ndjsonInputSettings : { ...ndjsonInputSettings, ...onceUnder(token) };
    const params = { table, values: ndjson, format: 'JSONEachRow' as const, settings };
    try {
      await this.#pool.use((session) => session.insert(columns === undefined ? params : { ...params, columns }));
    } catch (cause) {
      throw statementFailure(cause);
    }
  }

  async guest(question: GuestQuestion, signal?: AbortSignal): Promise<Buffer> {
    const { database } = question;
    try {
      const ask = () => this.#guest.ask(question, signal);
      return await this.#untilGivenUp(ask, signal, 'current_database = {database:String}', { database });
    } catch (cause) {
      throw statementFailure(cause);
    }
  }

  /** Waits for statements under way: the engine does not survive losing the session of one. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#guest.close()]);
    for (const session of this.#sessions) session.close();
  }

  /** Runs a statement, and kills it when the signal says so. @param isOurs says of `system.processes` which it is. */
  async #untilGivenUp<Result>(
    run: () => Promise<Result>,
    signal: AbortSignal | undefined,
    isOurs: string,
    parameters: SqlParameters,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const giveUp = () => void this.rows(`KILL QUERY WHERE ${isOurs} ASYNC`, parameters).catch(() => {});
    signal?.addEventListener('abort', giveUp);
    try {
      return await run();
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  }

  async #run(sql: string, parameters: SqlParameters, format: string): Promise<ChdbResult> {
    const binding = bindingOf(sql, parameters);
    try {
      return await this.#pool.use(async (session) => {
        await bind(session, binding);
        return session.queryAsync(sql, { format });
      });
    } catch (cause) {
      throw statementFailure(cause);
    }
  }
}

async function bind(session: Session, binding: string | undefined): Promise<void> {
  if (binding !== undefined) await session.queryAsync(binding);
}

function openFailure(directory: string, cause: unknown): EngineError {
  const holder = lockHolder(directory);
  if (holder === undefined) return statementFailure(cause);
  const advice = 'stop it, use its server (--server URL --token T), or choose another --data directory';
  const said = `the data directory ${directory} is in use by process ${holder}: ${advice}`;
  return new EngineError(said, 'DIRECTORY_IN_USE', { cause });
}

/** The engine prints who holds its lock only on standard error; its status file says it to us. */
function lockHolder(directory: string): number | undefined {
  try {
    const pid = Number(/PID: (\d+)/.exec(readFileSync(join(directory, 'status'), 'utf8'))?.[1]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

function statementFailure(cause: unknown): EngineError {
  const said = messageOf(cause);
  return new EngineError(said, /\(([A-Z][A-Z0-9_]+)\)\s*$/.exec(said)?.[1] ?? 'UNKNOWN', { cause });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
