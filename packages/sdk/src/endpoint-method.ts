import type { ExportedList, ExportOptions } from './export.ts';

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
}

export interface AllOptions extends CallOptions {
  /** Pages asked for at the same time once the first was full, default 2. Up to one less may be asked for beyond the last one, a credit each. */
  readonly concurrency?: number | undefined;
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
