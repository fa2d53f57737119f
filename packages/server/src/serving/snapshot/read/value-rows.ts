import { fstatSync, openSync, readSync } from 'node:fs';
import type { RowField } from '../../list-source.ts';
import type { Frame, Page } from '../../reader.ts';
import { closeInBackground } from '../build/stored-files.ts';
import { bytesOf, noFrame, type RowRange, SnapshotDamaged, type StoredRows } from './stored-rows.ts';
import { ValueWriter } from './value-writer.ts';

const [comma, rowEnd] = [0x2c, 0x0a];

/** Ten rows of most lists are shorter. */
const guessedBytes = 8 * 1024;

/** Between two rows this close, reading what lies there takes less than another call. */
const gapBytesMax = 4 * 1024;

/** Of a page of a few kilobytes a row; larger ones make room for themselves. */
const storedBytesMin = 64 * 1024;

/** Rows that are stored without the names of their values. */
export class ValueRows implements StoredRows {
  readonly #descriptor: number;
  /** Length of the file. */
  readonly #bytes: number;
  readonly #writer: ValueWriter;
  /** Rows as they are stored, for the time of one page. */
  #stored = new Uint8Array(storedBytesMin);

  constructor(path: string, fields: readonly RowField[]) {
    this.#descriptor = openSync(path, 'r');
    this.#bytes = fstatSync(this.#descriptor).size;
    this.#writer = new ValueWriter(fields);
  }

  page(ranges: readonly RowRange[], frame = noFrame): Page {
    if (ranges.some(({ start, end }) => end <= start || end > this.#bytes)) throw tooShort();
    this.#makeRoom(bytesOf(ranges) + ranges.length * gapBytesMax);
    return this.#written(this.#readAll(ranges), frame);
  }

  /**
   * The rows that are stored from `start` on. Their line ends tell where they are, so that there is nothing else to
   * read.
   *
   * @returns undefined when they are longer than is worth a guess.
   */
  firstRows(start: number, count: number, frame = noFrame): Page | undefined {
    const read = this.#stored.subarray(0, readSync(this.#descriptor, this.#stored, 0, guessedBytes, start));
    const rows: RowRange[] = [];
    for (let from = 0; rows.length < count; ) {
      const end = read.indexOf(rowEnd, from) + 1;
      if (end === 0) return undefined;
      rows.push({ start: from, end });
      from = end;
    }
    return this.#written(rows, frame);
  }

  close(): void {
    closeInBackground(this.#descriptor);
  }

  /** @param places of the rows in what was read. */
  #written(places: readonly RowRange[], { before, after }: Frame): Page {
    const room = this.#writer.room(places.length, bytesOf(places));
    const bytes = Buffer.allocUnsafe(before.length + room + after.length);
    const target = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
    let at = before.copy(bytes);
    for (const place of places) {
      if (place !== places[0]) bytes[at++] = comma;
      at = this.#writer.write(this.#stored, place.start, place.end, target, at);
    }
    return { rows: bytes.subarray(0, at + after.copy(bytes, at)), count: places.length };
  }

  #makeRoom(bytes: number): void {
    if (bytes > this.#stored.length) this.#stored = new Uint8Array(bytes);
  }

  /** Reads the rows, those that are close to each other at once. @returns where they are in what was read. */
  #readAll(ranges: readonly RowRange[]): readonly RowRange[] {
    const places = new Map<RowRange, RowRange>();
    let [start, end, at] = [0, 0, 0];
    for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
      if (range.start - end > gapBytesMax) {
        this.#read(start, end, at);
        at += end - start;
        start = range.start;
      }
      const moved = at - start;
      places.set(range, { start: range.start + moved, end: range.end + moved });
      end = Math.max(end, range.end);
    }
    this.#read(start, end, at);
    return ranges.map((range) => places.get(range) as RowRange);
  }

  #read(start: number, end: number, at: number): void {
    const bytes = end - start;
    if (bytes > 0 && readSync(this.#descriptor, this.#stored, at, bytes, start) !== bytes) throw tooShort();
  }
}

function tooShort(): SnapshotDamaged {
  return new SnapshotDamaged('a file of rows is shorter than its index says');
}
