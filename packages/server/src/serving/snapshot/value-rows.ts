import { openSync, readSync } from 'node:fs';
import type { Page } from '../reader.ts';
import { closeInBackground } from './stored-files.ts';
import { bytesOf, noFrame, type RowRange, SnapshotDamaged, type StoredRows } from './stored-rows.ts';
import { ValueWriter } from './value-writer.ts';

const comma = 0x2c;

/** Between two rows this close, reading what lies there takes less than another call. */
const gapBytesMax = 4 * 1024;

/** Of a page of a few kilobytes a row; larger ones make room for themselves. */
const storedBytesMin = 64 * 1024;

/** Rows that are stored without the names of their values. */
export class ValueRows implements StoredRows {
  readonly #descriptor: number;
  readonly #writer: ValueWriter;
  /** Rows as they are stored, for the time of one page. */
  #stored = new Uint8Array(storedBytesMin);

  constructor(path: string, fieldNames: readonly string[]) {
    this.#descriptor = openSync(path, 'r');
    this.#writer = new ValueWriter(fieldNames);
  }

  page(ranges: readonly RowRange[], { before, after } = noFrame): Page {
    const storedBytes = bytesOf(ranges);
    this.#makeRoom(storedBytes + ranges.length * gapBytesMax);
    const places = this.#readAll(ranges);
    const framedBytes = before.length + this.#writer.room(ranges.length, storedBytes) + after.length;
    const bytes = Buffer.allocUnsafe(framedBytes);
    const target = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
    let at = before.copy(bytes);
    for (const range of ranges) {
      if (range !== ranges[0]) bytes[at++] = comma;
      const from = places.get(range) as number;
      at = this.#writer.write(this.#stored, from, from + range.end - range.start, target, at);
    }
    return { rows: bytes.subarray(0, at + after.copy(bytes, at)), count: ranges.length };
  }

  close(): void {
    closeInBackground(this.#descriptor);
  }

  #makeRoom(bytes: number): void {
    if (bytes > this.#stored.length) this.#stored = new Uint8Array(bytes);
  }

  /** Reads the rows, those that are close to each other at once. @returns where each begins in what was read. */
  #readAll(ranges: readonly RowRange[]): ReadonlyMap<RowRange, number> {
    const places = new Map<RowRange, number>();
    let [start, end, at] = [0, 0, 0];
    for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
      if (range.start - end > gapBytesMax) {
        this.#read(start, end, at);
        at += end - start;
        start = range.start;
      }
      places.set(range, at + range.start - start);
      end = range.end;
    }
    this.#read(start, end, at);
    return places;
  }

  #read(start: number, end: number, at: number): void {
    const bytes = end - start;
    if (bytes > 0 && readSync(this.#descriptor, this.#stored, at, bytes, start) !== bytes)
      throw new SnapshotDamaged('a file of rows is shorter than its index says');
  }
}
