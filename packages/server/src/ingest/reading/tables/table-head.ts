import type { JsonRecord } from '../../fields/records.ts';
import { IngestError } from '../../ingest-error.ts';

/** Cells of a row, empty ones as '' or undefined. */
export interface CellRow {
  readonly cells: readonly unknown[];
  readonly lineNumber: number;
}

/** What the rows before the data say. */
export interface TableHead {
  /** Names of the columns, those without a name called `column N`. */
  readonly columns: readonly string[];
  /** Names and values above the header. */
  readonly context: JsonRecord;
  /** How many of the rows it takes. */
  readonly rows: number;
}

const columnsMax = 1000;
/** A header has at least so much of the width of the rows below it. */
const widthShareMin = 0.7;
const number = /^[-+]?[^\p{L}\d]{0,3}\d[\d.,\s]*[kmb%]?$/iu;
const date = /^\d{4}[-/.]\d\d?[-/.]\d\d?|^\d\d?[-/.]\d\d?[-/.]\d{4}/;
const address = /^https?:\/\//;

/**
 * Finds the header among the first rows: the first that is about as wide as the rows are and has only names.
 *
 * @param name of the file, for messages.
 * @returns undefined when there is none.
 * @throws IngestError `source` when a column is there twice.
 */
export function tableHeadIn(name: string, rows: readonly CellRow[]): TableHead | undefined {
  const width = rows.reduce((most, { cells }) => Math.max(most, present(cells).length), 0);
  const at = rows.findIndex(({ cells }) => isHeader(cells, width));
  const header = rows[at];
  if (header === undefined) return undefined;
  return { columns: columnsIn(name, header), context: contextIn(rows.slice(0, at)), rows: at + 1 };
}

/** What a cell says: text without what only keeps spreadsheets from reading it as a number; undefined when empty. */
export function cellValue(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell ?? undefined;
  const text = cell.trim().replace(/^[\u200b-\u200f\u202a-\u202e\u2060]+|[\u200b-\u200f\u202a-\u202e\u2060]+$/g, '');
  const guarded = /^="(.*)"$/.exec(text);
  return (guarded?.[1] ?? text) || undefined;
}

function isHeader(cells: readonly unknown[], width: number): boolean {
  const names = present(cells);
  return names.length > 0 && names.length >= width * widthShareMin && names.every(isName);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && !number.test(value) && !date.test(value) && !address.test(value);
}

function present(cells: readonly unknown[]): readonly unknown[] {
  return cells.map(cellValue).filter((value) => value !== undefined);
}

function columnsIn(name: string, { cells, lineNumber }: CellRow): readonly string[] {
  const values = cells.map(cellValue);
  const width = values.findLastIndex((value) => value !== undefined) + 1;
  if (width > columnsMax) {
    const most = columnsMax.toLocaleString('en');
    throw new IngestError('source', `${name} has ${width.toLocaleString('en')} columns, expected at most ${most}`);
  }
  const columns = values.slice(0, width).map((value, index) => String(value ?? `column ${index + 1}`));
  const twice = columns.find((column, index) => columns.indexOf(column) < index);
  if (twice === undefined) return columns;
  throw new IngestError(
    'source',
    `${name}: column ${twice} is there twice (line ${lineNumber}), expected unique names`,
  );
}

/** `Room ID,123` and `Room ID: 123`; several pairs in a row; a line that names nothing under its number. */
function contextIn(rows: readonly CellRow[]): JsonRecord {
  const entries = rows.flatMap(({ cells, lineNumber }): readonly (readonly [string, unknown])[] => {
    const values = present(cells);
    if (values.length === 1) return [pairIn(String(values[0]), lineNumber)];
    return values.flatMap((value, index) => (index % 2 === 0 ? [[String(value), values[index + 1]] as const] : []));
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function pairIn(text: string, lineNumber: number): readonly [string, string] {
  const [, name, value] = /^([^:：]{1,60})[:：]\s*(\S.*)$/s.exec(text) ?? [];
  return name === undefined || value === undefined ? [`line ${lineNumber}`, text] : [name.trim(), value.trim()];
}
