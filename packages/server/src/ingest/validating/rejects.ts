/// <reference lib="es2024.string" />
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { masked } from '../../kernel/secrets.ts';
import type { Problem } from './validation.ts';

const fileRowsMax = 100_000;
const firstRowsMax = 10;
const valueLengthMax = 200;
const bufferLengthMax = 64 * 1024;
/** Files of rejects are kept for so many batches, the one that is taken in included. */
const batchesKept = 50;

/** One thing that is wrong with a line that was not taken in, or a field that a record went in without. */
export interface Reject {
  /** Counted from 1: where the record begins; of Parquet the row. */
  readonly line: number;
  /** The field that is wrong; empty when it is the line as a whole. */
  readonly field: string;
  /** Of a source's row: the column that the field comes from, as the file heads it. */
  readonly column?: string;
  /** What was expected and what was given. */
  readonly reason: string;
  /** The value, or the line, cut to 200 characters. */
  readonly value: string;
  /** The record went in without it. Absent: the line was not taken in. */
  readonly leftOut?: true;
}

/**
 * Counts the lines that were not taken in, and writes what is wrong with them to `rejects/batch-N.ndjson` of the data
 * directory, beside the fields that records went in without.
 */
export class RejectLog {
  readonly #path: string | undefined;
  readonly #first: Reject[] = [];
  #count = 0;
  #rows = 0;
  #leftOut = 0;
  #unwritten = '';
  #file: number | undefined;
  readonly #told = new ToldColumns();

  /** @param place of the file; absent: none is written. */
  constructor(place?: { readonly dataDirectory: string; readonly batch: number }) {
    this.#path = place && join(place.dataDirectory, 'rejects', `batch-${place.batch}.ndjson`);
  }

  /** Lines that were not taken in. */
  get count(): number {
    return this.#count;
  }

  /** The first few, in the order they were found. */
  get first(): readonly Reject[] {
    return this.#first;
  }

  /** Where it is written; undefined while there is nothing. */
  get path(): string | undefined {
    return this.#rows + this.#leftOut === 0 ? undefined : this.#path;
  }

  /** A line that is wrong in one thing. */
  add(line: number, field: string, reason: string, value: unknown): void {
    this.refuse(line, [{ field, reason, value }]);
  }

  /** A line, and all that is wrong with it. */
  refuse(line: number, problems: readonly Problem[]): void {
    this.#count += 1;
    for (const problem of problems) {
      if (this.#told.isTold(line, problem)) continue;
      this.#rows += 1;
      if (this.#rows > fileRowsMax) return;
      const reject = rejectOf(line, problem);
      if (this.#first.length < firstRowsMax) this.#first.push(reject);
      this.#append(reject);
    }
  }

  /** A field that a record goes in without. @returns how it is reported. */
  leaveOut(line: number, problem: Problem): Reject {
    const reject = { ...rejectOf(line, problem), leftOut: true } as const;
    if (this.#told.isTold(line, problem)) return reject;
    this.#leftOut += 1;
    if (this.#leftOut <= fileRowsMax) this.#append(reject);
    return reject;
  }

  /** Writes what is left and closes the file. */
  close(): void {
    if (this.#path !== undefined && this.#unwritten !== '') this.#write(this.#path);
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #append(reject: Reject): void {
    if (this.#path === undefined) return;
    this.#unwritten += `${JSON.stringify(reject)}\n`;
    if (this.#unwritten.length > bufferLengthMax) this.#write(this.#path);
  }

  #write(path: string): void {
    this.#file ??= created(path);
    writeSync(this.#file, this.#unwritten);
    this.#unwritten = '';
  }
}

/** What was told of the columns of a line: several fields may be made of one. */
class ToldColumns {
  #line: number | undefined;
  readonly #told = new Set<string>();

  /** Whether the same was told of the column before. From now on it is. */
  isTold(line: number, { column, reason, value }: Problem): boolean {
    if (line !== this.#line) this.#told.clear();
    this.#line = line;
    const said = column === undefined ? undefined : `${column} ${reason} ${valueText(value)}`;
    if (said === undefined || this.#told.has(said)) return said !== undefined;
    this.#told.add(said);
    return false;
  }
}

/** Where it is wrong: the column of a source's file, and our field behind it where that is called otherwise. */
export function placeOf({ field, column }: Pick<Problem, 'field' | 'column'>): string {
  return column === undefined || column === field ? field : `${column} (${field})`;
}

function created(path: string): number {
  mkdirSync(join(path, '..'), { recursive: true });
  return openSync(path, 'w');
}

function rejectOf(line: number, { field, column, reason, value }: Problem): Reject {
  const place = { field: masked(field), ...(column !== undefined && { column: shown(column) }) };
  return { line, ...place, reason: shown(reason), value: shown(valueText(value)) };
}

/** Before it is cut: a part of a key may not look like one. */
function shown(text: string): string {
  return cut(masked(text));
}

/** Cut between characters, and without lone surrogates, which are no text. */
function cut(text: string): string {
  const short =
    text.length <= valueLengthMax ? text : `${text.slice(0, valueLengthMax).replace(/[\ud800-\udbff]$/, '')}…`;
  return short.toWellFormed();
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    return '(nested too deep to show)';
  }
}

/** Removes the rejects of all batches but the last ones. */
export function removeOldRejects(dataDirectory: string, batch: number): void {
  const folder = join(dataDirectory, 'rejects');
  for (const name of namesIn(folder)) {
    const number = Number(/^batch-(\d+)\.ndjson$/.exec(name)?.[1] ?? Number.NaN);
    if (number <= batch - batchesKept) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
