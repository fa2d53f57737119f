import type Database from 'libsql';
import { retryWhileBusy } from './sqlite-busy.ts';

const statementsMax = 100;

/** The statements of a connection, prepared once by their text. Each waits for its turn on the file. */
export class PreparedStatements {
  readonly #database: Database.Database;
  readonly #statementByText = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /**
   * Retries with the same statement: one that was busy stays half-run, and bars every commit, until it runs again. One
   * that failed for good is let go of, so that it bars nobody.
   */
  async use<Result>(sql: string, run: (statement: Database.Statement) => Result): Promise<Result> {
    const statement = this.#statementByText.get(sql) ?? (await retryWhileBusy(() => this.#prepare(sql)));
    try {
      return await retryWhileBusy(() => run(statement));
    } catch (error) {
      this.#statementByText.delete(sql);
      throw error;
    }
  }

  #prepare(sql: string): Database.Statement {
    const statement = this.#database.prepare(sql);
    if (this.#statementByText.size >= statementsMax) this.#statementByText.clear();
    this.#statementByText.set(sql, statement);
    return statement;
  }
}
