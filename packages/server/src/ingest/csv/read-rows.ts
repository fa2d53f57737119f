import { isAscii } from 'node:buffer';
import { type Dialect, lineEndByte } from './dialect.ts';

/** Why the row after the good ones is none. */
export interface BadRow {
  /** `open`: a quote is not closed; `closing`: a cell goes on behind its quote; `opening`: a quote inside a cell without quotes. */
  readonly why: 'open' | 'closing' | 'opening';
  /** Which cell, counted from 0. */
  readonly column: number;
}

/**
 * Hands on the rows of CSV text (RFC 4180, UTF-8), cell by cell, up to the first that is badly quoted. A blank line is a row of one empty cell.
 *
 * @returns what comes after these rows; undefined when they are all.
 */
export function readRows(text: Buffer, dialect: Dialect, take: (row: readonly string[]) => void): BadRow | undefined {
  // What means something in CSV is ASCII: bytes are cut as characters, and cells become what they mean afterwards.
  const scanner = new RowScanner(text.toString('latin1'), dialect);
  while (!scanner.isAtEnd) {
    const start = scanner.at;
    const row = scanner.lineWithoutQuotes() ?? scanner.row();
    if ('why' in row) return row;
    take(isAscii(text.subarray(start, scanner.at)) ? row : row.map(meant));
  }
  return undefined;
}

/** The cells of one line in which quotes mean nothing. */
export function literalCells(line: Buffer, { delimiter, lineEnd }: Dialect): readonly string[] {
  const text = line.toString();
  const end = text.endsWith(lineEnd) ? text.length - 1 : text.length;
  return text.slice(0, withoutReturn(text, 0, end, lineEnd)).split(delimiter);
}

function meant(bytes: string): string {
  return /[^\0-\x7f]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString() : bytes;
}

const quote = 34;

/** Goes through CSV text row by row. */
class RowScanner {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #delimiter: number;
  readonly #lineEnd: number;
  /** Where the next row begins. */
  at = 0;
  #nextQuote = -1;

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#lineEnd = lineEndByte(dialect);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  /** The cells of the next line, unless there are quotes in it: most lines have none, and these are read several times faster. */
  lineWithoutQuotes(): readonly string[] | undefined {
    const start = this.at;
    if (this.#nextQuote < start) this.#nextQuote = placeOf(this.#text, '"', start);
    const end = placeOf(this.#text, this.#dialect.lineEnd, start);
    if (this.#nextQuote < end) return undefined;
    this.at = end + 1;
    return this.#text
      .slice(start, withoutReturn(this.#text, start, end, this.#dialect.lineEnd))
      .split(this.#dialect.delimiter);
  }

  /** The cells of the next row. */
  row(): readonly string[] | BadRow {
    const cells: string[] = [];
    for (;;) {
      const isQuoted = this.#text.charCodeAt(this.at) === quote;
      const cell = isQuoted ? this.#quotedCell() : this.#plainCell();
      if (cell === undefined) return { why: 'open', column: cells.length };
      const next = this.#text.charCodeAt(this.at);
      const isLast = next === this.#lineEnd || this.isAtEnd;
      if (!isLast && next !== this.#delimiter) return { why: isQuoted ? 'closing' : 'opening', column: cells.length };
      cells.push(cell);
      this.at += 1;
      if (isLast) return cells;
    }
  }

  /** Undefined: its quote is not closed. */
  #quotedCell(): string | undefined {
    const start = this.at + 1;
    let close = this.#text.indexOf('"', start);
    let isDoubled = false;
    while (close >= 0 && this.#text.charCodeAt(close + 1) === quote) {
      close = this.#text.indexOf('"', close + 2);
      isDoubled = true;
    }
    if (close < 0) return undefined;
    const isPairBehind = this.#dialect.lineEnd === '\n' && this.#text.startsWith('\r\n', close + 1);
    this.at = close + (isPairBehind ? 2 : 1);
    const cell = this.#text.slice(start, close);
    return isDoubled ? cell.replace(/""/g, '"') : cell;
  }

  /** Up to what cannot stand in a cell without quotes. */
  #plainCell(): string {
    const text = this.#text;
    const start = this.at;
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === this.#lineEnd || code === quote) break;
    }
    this.at = at;
    return text.slice(start, withoutReturn(text, start, at, this.#dialect.lineEnd));
  }
}

/** Where a cell ends whose line, or text, ends at `end`: before a line feed, a carriage return is part of the line end. */
function withoutReturn(text: string, start: number, end: number, lineEnd: Dialect['lineEnd']): number {
  return lineEnd === '\n' && end > start && text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where something stands next; the end of the text when it does not. */
function placeOf(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at < 0 ? text.length : at;
}
