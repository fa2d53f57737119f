import type { VersionStore } from '../warehouse/versions.ts';
import type { CurrentDataset, Dataset } from './current-dataset.ts';
import type { MovedIds } from './moved-ids.ts';

export interface PollOptions {
  /** Milliseconds between looks; default a second. */
  readonly everyMs?: number;
  /** Hears of a look that failed; what was served stays served. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Makes a version quick to read before it is served. It never throws: what cannot be made quick is served all the same.
 */
export type Preparation = (version: number) => Promise<void>;

/**
 * The served version, held in memory: requests never wait for the accounts database to learn it. It is looked up again
 * about once a second, so that a publish or rollback of another process or node is noticed.
 */
export class PolledDataset implements CurrentDataset {
  readonly #versions: VersionStore;
  readonly #movedIdsOf: (version: number) => Promise<MovedIds>;
  #prepare: Preparation = async () => {};
  #served: Dataset | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looks: Promise<void> = Promise.resolve();
  #looksWaiting = 0;

  /** @param movedIdsOf reads the ids of a version that are served under others; default: none are. */
  constructor(versions: VersionStore, movedIdsOf: (version: number) => Promise<MovedIds> = async () => new Map()) {
    this.#versions = versions;
    this.#movedIdsOf = movedIdsOf;
  }

  current(): Dataset | undefined {
    return this.#served;
  }

  /** From now on, a new version is prepared before it takes the place of the one that is served. */
  prepareWith(prepare: Preparation): void {
    this.#prepare = prepare;
  }

  /**
   * Looks now: at the start, and after a publish in this process. Resolves when the version found is served.
   *
   * @throws what the database reports.
   */
  refresh(): Promise<void> {
    this.#looksWaiting++;
    const look = this.#looks.then(() => this.#look()).finally(() => this.#looksWaiting--);
    // One after the other, so that the last one found is served. A look that failed is its caller's to hear of.
    this.#looks = look.catch(() => {});
    return look;
  }

  /** Begins to look again and again, until {@link stop}. */
  poll({ everyMs = 1_000, onError = () => {} }: PollOptions = {}): void {
    this.#timer = setInterval(() => {
      if (this.#looksWaiting === 0) void this.refresh().catch(onError);
    }, everyMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const latest = await this.#versions.current();
    if (latest === undefined || latest.version === this.#served?.version) return;
    const { version, asOf, builtAt } = latest;
    const lists = await this.#versions.lists(version);
    const movedIds = await this.#movedIdsOf(version);
    const next = { version, asOf, builtAt, ...(lists && { lists }), ...(movedIds.size > 0 && { movedIds }) };
    // Slow answers are better than none.
    if (this.#served === undefined) this.#served = next;
    await this.#prepare(version);
    this.#served = next;
  }
}
