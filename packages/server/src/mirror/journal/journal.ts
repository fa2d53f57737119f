import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { schema } from './schema.ts';

/**
 * How a call ended. `asked`: not yet or, of a process that was killed, unknown. `silent`: no answer came, or not a whole
 * one. `garbage`: the answer is not what was asked for. `failed`: an error.
 */
export type Outcome = 'asked' | 'kept' | 'unchanged' | 'garbage' | 'failed' | 'silent';

/** What is written down of an answer. */
export interface Answered {
  readonly outcome: Outcome;
  /** HTTP status; null when none came. */
  readonly status: number | null;
  readonly credits: number;
  /** UTC day that its rows state, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  readonly etag?: string | undefined;
  /** The answer itself, kept until it is ingested. */
  readonly body?: string | undefined;
  /** What it holds of each item; nothing unless rows came, or are unchanged. */
  readonly held?: readonly HeldPage[];
}

/** A page of an item that is held. */
export interface HeldPage {
  readonly item: string;
  /** From 1. */
  readonly page: number;
  readonly rows: number;
}

/** A response that waits to be ingested. */
export interface KeptResponse {
  readonly call: number;
  readonly asOf: string;
  readonly body: string;
}

export interface Spent {
  readonly credits: number;
  /** Of these, credits of calls whose answer never came: the upstream may have charged them. */
  readonly creditsUncertain: number;
}

/** The latest that is held of an item. */
export interface LastHeld {
  /** Day of the run that fetched it. */
  readonly day: string;
  /** UTC day its rows state. */
  readonly asOf: string;
}

const historyCallsMax = 200_000;

/**
 * What a mirror asked and got, in a file of the data directory. Everything is on the disk when a method returns: a call
 * is written down before it is made, and its answer before the next one.
 */
export class Journal {
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /** Whether there ever was a mirror. */
  static exists(directory: string): boolean {
    return existsSync(fileIn(directory));
  }

  static open(directory: string): Journal {
    mkdirSync(directory, { recursive: true });
    const database = new Database(fileIn(directory), { timeout: 5_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // What rows say of persons must not stay in free pages once they are in.
    database.pragma('secure_delete = ON');
    database.exec(schema);
    return new Journal(database);
  }

  close(): void {
    this.#database.close();
  }

  /** Writes down that a call is about to be made; until it is answered it counts as charged. @returns its number */
  begin(day: string, question: string, askedAt: number): number {
    const { lastInsertRowid } = this.#database
      .prepare(`INSERT INTO call (day, question, asked_at, outcome, credits) VALUES (?, ?, ?, 'asked', 1)`)
      .run([day, question, askedAt]);
    return Number(lastInsertRowid);
  }

  /** Writes down how a call ended, and what is held since. */
  answered(call: number, day: string, answer: Answered): void {
    const { outcome, status, credits, asOf = null, etag = null, body = null, held = [] } = answer;
    this.#atOnce(() => {
      this.#database
        .prepare('UPDATE call SET outcome = ?, status = ?, credits = ?, as_of = ?, etag = ?, body = ? WHERE id = ?')
        .run([outcome, status, credits, asOf, etag, body, call]);
      const hold = this.#database.prepare(
        'INSERT OR REPLACE INTO held (item, page, day, as_of, rows) VALUES (?, ?, ?, ?, ?)',
      );
      for (const { item, page, rows } of held) hold.run([item, page, day, asOf, rows]);
    });
  }

  /** Writes down that the rows of a page are still those that are held of some items. */
  unchanged(call: number, day: string, items: readonly string[], page: number): void {
    this.#atOnce(() => {
      this.#database
        .prepare(`UPDATE call SET outcome = 'unchanged', status = 304, credits = 0 WHERE id = ?`)
        .run([call]);
      const hold = this.#database.prepare('UPDATE held SET day = ? WHERE item = ? AND page = ?');
      for (const item of items) hold.run([day, item, page]);
    });
  }

  /** Writes down that a run of the day has done what it could for some items. */
  tried(items: readonly string[], day: string): void {
    const come = this.#database.prepare('INSERT OR REPLACE INTO tried (item, day) VALUES (?, ?)');
    this.#atOnce(() => {
      for (const item of items) come.run([item, day]);
    });
  }

  /** Day of the last run that came to an item; empty: none did. */
  lastTried(item: string): string {
    return this.#row<{ day: string }>('SELECT day FROM tried WHERE item = ?', [item])?.day ?? '';
  }

  /** Credits of a day, of all runs. */
  spent(day: string): Spent {
    const row = this.#row<{ credits: number; uncertain: number }>(
      `SELECT coalesce(sum(credits), 0) AS credits,
        coalesce(sum(iif(outcome IN ('asked', 'silent'), credits, 0)), 0) AS uncertain FROM call WHERE day = ?`,
      [day],
    );
    return { credits: Number(row?.credits ?? 0), creditsUncertain: Number(row?.uncertain ?? 0) };
  }

  /** Credits of the last day that has any. */
  spentLastDay(): Spent {
    return this.spent(this.#row<{ day: string }>('SELECT day FROM call ORDER BY id DESC LIMIT 1', [])?.day ?? '');
  }

  /** Rows of a page that a run of the day fetched; undefined: none did. */
  rowsHeld(item: string, page: number, day: string): number | undefined {
    const sql = 'SELECT rows FROM held WHERE item = ? AND page = ? AND day = ?';
    return this.#row<{ rows: number }>(sql, [item, page, day])?.rows;
  }

  /** Undefined: it was never fetched. */
  lastHeld(item: string, page = 1): LastHeld | undefined {
    return this.#row<LastHeld>('SELECT day, as_of AS asOf FROM held WHERE item = ? AND page = ?', [item, page]);
  }

  /** What the upstream called its last answer to a question. */
  etagOf(question: string): string | undefined {
    const sql = 'SELECT etag FROM call WHERE question = ? AND etag IS NOT NULL ORDER BY id DESC LIMIT 1';
    return this.#row<{ etag: string }>(sql, [question])?.etag;
  }

  /** Days stated by responses that wait to be ingested, oldest first. */
  keptDays(): readonly string[] {
    const rows = this.#database.prepare('SELECT DISTINCT as_of FROM call WHERE body IS NOT NULL ORDER BY 1').all([]);
    return (rows as { as_of: string }[]).map(({ as_of }) => as_of);
  }

  /** Responses of a day that wait, one at a time, in the order they came. */
  *kept(asOf: string): Generator<KeptResponse> {
    const next =
      'SELECT id AS call, as_of AS asOf, body FROM call WHERE as_of = ? AND body IS NOT NULL AND id > ? LIMIT 1';
    for (let last = 0; ; ) {
      const row = this.#row<KeptResponse>(next, [asOf, last]);
      if (row === undefined) return;
      last = row.call;
      yield row;
    }
  }

  /** Writes down which batch has the responses of a day up to a call, and drops them. */
  ingested(asOf: string, callMax: number, batch: number): void {
    this.#atOnce(() => {
      this.#database
        .prepare('UPDATE call SET body = NULL, batch = ? WHERE as_of = ? AND body IS NOT NULL AND id <= ?')
        .run([batch, asOf, callMax]);
      this.#database
        .prepare('DELETE FROM call WHERE body IS NULL AND id <= (SELECT max(id) FROM call) - ?')
        .run([historyCallsMax]);
    });
    this.#emptyLog();
  }

  /** Drops a response of which ingest can make nothing. */
  unreadable(call: number): void {
    this.#database.prepare(`UPDATE call SET outcome = 'garbage', body = NULL WHERE id = ?`).run([call]);
    this.#emptyLog();
  }

  /** Keeps the report of a run; one of the same day is replaced. */
  keepReport(day: string, report: object): void {
    this.#database.prepare('INSERT OR REPLACE INTO run (day, report) VALUES (?, ?)').run([day, JSON.stringify(report)]);
  }

  /** The report of a day, or of the last one. */
  report<Report>(day?: string): Report | undefined {
    const where = day === undefined ? '' : 'WHERE day = ?';
    const sql = `SELECT report FROM run ${where} ORDER BY day DESC LIMIT 1`;
    const row = this.#row<{ report: string }>(sql, day === undefined ? [] : [day]);
    return row === undefined ? undefined : (JSON.parse(row.report) as Report);
  }

  /** What was deleted still stands in the write-ahead log, which is not emptied when the database is closed. */
  #emptyLog(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
  }

  #row<Row>(sql: string, parameters: readonly unknown[]): Row | undefined {
    return this.#database.prepare(sql).get(parameters as unknown[]) as Row | undefined;
  }

  #atOnce(work: () => void): void {
    this.#database.transaction(work).immediate();
  }
}

function fileIn(directory: string): string {
  return join(directory, 'journal.sqlite');
}
