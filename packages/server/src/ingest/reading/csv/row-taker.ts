import type { Dialect } from './dialect.ts';

/** Takes the rows of a CSV file behind its header. */
export interface RowTaker {
  /** @param lineNumber of the line the row begins in. */
  take(row: readonly string[], lineNumber: number): void;
  /** A line that is no row. */
  refuse(lineNumber: number, reason: string, text: string, field?: string): void;
}

/** Why a row with more cells than its header has names is none: which of them is too many cannot be told. */
export function tooManyCells(names: number, cells: number): string {
  return `expected at most ${names} values, one per header name, got ${cells}`;
}

/** Counts the lines of a row that was read from this text: cells in quotes may hold line ends. */
export function lineCounter(text: Buffer, { lineEnd }: Dialect): (row: readonly string[]) => number {
  if (!text.includes('"')) return () => 1;
  return (row) => row.reduce((lines, cell) => lines + endsIn(cell, lineEnd), 1);
}

function endsIn(cell: string, lineEnd: string): number {
  let count = 0;
  for (let at = cell.indexOf(lineEnd); at >= 0; at = cell.indexOf(lineEnd, at + 1)) count += 1;
  return count;
}

/** Where the line after so many lines begins. */
export function startOfLine(text: Buffer, lineEnd: number, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line += 1) {
    const end = text.indexOf(lineEnd, at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}
