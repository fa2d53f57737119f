import type { RecordIntake } from '../../validating/record-intake.ts';
import type { Dialect } from './dialect.ts';
import type { Header } from './header.ts';

/** Makes records of rows: the cells that say something, by the names of their columns. */
export class RowRecords {
  readonly #columns: readonly string[];
  readonly #intake: RecordIntake;

  constructor({ columns }: Header, intake: RecordIntake) {
    this.#columns = columns;
    this.#intake = intake;
  }

  /** @param lineNumber of the line the row begins in. */
  take(row: readonly string[], lineNumber: number): void {
    if (row.every(isBlank)) return;
    if (row.length > this.#columns.length && this.#refuseLong(row, lineNumber)) return;
    const record: Record<string, string> = {};
    for (const [index, name] of this.#columns.entries()) {
      const cell = row[index];
      if (cell !== undefined && cell !== '') record[name] = cell;
    }
    this.#intake.take({ record, lineNumber });
  }

  #refuseLong(row: readonly string[], lineNumber: number): boolean {
    const count = this.#columns.length;
    const beyond = row.slice(count).find((cell) => cell !== '');
    if (beyond === undefined) return false;
    const reason = `expected at most ${count} values, one per header name, got ${row.length}`;
    this.#intake.refuse(lineNumber, reason, beyond);
    return true;
  }
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
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
