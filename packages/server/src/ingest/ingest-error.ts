import type { IngestSummary } from './summary.ts';

/**
 * Why a run of ingest ended early:
 *
 * - `source`: the file or stream cannot be read, or not as what it is said to be;
 * - `refused`: a strict run met bad records, nothing of it is in;
 * - `storage-full`: the disk of the engine is full;
 * - `engine`: the engine failed otherwise.
 */
export type IngestErrorReason = 'source' | 'refused' | 'storage-full' | 'engine';

interface IngestErrorOptions extends ErrorOptions {
  readonly summary?: IngestSummary;
  readonly asks?: string | undefined;
}

/**
 * A run of ingest that ended early. The message is for the person who started it: what is wrong, what is in, what to
 * do.
 */
export class IngestError extends Error {
  override readonly name = 'IngestError';
  readonly reason: IngestErrorReason;
  /** What was done up to then; absent when nothing was begun. */
  readonly summary: IngestSummary | undefined;
  /** The parameter that would have to be told of the file, such as `region`; undefined: something else is wrong. */
  readonly asks: string | undefined;

  constructor(reason: IngestErrorReason, message: string, options: IngestErrorOptions = {}) {
    super(message, options);
    this.reason = reason;
    this.summary = options.summary;
    this.asks = options.asks;
  }
}
