import { isUtf8 } from 'node:buffer';
import { emptyWords } from '../../empty-words.ts';
import { IngestError } from '../../ingest-error.ts';
import type { Kind } from '../../kinds/kind.ts';
import { checkColumns } from '../table-columns.ts';
import { otherContent } from '../tables/other-content.ts';
import { isZip, zipWords } from '../zip/zip-archive.ts';
import { type Dialect, delimiters } from './dialect.ts';
import { parseRows } from './parse-rows.ts';

const headerBytesMax = 64 * 1024;
const byteOrderMark = Buffer.from('\ufeff');
const lineFeed = 10;
const carriageReturn = 13;

/** What the first line of a CSV file says. */
export interface Header {
  /** Names of the columns in order, those without a name called `column N`. */
  readonly columns: readonly string[];
  readonly dialect: Dialect;
  /** Bytes up to the first row. */
  readonly bytes: number;
  /** Lines up to the first row. */
  readonly lines: number;
}

/** Where the header line stands in the first bytes of a file. */
interface HeaderLine {
  readonly start: number;
  readonly end: number;
  /** Where the first row begins. */
  readonly next: number;
  readonly lineEnd: Dialect['lineEnd'];
  readonly number: number;
}

/**
 * Reads the header out of the first bytes of a file, blank lines before it left out. Undefined: more bytes are needed.
 *
 * @param ended there are no more bytes.
 * @throws IngestError `source` when there is no header or records of the kind cannot be made of its columns.
 */
export function headerIn(name: string, kind: Kind, head: Buffer, ended: boolean): Header | undefined {
  const other = isZip(head) ? `${zipWords}: give it with format xlsx` : otherContent(head);
  if (other !== undefined) refuse(`${name} is ${other}`);
  const line = headerLine(head, ended);
  if (line === undefined) {
    if (head.length > headerBytesMax)
      refuse(`${name}: its header is longer than ${headerBytesMax.toLocaleString('en')} bytes`);
    if (ended) refuse(emptyWords(name));
    return undefined;
  }
  const text = head.subarray(line.start, line.end);
  if (text.length > headerBytesMax)
    refuse(`${name}: its header is longer than ${headerBytesMax.toLocaleString('en')} bytes`);
  if (!isUtf8(text)) refuse(`${name}: its header is not UTF-8`);
  const { delimiter, columns } = likeliest(kind, text, line.lineEnd);
  checkColumns(
    name,
    kind,
    columns.map((column) => ({ name: column, type: 'String' })),
  );
  return { columns, dialect: { delimiter, lineEnd: line.lineEnd }, bytes: line.next, lines: line.number };
}

function headerLine(head: Buffer, ended: boolean): HeaderLine | undefined {
  let start = head.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0;
  for (let number = 1; start < head.length; number += 1) {
    const end = firstLineEnd(head, start);
    if (end === undefined && !ended) return undefined;
    const stop = end ?? head.length;
    const isReturn = head[stop] === carriageReturn;
    // A carriage return at the very end may be half of a line end.
    if (isReturn && stop + 1 === head.length && !ended) return undefined;
    const isPair = isReturn && head[stop + 1] === lineFeed;
    const next = Math.min(head.length, stop + (isPair ? 2 : 1));
    const lineEnd = isReturn && !isPair ? '\r' : '\n';
    if (head.toString('utf8', start, stop).trim() !== '') return { start, end: stop, next, lineEnd, number };
    start = next;
  }
  return undefined;
}

function firstLineEnd(bytes: Buffer, start: number): number | undefined {
  const ends = [bytes.indexOf(lineFeed, start), bytes.indexOf(carriageReturn, start)].filter((at) => at >= 0);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

interface Split {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

/**
 * The delimiter that makes the most names of fields out of the header; of equals the one that makes the most columns,
 * then the first.
 */
function likeliest(kind: Kind, header: Buffer, lineEnd: Dialect['lineEnd']): Split {
  const splits = delimiters.map((delimiter) => ({
    delimiter,
    columns: named(cellsOf(header, { delimiter, lineEnd })),
  }));
  const known = ({ columns }: Split) => columns.filter((column) => kind.fields.has(column)).length;
  const [best] = splits.sort((a, b) => known(b) - known(a) || b.columns.length - a.columns.length);
  return best ?? { delimiter: ',', columns: [] };
}

/** No cells where its quotes do not suit the delimiter. */
function cellsOf(header: Buffer, dialect: Dialect): readonly string[] {
  return parseRows(header, dialect).rows[0] ?? [];
}

function named(cells: readonly string[]): readonly string[] {
  return cells.map((cell, index) => cell.trim() || `column ${index + 1}`);
}

function refuse(message: string): never {
  throw new IngestError('source', message);
}
