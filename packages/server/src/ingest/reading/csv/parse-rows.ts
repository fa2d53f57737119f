import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { Dialect } from './dialect.ts';

/** Why the row after the good ones is none. */
export interface BadRow {
  /**
   * `open`: a quote is not closed; `closing`: a cell goes on behind its quote; `opening`: a quote inside a cell without
   * quotes.
   */
  readonly why: 'open' | 'closing' | 'opening';
  /** Which cell, counted from 0. */
  readonly column: number;
}

export interface ParsedRows {
  /** Cells, row by row; a blank line is a row of one empty cell. */
  readonly rows: readonly (readonly string[])[];
  /** What comes after the rows; undefined when they are all. */
  readonly bad?: BadRow;
}

/** The rows of CSV text up to the first that is badly quoted. */
export function parseRows(text: Buffer, dialect: Dialect): ParsedRows {
  const options = optionsOf(dialect);
  try {
    return { rows: parse(text, options) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { records = 0, column } = error as CsvError & { readonly records?: number; readonly column?: unknown };
    const rows = records > 0 ? parse(text, { ...options, to: records }) : [];
    return { rows, bad: { why: whyOf(error), column: Number(column) } };
  }
}

/** The cells of one line in which quotes mean nothing. */
export function literalCells(line: Buffer, dialect: Dialect): readonly string[] {
  return parse(line, { ...optionsOf(dialect), quote: null })[0] ?? [];
}

function optionsOf({ delimiter, lineEnd }: Dialect): Options<string[]> {
  return { delimiter, record_delimiter: lineEnd === '\n' ? ['\r\n', '\n'] : ['\r'], relax_column_count: true };
}

function whyOf({ code, message }: CsvError): BadRow['why'] {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'open';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'closing';
  if (/OPENING_QUOTE/.test(code)) return 'opening';
  throw new Error(`unexpected from the CSV parser: ${message}`);
}
