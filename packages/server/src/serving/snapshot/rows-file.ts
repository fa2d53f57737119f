import { closeSync, openSync, readSync } from 'node:fs';
import type { Page } from '../reader.ts';
import { RowWriter, SnapshotDamaged } from './row-writer.ts';

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
    const storedBytes = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    const target = Buffer.allocUnsafe(this.#writer.bytesMax(ranges.length, storedBytes));
    const view = new DataView(target.buffer, target.byteOffset, target.length);
    return { rows: target.subarray(0, this.#writeRows(ranges, view)), count: ranges.length };
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** @returns bytes written. */
  #writeRows(ranges: readonly RowRange[], target: DataView): number {
    let first = Number.POSITIVE_INFINITY;
    let last = 0;
    for (const { start, end } of ranges) {
      if (start < first) first = start;
      if (end > last) last = end;
    }
    const isNear = last - first <= spanBytesMax;
    if (isNear) this.#read(first, last);
    let at = 0;
    for (const { start, end } of ranges) {
      if (!isNear) this.#read(start, end);
      const from = isNear ? start - first : 0;
      at = this.#writer.write(this.#buffer, from, from + end - start, target, at);
    }
    return at;
  }

  #read(start: number, end: number): void {
    const bytes = end - start;
    if (bytes > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(bytes);
    if (readSync(this.#descriptor, this.#buffer, 0, bytes, start) !== bytes)
      throw new SnapshotDamaged('a file of rows is shorter than its index says');
  }
}
