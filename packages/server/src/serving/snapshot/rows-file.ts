import { openSync, readSync } from 'node:fs';
import type { Page } from '../reader.ts';
import { RowWriter, SnapshotDamaged } from './row-writer.ts';
import { closeInBackground } from './stored-files.ts';

/** Where a row is in the file of rows. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Rows this close together are read at once: it takes less than reading them one by one. */
const spanBytesMax = 32 * 1024;

/** The stored rows of a list. */
export class RowsFile {
  readonly #descriptor: number;
  readonly #writer: RowWriter;
  #buffer = Buffer.allocUnsafeSlow(spanBytesMax);

  constructor(path: string, fieldNames: readonly string[]) {
    this.#descriptor = openSync(path, 'r');
    this.#writer = new RowWriter(fieldNames);
  }

  /** The rows as JSON, in the order given. @throws SnapshotDamaged */
  page(ranges: readonly RowRange[]): Page {
    if (ranges.length === 0) return { rows: Buffer.alloc(0), count: 0 };
    const span = spanOf(ranges);
    if (span !== undefined) this.#read(span.start, span.end);
    let rows = '';
    for (const { start, end } of ranges) {
      if (span === undefined) this.#read(start, end);
      const from = start - (span ?? { start }).start;
      rows += (rows === '' ? '' : ',') + this.#writer.json(this.#buffer, from, from + end - start);
    }
    return { rows: Buffer.from(rows, 'latin1'), count: ranges.length };
  }

  close(): void {
    closeInBackground(this.#descriptor);
  }

  #read(start: number, end: number): void {
    const bytes = end - start;
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(bytes);
    if (readSync(this.#descriptor, this.#buffer, 0, bytes, start) !== bytes)
      throw new SnapshotDamaged('a file of rows is shorter than its index says');
  }
}

/** What to read for all of them at once; undefined when they are too far from each other. */
function spanOf(ranges: readonly RowRange[]): RowRange | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const range of ranges) {
    if (range.start < start) start = range.start;
    if (range.end > end) end = range.end;
  }
  return end - start <= spanBytesMax ? { start, end } : undefined;
}
