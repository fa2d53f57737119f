import { availableParallelism } from 'node:os';
import type { Session } from 'chdb';
import { type GuestQuestion, guestLimits } from '../engine.ts';
import { SessionPool } from './session-pool.ts';

/** The last one forbids to change any of them again. */
const settings = {
  max_execution_time: guestLimits.seconds,
  timeout_overflow_mode: 'throw',
  max_memory_usage: guestLimits.memoryBytes,
  max_result_rows: guestLimits.rows,
  // The limit of rows is not looked at within a block, which a join of arrays makes as long as it likes.
  limit: guestLimits.rows + 1,
  max_result_bytes: guestLimits.bytes,
  result_overflow_mode: 'throw',
  max_temporary_data_on_disk_size_for_query: guestLimits.memoryBytes,
  max_threads: Math.max(1, Math.floor(availableParallelism() / 2)),
  os_threads_nice_value_query: 19,
  readonly: 1,
} as const;

const settingsSql = `SET ${Object.entries(settings)
  .map(([name, value]) => `${name} = ${typeof value === 'string' ? `'${value}'` : value}`)
  .join(', ')}`;

/** One session, opened when it is first needed, in which questions wait for each other. */
export class GuestSession {
  readonly #open: () => Session;
  #opened: Promise<{ readonly session: Session; readonly pool: SessionPool<Session> }> | undefined;
  #isClosed = false;

  constructor(open: () => Session) {
    this.#open = open;
  }

  async ask({ sql, database, format }: GuestQuestion, signal?: AbortSignal): Promise<Buffer> {
    if (this.#isClosed) throw new Error('closed already');
    this.#opened ??= this.#begin();
    const { pool } = await this.#opened;
    return pool.use(async (session) => {
      await session.queryAsync(`USE ${database}`);
      signal?.throwIfAborted();
      return Buffer.from((await session.queryAsync(sql, { format })).bytes());
    });
  }

  /** Waits for the questions under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const opened = await this.#opened;
    await opened?.pool.close();
    opened?.session.close();
  }

  async #begin() {
    const session = this.#open();
    await session.queryAsync(settingsSql);
    return { session, pool: new SessionPool([session]) };
  }
}
