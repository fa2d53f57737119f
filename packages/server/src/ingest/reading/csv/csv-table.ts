import { isUtf8 } from 'node:buffer';
import { emptyWords } from '../../empty-words.ts';
import { IngestError } from '../../ingest-error.ts';
import type { SourceRow, SourceTable } from '../../sources/source-table.ts';
import { readBlocks } from '../block-reader.ts';
import { behind, firstBytes, resumed } from '../byte-input.ts';
import { sourceRow, withTotalsMarked } from '../tables/source-rows.ts';
import { type CellRow, cellValue, type TableHead, tableHeadIn } from '../tables/table-head.ts';
import { CsvReader } from './csv-reader.ts';
import { type Dialect, delimiters, lineEndByte } from './dialect.ts';
import type { Header } from './header.ts';
import { parseRows } from './parse-rows.ts';
import { lineCounter, type RowTaker, startOfLine, tooManyCells } from './row-taker.ts';

const headBytes = 64 * 1024;
const headRowsMax = 100;
const byteOrderMark = Buffer.from('\ufeff');

/** A file of CSV, opened. */
export interface CsvFile {
  /** For messages. */
  readonly name: string;
  /** Path in a zip. */
  readonly file?: string | undefined;
  /** Its text as UTF-8. */
  readonly blocks: AsyncGenerator<Buffer>;
}

/**
 * A CSV file as people hold it: other separators, a byte order mark, lines above the header and totals below the rows.
 *
 * @throws IngestError `source` when no header is found.
 */
export async function csvTable({ name, file, blocks }: CsvFile): Promise<SourceTable> {
  const head = await firstBytes(blocks, headBytes);
  const { context, columns, header, width } = headIn(name, head);
  const text = behind(header.bytes, resumed(head, blocks));
  return {
    container: 'csv',
    ...(file !== undefined && { file }),
    place: '',
    columns,
    context,
    rows: () => withTotalsMarked(rowsIn(header, width, text)),
  };
}

/** Columns that the beginning of a text has as CSV; none where it has no header. */
export function csvColumnsIn(head: Buffer): readonly string[] {
  try {
    return headIn('', head).columns;
  } catch (error) {
    if (error instanceof IngestError) return [];
    throw error;
  }
}

interface CsvHead extends Pick<TableHead, 'columns' | 'context'> {
  readonly header: Header;
  /** Cells of the header, those without a name at its end among them. */
  readonly width: number;
}

/** The separator that makes the widest header; of equals the first. */
function headIn(name: string, head: Buffer): CsvHead {
  if (/^[\ufeff\s]*$/.test(head.toString())) throw new IngestError('source', emptyWords(name));
  const start = head.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0;
  const lineEnd = head.includes('\n') || !head.includes('\r') ? '\n' : '\r';
  const end = head.length < headBytes ? head.length : head.lastIndexOf(lineEnd) + 1;
  const text = head.subarray(start, end);
  if (!isUtf8(text)) throw new IngestError('source', `${name} is no text of UTF-8 or UTF-16`);
  const found = delimiters.flatMap((delimiter) => headBy(name, text, { delimiter, lineEnd }) ?? []);
  const [best] = found.sort((a, b) => b.columns.length - a.columns.length);
  if (best === undefined) {
    throw new IngestError('source', `${name} has no header within its first ${headBytes.toLocaleString('en')} bytes`);
  }
  return { ...best, header: { ...best.header, bytes: best.header.bytes + start } };
}

function headBy(name: string, text: Buffer, dialect: Dialect): CsvHead | undefined {
  const rows = firstRows(text, dialect);
  const found = tableHeadIn(name, rows);
  if (found === undefined) return undefined;
  const { lastLine: lines = 0, cells = [] } = rows[found.rows - 1] ?? {};
  const bytes = startOfLine(text, lineEndByte(dialect), lines);
  return { ...found, width: cells.length, header: { columns: found.columns, dialect, bytes, lines } };
}

interface FirstRow extends CellRow {
  readonly lastLine: number;
}

function firstRows(text: Buffer, dialect: Dialect): readonly FirstRow[] {
  const linesOf = lineCounter(text, dialect);
  let line = 0;
  return parseRows(text, dialect)
    .rows.slice(0, headRowsMax)
    .map((cells) => {
      const lineNumber = line + 1;
      line += linesOf(cells);
      return { cells, lineNumber, lastLine: line };
    });
}

async function* rowsIn(
  header: Header,
  width: number,
  blocks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly SourceRow[]> {
  const taken = new TakenRows(header.columns, width);
  for await (const _step of readBlocks(new CsvReader(header, taken), blocks)) yield taken.release();
  yield taken.release();
}

/** Rows on their way, those that cannot be read among them. */
class TakenRows implements RowTaker {
  readonly #columns: readonly string[];
  readonly #width: number;
  #rows: SourceRow[] = [];

  constructor(columns: readonly string[], width: number) {
    this.#columns = columns;
    this.#width = width;
  }

  take(cells: readonly string[], lineNumber: number): void {
    const row = sourceRow(this.#columns, { cells, lineNumber });
    if (row === undefined) return;
    const isTooLong = cells.slice(this.#width).some((cell) => cellValue(cell) !== undefined);
    if (isTooLong) this.refuse(lineNumber, tooManyCells(this.#width, cells.length));
    else this.#rows.push(row);
  }

  /** The line itself is not shown: what is about persons may stand anywhere in it. */
  refuse(lineNumber: number, reason: string, _text = '', column = ''): void {
    this.#rows.push({ values: {}, lineNumber, unread: column === '' ? reason : `${column}: ${reason}` });
  }

  release(): readonly SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }
}
