import { IngestError } from '../../ingest-error.ts';
import type { CellRow } from '../tables/table-head.ts';
import { CellText, unescaped } from './cell-text.ts';
import { numberValue } from './cell-values.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { NumberStyle } from './styles.ts';
import type { XmlHandler } from './xml.ts';

/** What cells refer to. */
export interface CellContext {
  readonly strings: SharedStrings | undefined;
  readonly styles: readonly NumberStyle[];
  readonly countsFrom1904: boolean;
}

const columnsMax = 1000;
const rowsMax = 1_048_576;
const rowLengthMax = 8 * 1024 * 1024;
/** Rows of so much text are handed on together. */
const groupLength = 1024 * 1024;

/** A row, or why it cannot be read. */
export interface SheetRow extends CellRow {
  readonly unread?: string;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** Makes rows of the XML of a sheet. */
export class SheetReader implements XmlHandler {
  readonly #what: string;
  readonly #context: CellContext;
  readonly #text: CellText;
  #groups: SheetRow[][] = [[]];
  #groupLength = 0;
  #cells: unknown[] = [];
  #rowLength = 0;
  #rowNumber = 0;
  #unread: string | undefined;
  #cell: OpenCell | undefined;
  #isText = false;
  #isReading = false;

  /** @param what it is, for messages. */
  constructor(what: string, context: CellContext) {
    this.#what = what;
    this.#context = context;
    this.#text = new CellText(what);
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'v' || tag === 't') this.#isText = this.#cell !== undefined;
    else if (tag === 'rPh') this.#isReading = true;
    else if (tag === 'row') this.#openRow(attributes['r']);
  }

  text(text: string): void {
    if (this.#isText && !this.#isReading) this.#text.add(text);
  }

  close(tag: string): void {
    if (tag === 'c') this.#closeCell();
    else if (tag === 'v' || tag === 't') this.#isText = false;
    else if (tag === 'rPh') this.#isReading = false;
    else if (tag === 'row') this.#closeRow();
  }

  /** The rows that are complete, in groups of bounded size. */
  release(): readonly (readonly SheetRow[])[] {
    const groups = this.#groups.filter((group) => group.length > 0);
    this.#groups = [[]];
    this.#groupLength = 0;
    return groups;
  }

  #openRow(given: string | undefined): void {
    const number = given === undefined ? this.#rowNumber + 1 : Number(given);
    if (!(Number.isInteger(number) && number > 0 && number <= rowsMax)) this.#refuse(`it has a row ${given ?? number}`);
    this.#rowNumber = number;
    this.#cells = [];
    this.#rowLength = 0;
    this.#unread = undefined;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const { r: reference, t: type = 'n', s: style = '0' } = attributes;
    const column = reference === undefined ? this.#cells.length : columnOf(reference);
    if (column < 0) this.#refuse(`it has a cell ${reference?.slice(0, 20)}`);
    if (column >= columnsMax)
      throw new IngestError('source', `${this.#what} has more than ${columnsMax.toLocaleString('en')} columns`);
    this.#cell = { column, type, style: Number(style) };
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    const value = this.#valueOf(cell, this.#text.take());
    while (this.#cells.length < cell.column) this.#cells.push(undefined);
    this.#cells[cell.column] = value;
    this.#rowLength += typeof value === 'string' ? value.length : 8;
    this.#cell = undefined;
  }

  #valueOf({ type, style }: OpenCell, text: string): unknown {
    if (text === '' || type === 'e') return undefined;
    if (type === 's') return this.#shared(text);
    if (type === 'b') return text === '1' || text === 'true' ? 'true' : 'false';
    if (type !== 'n') return unescaped(text);
    return numberValue(text, this.#context.styles[style] ?? 'number', this.#context.countsFrom1904);
  }

  #shared(index: string): string | undefined {
    const text = this.#context.strings?.at(Number(index));
    if (text === undefined) this.#unread ??= `expected a text of the workbook, got number ${index.slice(0, 20)}`;
    return text;
  }

  #closeRow(): void {
    if (this.#rowLength > rowLengthMax)
      this.#unread = `expected a row of at most ${rowLengthMax.toLocaleString('en')} characters`;
    if (this.#groupLength > groupLength) {
      this.#groups.push([]);
      this.#groupLength = 0;
    }
    const row = { cells: this.#cells, lineNumber: this.#rowNumber };
    this.#groups.at(-1)?.push(this.#unread === undefined ? row : { ...row, cells: [], unread: this.#unread });
    this.#groupLength += this.#rowLength;
  }

  #refuse(why: string): never {
    throw new IngestError('source', `${this.#what} is damaged: ${why}`);
  }
}

/** 0 for `A7`, 26 for `AA7`; -1 for what is no cell. */
function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1] ?? '';
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
