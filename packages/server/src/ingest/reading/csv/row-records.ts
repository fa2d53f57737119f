import type { RecordIntake } from '../../validating/record-intake.ts';
import type { Header } from './header.ts';
import { type RowTaker, tooManyCells } from './row-taker.ts';

/** Makes records of rows: the cells that say something, by the names of their columns. */
export class RowRecords implements RowTaker {
  readonly #columns: readonly string[];
  readonly #intake: RecordIntake;

  constructor({ columns }: Header, intake: RecordIntake) {
    this.#columns = columns;
    this.#intake = intake;
  }

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

  refuse(lineNumber: number, reason: string, text: string, field?: string): void {
    this.#intake.refuse(lineNumber, reason, text, field);
  }

  #refuseLong(row: readonly string[], lineNumber: number): boolean {
    const count = this.#columns.length;
    const beyond = row.slice(count).find((cell) => cell !== '');
    if (beyond === undefined) return false;
    this.refuse(lineNumber, tooManyCells(count, row.length), beyond);
    return true;
  }
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}
