import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { isBusy } from '../../accounts/sqlite-busy.ts';
import { MirrorError } from '../mirror-error.ts';

/** One that asks whether a mirror runs holds the lock for a moment. */
const waitMsMax = 2_000;

/**
 * The right to be the only mirror of a directory. The system takes the lock of a file back when its process ends,
 * however it ends.
 */
export class MirrorLock {
  readonly #database: Database.Database;

  private constructor(database: Database.Database) {
    this.#database = database;
  }

  /** @throws MirrorError while another mirror has it */
  static take(directory: string): MirrorLock {
    const lock = MirrorLock.#tryTake(directory, waitMsMax);
    if (lock === undefined)
      throw new MirrorError('another mirror runs on this data directory: wait until it has ended');
    return lock;
  }

  /** Whether a mirror runs. */
  static isTaken(directory: string): boolean {
    const lock = MirrorLock.#tryTake(directory, 0);
    lock?.release();
    return lock === undefined;
  }

  release(): void {
    this.#database.close();
  }

  static #tryTake(directory: string, timeout: number): MirrorLock | undefined {
    mkdirSync(directory, { recursive: true });
    const database = new Database(join(directory, 'lock.sqlite'), { timeout });
    try {
      database.exec('BEGIN EXCLUSIVE');
      return new MirrorLock(database);
    } catch (error) {
      database.close();
      if (isBusy(error)) return undefined;
      throw error;
    }
  }
}
