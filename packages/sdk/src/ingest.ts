import { type Address, dataOf, envelopeIn, send, textOf } from './transport.ts';
import { VitrineError } from './vitrine-error.ts';

/** A rejected line. */
export interface Reject {
  /** Line where the record starts, from 1; the row number for Parquet. */
  readonly line: number;
  /** Empty if the whole line is invalid. */
  readonly field: string;
  readonly reason: string;
  /** The value or the line, truncated to 200 characters. */
  readonly value: string;
}

/** Result of an ingest. */
export interface IngestSummary {
  readonly batch: number;
  readonly source: string;
  /** Ingested records by kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Skipped records of erased creators; absent if there were none. */
  readonly forgotten?: number;
  /** Number of records with an unknown field, by `kind.field`. */
  readonly unknownFields: Readonly<Record<string, number>>;
  /** Unknown names that look misspelled, with the field that was most likely meant; absent if there are none. */
  readonly meantFields?: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** Path on the server: all rejects as NDJSON. */
  readonly rejectsFile?: string;
  readonly firstRejects: readonly Reject[];
}

export interface IngestOptions {
  /** Default `ndjson`. */
  readonly format?: 'ndjson' | 'csv' | 'parquet' | undefined;
  readonly gzip?: boolean | undefined;
  /** Kind of all records; required for CSV and Parquet. */
  readonly kind?: string | undefined;
  /** Name of the file in the list of batches, messages and the audit log, without its folder; default `http`. */
  readonly source?: string | undefined;
  /** Ingest nothing if any line is invalid. */
  readonly strict?: boolean | undefined;
}

/** 422: every line was rejected, and nothing was ingested. */
export class NothingTakenInError extends VitrineError {
  override readonly name = 'NothingTakenInError';
  readonly summary: IngestSummary;

  constructor(message: string, summary: IngestSummary, requestId: string) {
    super(message, 422, requestId);
    this.summary = summary;
  }
}

/** Sends a body of records. @throws NothingTakenInError when every line was rejected. */
export async function ingest(
  address: Address,
  body: AsyncIterable<Uint8Array>,
  { format = 'ndjson', gzip = false, kind, source, strict = false }: IngestOptions = {},
): Promise<IngestSummary> {
  const query = new URLSearchParams({ format, strict: strict ? '1' : '0' });
  if (kind !== undefined) query.set('kind', kind);
  if (source !== undefined) query.set('source', source);
  const headers = { 'content-type': 'application/octet-stream', ...(gzip ? { 'content-encoding': 'gzip' } : {}) };
  const response = await send(address, { method: 'POST', path: `/admin/v1/ingest?${query}`, body, headers });
  const envelope = envelopeIn(await textOf(address, response), response.status);
  if (envelope.code === 422 && envelope.data !== null) {
    throw new NothingTakenInError(envelope.message, envelope.data as IngestSummary, envelope.requestId);
  }
  return dataOf(envelope);
}
