/// <reference lib="es2024.string" />
import type { Reject } from './validating/rejects.ts';

/** What a run of ingest did. */
export interface IngestSummary {
  readonly batch: number;
  /** File name, `stdin` or `http`. */
  readonly source: string;
  /** Records that are in, by kind. */
  readonly records: Readonly<Record<string, number>>;
  /** Lines that are not. */
  readonly rejected: number;
  /** Skipped records of erased creators; absent when there were none. */
  readonly forgotten?: number;
  /** How many records carried a field that is not known, by `kind.field`; the 200 names met first. */
  readonly unknownFields: Readonly<Record<string, number>>;
  /**
   * Of these names the ones that look misspelt, and the field that was most likely meant; absent when there are none.
   */
  readonly meantFields?: Readonly<Record<string, string>>;
  /** Bytes read from the source, as they are stored there. */
  readonly bytes: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** NDJSON of {@link Reject}; absent when there were none. */
  readonly rejectsFile?: string;
  readonly firstRejects: readonly Reject[];
}

/** Whether every line was rejected. */
export function isNothing({ records, rejected, forgotten = 0 }: IngestSummary): boolean {
  return rejected > 0 && forgotten === 0 && Object.keys(records).length === 0;
}

/** How far a run of ingest is. */
export interface IngestProgress {
  /** Bytes read from the source, as they are stored there. */
  readonly bytes: number;
  /** Good records read; the last few thousand of them may still be on their way into the engine. */
  readonly records: number;
  readonly rejected: number;
}

/** Counts by name, for at most so many names. */
export class CappedCounts {
  readonly #counts = new Map<string, number>();
  readonly #namesMax: number;

  constructor(namesMax: number) {
    this.#namesMax = namesMax;
  }

  add(given: string, by = 1): void {
    const name = given.toWellFormed();
    const count = this.#counts.get(name);
    if (count !== undefined) this.#counts.set(name, count + by);
    else if (this.#counts.size < this.#namesMax) this.#counts.set(name, by);
  }

  toObject(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
