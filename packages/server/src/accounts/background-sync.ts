import { setTimeout as delay } from 'node:timers/promises';
import { AccountsUnavailable } from './unavailable.ts';

const pauseMsDefault = 50;

/** Brings what was committed to the disk, sooner or later. */
export interface Durability {
  /** Refuses a write before it is made while the disk does not keep what is written. @throws AccountsUnavailable */
  requireDisk(): void;
  /** To be told after each commit. */
  committed(): void;
  /** Brings the last commits to the disk, and lets go of it. */
  close(): Promise<void>;
}

/** The part of `FileHandle` that is used. */
export interface SyncedFile {
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Syncs a file in the background: at once after a commit, unless a sync is under way or ended a moment ago, then after
 * that. What the operating system holds and the disk does not is thus never older than one sync and the pause.
 */
export class BackgroundSync implements Durability {
  readonly #file: SyncedFile;
  readonly #pauseMs: number;
  readonly #closing = new AbortController();
  #isBehind = false;
  #running: Promise<void> | undefined;
  #failure: Error | undefined;

  constructor(file: SyncedFile, pauseMs = pauseMsDefault) {
    this.#file = file;
    this.#pauseMs = pauseMs;
  }

  requireDisk(): void {
    if (this.#failure === undefined) return;
    throw new AccountsUnavailable(`cannot sync writes to disk: ${this.#failure.message}`, {
      cause: this.#failure,
    });
  }

  committed(): void {
    this.#isBehind = true;
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    if (this.#isBehind) await this.#sync();
    await this.#file.close();
  }

  async #run(): Promise<void> {
    while (this.#isBehind && !this.#closing.signal.aborted) {
      await this.#sync();
      await this.#pause();
    }
    this.#running = undefined;
  }

  async #sync(): Promise<void> {
    this.#isBehind = false;
    try {
      await this.#file.datasync();
      this.#failure = undefined;
    } catch (error) {
      this.#isBehind = true;
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Does not keep a process alive that has nothing else to do. */
  #pause(): Promise<void> {
    return delay(this.#pauseMs, undefined, { ref: false, signal: this.#closing.signal }).catch(() => {});
  }
}
