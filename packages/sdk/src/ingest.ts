import type { Suspicion } from './suspicion.ts';
import { type Address, dataOf, envelopeIn, send, textOf } from './transport.ts';
import { VitrineError } from './vitrine-error.ts';

/** One thing that is wrong with a rejected line, or a field that was left out of a record. */
export interface Reject {
  /** Line where the record starts, from 1; the row number for Parquet. */
  readonly line: number;
  /** Empty if the whole line is invalid. */
  readonly field: string;
  /** File of a source only: the column that the field comes from, as the file heads it. */
  readonly column?: string;
  readonly reason: string;
  /** The value or the line, truncated to 200 characters. */
  readonly value: string;
  /** The record was ingested without the field. Absent: the line was rejected. */
  readonly leftOut?: true;
}

/** An optional field that could not be read in some records, which were ingested without it. */
export interface LeftOutField {
  /** `kind.field`; `kind.field[]` for entries of a list, `kind.field[].name` for a field of an entry. */
  readonly field: string;
  /** File of a source only: the column that the field comes from, as the file heads it. */
  readonly column?: string;
  readonly count: number;
  /** The first three. */
  readonly examples: readonly Reject[];
}

/** A spelling that was read as another, such as `UK` as `GB`. */
export interface MendedValue {
  /** `kind.field` */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Result of an ingest. */
export interface IngestSummary {
  /** 0 for a dry run. */
  readonly batch: number;
  readonly source: string;
  /** Source of the file; absent if it contains records of Vitrine's own form. */
  readonly from?: string;
  /** Nothing was written: `records` counts what would be ingested. */
  readonly dryRun?: true;
  /** Dry run only: the first records as they would be stored. */
  readonly firstRecords?: readonly object[];
  /** That there was nothing in the file, in a sentence; absent: there was something. */
  readonly nothing?: string;
  /** Ingested records by kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Skipped records of erased creators; absent if there were none. */
  readonly forgotten?: number;
  /** Rows that add up those above them, and were left out; absent if there were none. */
  readonly totalRows?: number;
  /** Rows below the header that describe its columns, and were left out; absent if there were none. */
  readonly descriptionRows?: number;
  /** Number of records with an unknown field, by `kind.field`. */
  readonly unknownFields: Readonly<Record<string, number>>;
  /** Unknown names that look misspelled, with the field that was most likely meant; absent if there are none. */
  readonly meantFields?: Readonly<Record<string, string>>;
  /** Optional fields that could not be read; absent if there are none. */
  readonly leftOut?: readonly LeftOutField[];
  /** Values that were read as others; absent if there are none. */
  readonly mended?: readonly MendedValue[];
  /** What looks wrong although it was ingested; absent if nothing does. */
  readonly suspicions?: readonly Suspicion[];
  readonly bytes: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** Path on the server: all rejects and fields that were left out, as NDJSON. */
  readonly rejectsFile?: string;
  readonly firstRejects: readonly Reject[];
}

export interface IngestOptions {
  /** A file of a source in another format is refused. Default: `ndjson`, unless it is recognized as a file of a source. */
  readonly format?: 'ndjson' | 'csv' | 'parquet' | 'xlsx' | undefined;
  readonly gzip?: boolean | undefined;
  /** Kind of all records; required for CSV and Parquet. */
  readonly kind?: string | undefined;
  /** Name of the file in the list of batches, messages and the audit log, without its folder; default `http`. */
  readonly source?: string | undefined;
  /** Ingest nothing if any line is invalid. */
  readonly strict?: boolean | undefined;
  /** Source of the file, such as `keyapi`; `auto` and the default recognize it. */
  readonly from?: string | undefined;
  /** Country of the marketplace, if the file does not say. */
  readonly region?: string | undefined;
  /** Time zone of local times in the file, such as `Asia/Jakarta`. */
  readonly zone?: string | undefined;
  /** Currency of amounts, if the file does not say. */
  readonly currency?: string | undefined;
  /** Day the numbers are of, if the file does not say: `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  /** Handle of the creator whose account made the file, if it does not say: `@name`. */
  readonly creator?: string | undefined;
  /** Report what would be ingested, without writing anything. */
  readonly dryRun?: boolean | undefined;
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
  { format, gzip = false, strict = false, dryRun = false, ...named }: IngestOptions = {},
): Promise<IngestSummary> {
  const query = new URLSearchParams({ strict: strict ? '1' : '0' });
  if (format !== undefined) query.set('format', format);
  if (dryRun) query.set('dry_run', '1');
  for (const [name, value] of Object.entries(named)) if (value !== undefined) query.set(name, value);
  const headers = { 'content-type': 'application/x-ndjson', ...(gzip ? { 'content-encoding': 'gzip' } : {}) };
  const response = await send(address, { method: 'POST', path: `/admin/v1/ingest?${query}`, body, headers });
  const envelope = envelopeIn(await textOf(address, response), response.status);
  if (envelope.code === 422 && envelope.data !== null) {
    throw new NothingTakenInError(envelope.message, envelope.data as IngestSummary, envelope.requestId);
  }
  return dataOf(envelope);
}
