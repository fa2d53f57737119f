/** Requests that are sent over and over. */
export interface LoadOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Path and query. */
  readonly requests: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second of all connections together; undefined: as many as are answered. */
  readonly ratePerSecond?: number;
  /** What all rows of an answer have, or none. */
  readonly mark?: RowMark;
}

/** A text that a field of a row may have. */
export interface RowMark {
  readonly field: string;
  readonly value: string;
}

/** What came of it. Latencies are milliseconds from the request to the end of its answer. */
export interface LoadResult {
  readonly answers: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Share of one processor that sending and receiving took. Near 1, faster answers would not have shown. */
  readonly generatorShare: number;
  /** Of this process and what it started, its start included. */
  readonly processorSeconds: number;
  /** Answers of which some rows have the mark, and some have not. */
  readonly mixed: number;
  /** Of every answer, where answers were looked at. */
  readonly latenciesMs?: readonly number[];
}

/** Of sides that are slow: requests that take longer end a run. */
export const patienceSeconds = 120;
