/// <reference lib="es2024.string" />
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { masked } from '../../kernel/secrets.ts';

const fileRowsMax = 100_000;
const firstRowsMax = 10;
const valueLengthMax = 200;
const bufferLengthMax = 64 * 1024;
/** Files of rejects are kept for so many batches, the one that is taken in included. */
const batchesKept = 50;

/** One line that was not taken in. */
export interface Reject {
  /** Counted from 1: where the record begins; of Parquet the row. */
  readonly line: number;
  /** The field that is wrong; empty when it is the line as a whole. */
  readonly field: string;
  /** What was expected and what was given. */
  readonly reason: string;
  /** The value, or the line, cut to 200 characters. */
  readonly value: string;
}

/** Counts the lines that were not taken in and writes them to `rejects/batch-N.ndjson` of the data directory. */
export class RejectLog {
  readonly #path: string;
  readonly #first: Reject[] = [];
  #count = 0;
  #unwritten = '';
  #file: number | undefined;

  constructor(dataDirectory: string, batch: number) {
    this.#path = join(dataDirectory, 'rejects', `batch-${batch}.ndjson`);
  }

  get count(): number {
    return this.#count;
  }

  /** The first few, in the order they were found. */
  get first(): readonly Reject[] {
    return this.#first;
  }

  /** Where the rejects are written; undefined while there are none. */
  get path(): string | undefined {
    return this.#count === 0 ? undefined : this.#path;
  }

  add(line: number, field: string, reason: string, value: unknown): void {
    this.#count += 1;
    if (this.#count > fileRowsMax) return;
    const reject = { line, field: masked(field), reason: shown(reason), value: shown(valueText(value)) };
    if (this.#first.length < firstRowsMax) this.#first.push(reject);
    this.#unwritten += `${JSON.stringify(reject)}\n`;
    if (this.#unwritten.length > bufferLengthMax) this.#write();
  }

  /** Writes what is left and closes the file. */
  close(): void {
    if (this.#unwritten !== '') this.#write();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #write(): void {
    this.#file ??= created(this.#path);
    writeSync(this.#file, this.#unwritten);
    this.#unwritten = '';
  }
}

function created(path: string): number {
  mkdirSync(join(path, '..'), { recursive: true });
  return openSync(path, 'w');
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
