import type { DatasetVersion, VersionStore } from '../warehouse/versions.ts';
import type { CurrentDataset, Dataset } from './current-dataset.ts';

export interface PollOptions {
  /** Milliseconds between looks; default a second. */
  readonly everyMs?: number;
  /** Hears of a look that failed; what was served stays served. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The served version, held in memory: requests never wait for the accounts database to learn it. It is looked up again
 * about once a second, so that a publish of another process or node is noticed.
 */
export class PolledDataset implements CurrentDataset {
  readonly #versions: VersionStore;
  #served: Dataset | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(versions: VersionStore) {
    this.#versions = versions;
  }

  current(): Dataset | undefined {
    return this.#served;
  }

  /** Looks now: at the start, and after a publish in this process. @throws what the database reports. */
  async refresh(): Promise<void> {
    const latest = await this.#versions.current();
    // Two looks may overtake each other; versions only grow.
    if (latest !== undefined && latest.version > (this.#served?.version ?? 0)) this.#served = datasetOf(latest);
  }

  /** Begins to look again and again, until {@link stop}. */
  poll({ everyMs = 1_000, onError = () => {} }: PollOptions = {}): void {
    this.#timer = setInterval(() => void this.refresh().catch(onError), everyMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function datasetOf({ version, asOf }: DatasetVersion): Dataset {
  return { version, asOf };
}
