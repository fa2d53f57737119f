/** A whole number; beyond 2^53 as bigint or text, lest it lose digits. */
export type Count = number | bigint | string;

export interface PageParameters {
  /** Number of the page, from 1 (the default). */
  readonly page_num?: number | undefined;
  /** Rows a page, 1 to 10 (the default). */
  readonly page_size?: number | undefined;
}

export interface CallOptions {
  /** Ends the call; what it rejects with is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Hears what each response said besides its rows. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
}

/** What a response says besides its rows; what it did not say is undefined. */
export interface ResponseInfo {
  /** Credits that the key has left; undefined where it has no limit. */
  readonly creditsRemaining: number | undefined;
  /** Day that the rows are of, `YYYY-MM-DD`. */
  readonly datasetAsOf: string | undefined;
  /** Rows of all pages of the query, where the server knows without counting. */
  readonly totalCount: number | undefined;
  readonly requestId: string | undefined;
}

export interface AllOptions extends CallOptions {
  /** Pages asked for at the same time once the first was full, default 2. Up to one less may be asked for beyond the last one, a credit each. */
  readonly concurrency?: number | undefined;
}

export type ExportFormat = 'ndjson' | 'csv' | 'parquet';

export interface ExportOptions extends CallOptions {
  readonly format: ExportFormat;
  /** At most so many rows, the first ones of the order. */
  readonly limit?: number | undefined;
}

/** A list as a file, on its way. */
export interface ExportedList {
  /** Rows of the whole. */
  readonly rows: number;
  /** Credits that the whole costs; they are taken as it comes. */
  readonly credits: number;
  readonly datasetVersion: number;
  /** The file. To be read once; who stops early pays for no more. Throws ConnectionError when it breaks off: it is not whole then. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Calls an endpoint that has no pages. Rejects with {@link VitrineError}. */
export type LookupMethod<Parameters, Row> = (parameters: Parameters, options?: CallOptions) => Promise<readonly Row[]>;

/** Calls an endpoint. Rejects with {@link VitrineError}. */
export interface EndpointMethod<Parameters, Row> {
  /** One page. */
  (parameters: Parameters, options?: CallOptions): Promise<readonly Row[]>;
  /** Every row from the page named on, in order, until a page is not full. */
  all(parameters: Parameters, options?: AllOptions): AsyncGenerator<Row, void, undefined>;
  /** The whole list as a file, for keys with the scope `export`. */
  export(parameters: Omit<Parameters, keyof PageParameters>, options: ExportOptions): Promise<ExportedList>;
}
