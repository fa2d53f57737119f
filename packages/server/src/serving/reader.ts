import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';

/** One page of a list. */
export interface Page {
  /**
   * The rows as JSON objects in UTF-8, joined by commas: what goes between the brackets of `data`; within a frame,
   * where one was asked for.
   */
  readonly rows: Buffer;
  /** Number of rows. */
  readonly count: number;
  /** Rows of all pages of the query together; absent where the reader would have to count them. */
  readonly total?: number;
}

/** What stands before and after the rows of a page, for a reader to write them to where they are sent from. */
export interface Frame {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** A page within a frame. */
export function framed(page: Page, frame: Frame | undefined): Page {
  if (frame === undefined) return page;
  return { ...page, rows: Buffer.concat([frame.before, page.rows, frame.after]) };
}

/**
 * Answers questions about the lists of a dataset version.
 *
 * A row's bytes depend on the row alone, so that every implementation gives the same ones.
 */
export interface Reader {
  /**
   * @param version dataset version to read; a version that is gone has no rows.
   * @param frame what the page's rows are to stand in; for who sends them as they are, and does nothing else with them.
   * @throws EngineError when the engine behind it fails.
   */
  page(source: ListSource, query: PageQuery, version: number, frame?: Frame): Promise<Page>;
}

/** Finds which rows a page of a list has, without reading them. */
export interface RowFinder {
  /**
   * @returns ids of the rows, in the order of the page.
   * @throws EngineError when the engine behind it fails.
   */
  ids(source: ListSource, query: PageQuery, version: number): Promise<readonly string[]>;
}
