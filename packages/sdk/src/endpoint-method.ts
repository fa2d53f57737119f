/** A whole number; beyond 2^53 as bigint or string, so that no digits are lost. */
export type Count = number | bigint | string;

export interface PageParameters {
  /** Page number, starting at 1 (the default). */
  readonly page_num?: number | undefined;
  /** Rows per page, 1 to 10 (the default). */
  readonly page_size?: number | undefined;
}

export interface CallOptions {
  /** Aborts the call, which rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the metadata of each response. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
}

/** Metadata of a response; missing values are undefined. */
export interface ResponseInfo {
  /** Credits the key has left; undefined for unlimited keys. */
  readonly creditsRemaining: number | undefined;
  /** As-of day of the rows, `YYYY-MM-DD`. */
  readonly datasetAsOf: string | undefined;
  /** Total number of rows of the query, if the server knows it without counting. */
  readonly totalCount: number | undefined;
  readonly requestId: string | undefined;
}

export interface AllOptions extends CallOptions {
  /**
   * Concurrent page requests if the first page is full; default 2. Up to one less may be requested past the end, at one
   * credit each.
   */
  readonly concurrency?: number | undefined;
}

export type ExportFormat = 'ndjson' | 'csv' | 'parquet' | 'xlsx';

export interface ExportOptions extends CallOptions {
  readonly format: ExportFormat;
  /** Maximum number of rows, from the start of the list. */
  readonly limit?: number | undefined;
}

/** A list, or the days of a region, that is being exported. */
export interface ExportedList {
  /** Number of rows of the complete export. */
  readonly rows: number;
  /** Price of the complete export in credits, charged as rows are sent. */
  readonly credits: number;
  readonly datasetVersion: number;
  /**
   * The file, which can be read once. If you stop early, the rest is not charged. Throws ConnectionError if the stream
   * is interrupted and the file incomplete.
   */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Calls an endpoint that has no pages. Rejects with {@link VitrineError}. */
export type LookupMethod<Parameters, Row> = (parameters: Parameters, options?: CallOptions) => Promise<readonly Row[]>;

/** Fields of a row. */
export interface FieldsParameter<Name> {
  /** Only these fields of each row; default: all. Their order stays that of the row. */
  readonly fields?: readonly Name[] | 'all' | undefined;
}

type NameOf<Row> = Extract<keyof Row, string>;

/** Calls an endpoint whose rows are named by their IDs. Rejects with {@link VitrineError}. */
export type DetailMethod<Parameters, Row> = <Name extends NameOf<Row> = NameOf<Row>>(
  parameters: Parameters & FieldsParameter<Name>,
  options?: CallOptions,
) => Promise<readonly Pick<Row, Name>[]>;

/** Calls an endpoint that has pages. Rejects with {@link VitrineError}. */
export interface PagedMethod<Parameters, Row> {
  /** One page. */
  <Name extends NameOf<Row> = NameOf<Row>>(
    parameters: Parameters & FieldsParameter<Name>,
    options?: CallOptions,
  ): Promise<readonly Pick<Row, Name>[]>;
  /** Every row from the given page on, in order, until a page is not full. */
  all<Name extends NameOf<Row> = NameOf<Row>>(
    parameters: Parameters & FieldsParameter<Name>,
    options?: AllOptions,
  ): AsyncGenerator<Pick<Row, Name>, void, undefined>;
}

/** Calls a list. Rejects with {@link VitrineError}. */
export interface ListMethod<Parameters, Row> extends PagedMethod<Parameters, Row> {
  /** The whole list as a file; requires a key with the `export` scope. */
  export(
    parameters: Omit<Parameters, keyof PageParameters> & FieldsParameter<NameOf<Row>>,
    options: ExportOptions,
  ): Promise<ExportedList>;
}

/** Calls a trend. Rejects with {@link VitrineError}. */
export interface TrendMethod<Parameters, Row, ExportParameters> extends PagedMethod<Parameters, Row> {
  /** The days of a whole region as a file; requires a key with the `export` scope. */
  export(parameters: ExportParameters & FieldsParameter<NameOf<Row>>, options: ExportOptions): Promise<ExportedList>;
}

/** Calls a list that is known only as data: what its rows have, nobody says. Rejects with {@link VitrineError}. */
export interface EndpointMethod<Parameters, Row> {
  (parameters: Parameters, options?: CallOptions): Promise<readonly Row[]>;
  all(parameters: Parameters, options?: AllOptions): AsyncGenerator<Row, void, undefined>;
  export(parameters: Parameters, options: ExportOptions): Promise<ExportedList>;
}
