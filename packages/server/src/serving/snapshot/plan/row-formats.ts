import type { ListShape } from './list-shape.ts';
import { parserOfValues, parserOfWholeRows, type RowParser } from './row-parsers.ts';

/** What building needs to know of how rows are stored. */
export interface RowFormat {
  /** The engine's name for it. */
  readonly engineFormat: string;
  /** The end of a SETTINGS clause. */
  readonly settings: readonly string[];
  /** Reads rows of these fields. */
  parser(fieldNames: readonly string[]): RowParser;
}

/**
 * How rows are stored, each with a line end, which JSON escapes: as they are served in a list of columns, whose rows
 * are few and wide; the values alone in one of blocks, where names would be most of the bytes of many.
 */
export const rowFormats: Readonly<Record<ListShape, RowFormat>> = {
  columns: { engineFormat: 'JSONEachRow', settings: [], parser: parserOfWholeRows },
  blocks: {
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
