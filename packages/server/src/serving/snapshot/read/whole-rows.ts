import { openSync, readSync } from 'node:fs';
import type { Page } from '../../reader.ts';
import { closeInBackground } from '../build/stored-files.ts';
import { bytesOf, noFrame, type RowRange, SnapshotDamaged, type StoredRows } from './stored-rows.ts';

const [braceOpen, braceClose, comma, rowEnd] = [0x7b, 0x7d, 0x2c, 0x0a];

/** Rows that are stored as they are served: they are read to where they are sent from. */
export class WholeRows implements StoredRows {
  readonly #descriptor: number;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
  }

  page(ranges: readonly RowRange[], { before, after } = noFrame): Page {
    const bytes = Buffer.allocUnsafe(before.length + bytesOf(ranges) + after.length);
    let at = before.copy(bytes);
    for (const range of ranges) {
      this.#read(bytes, at, range);
      at += range.end - range.start;
      bytes[at - 1] = comma;
    }
    if (ranges.length > 0) at--;
    return { rows: bytes.subarray(0, at + after.copy(bytes, at)), count: ranges.length };
  }

  close(): void {
    closeInBackground(this.#descriptor);
  }

  #read(target: Buffer, at: number, { start, end }: RowRange): void {
    const length = end - start;
    const isRead = readSync(this.#descriptor, target, at, length, start) === length;
    const last = at + length - 1;
    const isRow = target[at] === braceOpen && target[last - 1] === braceClose && target[last] === rowEnd;
    if (!isRead || !isRow) throw new SnapshotDamaged('a file of rows does not have the rows that its index says');
  }
}
