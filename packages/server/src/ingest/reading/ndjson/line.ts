import { isAscii, isUtf8 } from 'node:buffer';

/** Where a line stands: `bytes[start, end)`, without its newline, and its number counted from 1. */
export interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** How its bytes are read; undefined when they are not UTF-8. */
  readonly encoding: 'latin1' | 'utf8' | undefined;
}

const newline = 10;
const carriageReturn = 13;

/** The lines of a region of whole lines, the first with the number after `before`. */
export function* linesOf(region: Buffer, before: number): Iterable<Line> {
  const encoding = encodingOf(region);
  let number = before;
  for (let start = 0; start < region.length; ) {
    const found = region.indexOf(newline, start);
    const next = found < 0 ? region.length : found + 1;
    const end = withoutReturn(region, start, found < 0 ? region.length : found);
    number += 1;
    yield { bytes: region, start, end, number, encoding: encoding ?? encodingOf(region.subarray(start, end)) };
    start = next;
  }
}

/** The beginning of the line's text without blanks or a byte order mark; `end` when there is nothing else. */
export function contentStart({ bytes, start, end }: Line): number {
  let at = start;
  while (at < end) {
    if (isBlank(bytes[at])) at += 1;
    else if (isByteOrderMark(bytes, at)) at += 3;
    else break;
  }
  return at;
}

function encodingOf(bytes: Buffer): Line['encoding'] {
  if (isAscii(bytes)) return 'latin1';
  return isUtf8(bytes) ? 'utf8' : undefined;
}

function withoutReturn(bytes: Buffer, start: number, end: number): number {
  return end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === carriageReturn;
}

function isByteOrderMark(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}
