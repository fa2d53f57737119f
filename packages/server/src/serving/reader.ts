import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';

/** One page of a list. */
export interface Page {
  /** The rows as JSON objects in UTF-8, joined by commas: what goes between the brackets of `data`. */
  readonly rows: Buffer;
  /** Number of rows. */
  readonly count: number;
}

/**
 * Answers questions about the lists of a dataset version.
 *
 * A row's bytes depend on the row alone, so that every implementation gives the same ones.
 */
export interface Reader {
  /**
   * @param version dataset version to read; a version that is gone has no rows.
   * @throws EngineError when the engine behind it fails.
   */
  page(source: ListSource, query: PageQuery, version: number): Promise<Page>;
}
