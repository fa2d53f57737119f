import { isUtf8 } from 'node:buffer';
import type { BlockReader } from '../block-reader.ts';
import { tooLong } from '../ndjson/line-reader.ts';
import { lineBytesMax } from '../ndjson/whole-lines.ts';
import { lineEndByte } from './dialect.ts';
import type { Header } from './header.ts';
import { type BadRow, literalCells, type ParsedRows, parseRows } from './parse-rows.ts';
import { lineCounter, type RowTaker, startOfLine } from './row-taker.ts';

const windowBytesMax = 256 * 1024;

/**
 * Reads the rows of a CSV file behind its header. A row that is badly quoted costs its first line only: reading goes on
 * with the next one.
 *
 * Text is parsed in windows of whole lines. After a bad line they begin anew with one line and double, so that many bad
 * lines take no more than twice the time of good ones.
 */
export class CsvReader implements BlockReader {
  readonly #header: Header;
  readonly #taker: RowTaker;
  readonly #lineEnd: number;
  #lines: number;
  #window = windowBytesMax;
  /** The window was made larger for a row that went on behind it. */
  #hasGrown = false;
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** What is held is looked at again when it is so long. */
  #enoughBytes = 0;
  /** The rest of a line that is too long is on its way. */
  #isInLongLine = false;

  constructor(header: Header, taker: RowTaker) {
    this.#header = header;
    this.#taker = taker;
    this.#lineEnd = lineEndByte(header.dialect);
    this.#lines = header.lines;
  }

  push(block: Buffer): void {
    this.#hold(this.#isInLongLine ? this.#behindLongLine(block) : block);
    if (this.#heldBytes >= this.#enoughBytes) this.#readHeld(false);
  }

  end(): void {
    this.#readHeld(true);
  }

  #hold(bytes: Buffer): void {
    if (bytes.length > 0) this.#held.push(bytes);
    this.#heldBytes += bytes.length;
  }

  #behindLongLine(block: Buffer): Buffer {
    const end = block.indexOf(this.#lineEnd);
    this.#isInLongLine = end < 0;
    return end < 0 ? block.subarray(0, 0) : block.subarray(end + 1);
  }

  #readHeld(isLast: boolean): void {
    const held = Buffer.concat(this.#held);
    const whole = isLast ? held : held.subarray(0, held.lastIndexOf(this.#lineEnd) + 1);
    const rest = held.subarray(this.#readLines(whole, isLast));
    this.#held = [];
    this.#heldBytes = 0;
    if (rest.length > lineBytesMax && !rest.includes(this.#lineEnd)) this.#dropLongLine(rest);
    else this.#hold(rest);
    // Doubled, what is held is read over again a few times only, however small the blocks.
    this.#enoughBytes = Math.min(this.#heldBytes * 2, lineBytesMax + 1);
  }

  #dropLongLine(head: Buffer): void {
    this.#lines += 1;
    this.#taker.refuse(this.#lines, tooLong, head.toString('latin1', 0, 1024));
    this.#isInLongLine = true;
  }

  /** @returns how many bytes are done with: the rest is a row that goes on behind them. */
  #readLines(lines: Buffer, isLast: boolean): number {
    let at = 0;
    while (at < lines.length) {
      const window = lines.subarray(at, this.#windowEnd(lines, at));
      const mayGrow = at + window.length < lines.length;
      const read = this.#readWindow(window);
      if (read === goesOn && !mayGrow && !isLast && window.length <= lineBytesMax) break;
      if (read === goesOn) at += mayGrow ? this.#grow(window) : this.#refuseLine(window, notClosed(isLast));
      else at += read;
    }
    return at;
  }

  #windowEnd(lines: Buffer, at: number): number {
    const end = lines.indexOf(this.#lineEnd, at + this.#window - 1) + 1;
    return end === 0 ? lines.length : end;
  }

  /** @returns how many bytes are done with, or that the first row goes on behind the window. */
  #readWindow(window: Buffer): number | typeof goesOn {
    if (!isUtf8(window)) return this.#readOddBytes(window);
    const { rows, bad } = parseRows(window, this.#header.dialect);
    const before = this.#lines;
    this.#takeRows(rows, window);
    if (bad === undefined) return this.#done(window.length, Math.min(this.#window * 2, windowBytesMax));
    const done = startOfLine(window, this.#lineEnd, this.#lines - before);
    if (bad.why !== 'open') return done + this.#readBadLine(window.subarray(done), bad);
    return done > 0 ? this.#done(done, this.#window) : goesOn;
  }

  #takeRows(rows: ParsedRows['rows'], window: Buffer): void {
    const linesOf = lineCounter(window, this.#header.dialect);
    for (const row of rows) {
      this.#taker.take(row, this.#lines + 1);
      this.#lines += linesOf(row);
    }
  }

  /** Some line of the window is not UTF-8: they are read one by one. */
  #readOddBytes(window: Buffer): number {
    if (this.#hasGrown || this.#firstLine(window).length === window.length) {
      return this.#refuseLine(window, { reason: 'expected UTF-8', field: '' });
    }
    return this.#done(0, 1);
  }

  #readBadLine(window: Buffer, bad: BadRow): number {
    const line = this.#firstLine(window);
    const cells = bad.why === 'opening' ? literalCells(line, this.#header.dialect) : [];
    if (cells.length === 0 || cells.some((cell) => cell.startsWith('"'))) {
      return this.#refuseLine(window, { reason: badlyQuoted, field: this.#header.columns[bad.column] ?? '' });
    }
    this.#takeRows([cells], line);
    return this.#done(line.length, 1);
  }

  #refuseLine(window: Buffer, { reason, field }: { readonly reason: string; readonly field: string }): number {
    const line = this.#firstLine(window);
    this.#lines += 1;
    this.#taker.refuse(this.#lines, reason, line.toString('utf8', 0, 1024).replace(/[\r\n]+$/, ''), field);
    return this.#done(line.length, 1);
  }

  #firstLine(window: Buffer): Buffer {
    return window.subarray(0, startOfLine(window, this.#lineEnd, 1));
  }

  #grow(window: Buffer): number {
    this.#window = window.length * 2;
    this.#hasGrown = true;
    return 0;
  }

  #done(bytes: number, nextWindow: number): number {
    this.#window = nextWindow;
    this.#hasGrown = false;
    return bytes;
  }
}

const goesOn = Symbol('goes on');

const badlyQuoted = 'expected a cell with quotes to be quoted as a whole, with inner quotes doubled ("")';

function notClosed(isLast: boolean) {
  const where = isLast ? 'before the file ends' : `within ${lineBytesMax.toLocaleString('en')} bytes`;
  return { reason: `an opening quote is not closed ${where}`, field: '' };
}
