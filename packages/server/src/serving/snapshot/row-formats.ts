import { parserOfValues, parserOfWholeRows, type RowParser } from './row-parsers.ts';

/**
 * How rows are stored, each with a line end, which JSON escapes: `whole`, as they are served, for a list of few and wide rows;
 * or their `values` alone, for one of many, whose names would be most of the bytes.
 */
export type RowFormatName = 'whole' | 'values';

/** What building needs to know of it. */
export interface RowFormat {
  /** The engine's name for it. */
  readonly engineFormat: string;
  /** The end of a SETTINGS clause. */
  readonly settings: readonly string[];
  /** Reads rows of these fields. */
  parser(fieldNames: readonly string[]): RowParser;
}

export const rowFormats: Readonly<Record<RowFormatName, RowFormat>> = {
  whole: { engineFormat: 'JSONEachRow', settings: [], parser: parserOfWholeRows },
  values: {
    engineFormat: 'CustomSeparated',
    // Values are told apart by a character that JSON always escapes.
    settings: [
      "format_custom_escaping_rule = 'JSON'",
      "format_custom_field_delimiter = '\\x01'",
      "format_custom_row_after_delimiter = '\\n'",
    ],
    parser: parserOfValues,
  },
};
