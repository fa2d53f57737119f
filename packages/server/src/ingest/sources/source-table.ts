import type { JsonRecord } from '../fields/records.ts';

/** A row of a source's file. */
export interface SourceRow {
  /**
   * Cells by column (text; of XLSX also numbers, and dates as ISO 8601 text), or members of a JSON object whose
   * integers keep all digits (as text where a double would lose some). Empty cells are absent.
   */
  readonly values: JsonRecord;
  /**
   * Line (CSV), row (XLSX) it begins in, counted from 1; of JSON the line where the file has one value a line, and
   * otherwise which element it is.
   */
  readonly lineNumber: number;
  /** Why it could not be read; absent: it was. What stands there is not shown: it may be about persons. */
  readonly unread?: string;
  /** It is none of the data, but adds them up. */
  readonly isTotal?: true;
}

/** Rows of a source's file that have the same columns. */
export interface SourceTable {
  readonly container: 'csv' | 'xlsx' | 'json';
  /** Path of its file in a zip; absent: the file itself. */
  readonly file?: string;
  /** Name of the sheet; path of the list in a JSON document (`data.product_list`, '' for the root); '' for CSV. */
  readonly place: string;
  /** Names of the columns in order; of JSON the members of the first row. */
  readonly columns: readonly string[];
  /**
   * What is said once for all rows: lines above the header (`Room ID` and its value), scalar members of the envelope
   * (`code`, `message`).
   */
  readonly context: JsonRecord;
  /** Of JSON: the line its document begins in. */
  readonly lineNumber?: number;
  /** Rows in bounded groups; read once. */
  rows(): AsyncIterable<readonly SourceRow[]>;
}
