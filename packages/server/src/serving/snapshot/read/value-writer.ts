import { type RowField, stringKinds } from '../../list-source.ts';
import { SnapshotDamaged } from './stored-rows.ts';

/** Between the values of a stored row. JSON escapes control characters, so that none occurs in a value. */
const valueEnd = 0x01;
const rowEnd = 0x0a;

const [quote, braceClose] = [0x22, 0x7d];
const wordBytes = 4;

/** What rows are written to. */
export interface RowTarget {
  readonly bytes: Uint8Array;
  /** Of the same bytes. */
  readonly view: DataView;
}

/**
 * Makes the JSON of rows from how they are stored: the values' JSON without the names, which are most of the bytes and
 * the same in every row.
 */
export class ValueWriter {
  readonly #names: Names;
  readonly #beginsWithText: boolean;

  constructor(fields: readonly RowField[]) {
    this.#names = namesOf(fields.map(({ name }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`));
    this.#beginsWithText = fields.length > 0 && stringKinds.has((fields[0] as RowField).kind);
  }

  /** Bytes that a target must have for so many rows of so many stored bytes together. */
  room(rowCount: number, storedBytes: number): number {
    return storedBytes + rowCount * (this.#names.bytes + 2) + wordBytes;
  }

  /**
   * Writes the JSON of the row stored in `stored[start, end)` to the target at `at`.
   *
   * @returns where it ends in the target.
   * @throws SnapshotDamaged when it is not a row of these fields.
   */
  write(stored: Uint8Array, start: number, end: number, target: RowTarget, at: number): number {
    const { starts } = this.#names;
    const last = end - 1;
    const fields = starts.length - 1;
    // Most lists begin with a text: a row that does not is the end of one.
    if (this.#beginsWithText && stored[start] !== quote) throw damagedRow(fields);
    let from = start;
    let next = at;
    for (let field = 0; field < fields; field++) {
      next = writeName(this.#names, field, target.view, next);
      const to = copyValue(stored, from, last, target.bytes, next);
      next += to - from;
      if ((field === fields - 1) !== (to === last)) throw damagedRow(fields);
      from = to + 1;
    }
    if (stored[last] !== rowEnd) throw damagedRow(fields);
    target.bytes[next++] = braceClose;
    return next;
  }
}

/** Names in words of four bytes: writing a word takes as long as writing a byte. */
interface Names {
  /** Each name is filled up to whole words; what comes after it in a row writes over that. */
  readonly words: Uint32Array;
  /** Where the words of each name begin; one more for where the last ones end. */
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  /** Of all names together. */
  readonly bytes: number;
}

function namesOf(texts: readonly string[]): Names {
  const names = texts.map((text) => Buffer.from(text));
  const starts = [0];
  for (const { length } of names) starts.push((starts.at(-1) as number) + Math.ceil(length / wordBytes));
  return {
    words: Uint32Array.from(names.flatMap(wordsOf)),
    starts: Uint32Array.from(starts),
    lengths: Uint32Array.from(names, ({ length }) => length),
    bytes: names.reduce((sum, { length }) => sum + length, 0),
  };
}

function wordsOf(name: Buffer): number[] {
  const padded = Buffer.alloc(Math.ceil(name.length / wordBytes) * wordBytes);
  name.copy(padded);
  return Array.from({ length: padded.length / wordBytes }, (_, i) => padded.readUInt32LE(i * wordBytes));
}

/** @returns where the name ends in the view. */
function writeName({ words, starts, lengths }: Names, field: number, view: DataView, at: number): number {
  const end = starts[field + 1] as number;
  for (let i = starts[field] as number, to = at; i < end; i++, to += wordBytes)
    view.setUint32(to, words[i] as number, true);
  return at + (lengths[field] as number);
}

/** Up to so many bytes, copying them one by one takes less than a call. */
const fewBytes = 40;

/** Copies a value, which ends at the next `valueEnd` or at `last`. @returns where it ends in `stored`. */
function copyValue(stored: Uint8Array, from: number, last: number, target: Uint8Array, at: number): number {
  const few = Math.min(from + fewBytes, last);
  let to = at;
  for (let i = from; i < few; i++) {
    const byte = stored[i] as number;
    if (byte === valueEnd) return i;
    target[to++] = byte;
  }
  if (few === last) return last;
  const found = stored.indexOf(valueEnd, few);
  const end = found < 0 || found > last ? last : found;
  target.set(stored.subarray(few, end), to);
  return end;
}

function damagedRow(expected: number): SnapshotDamaged {
  return new SnapshotDamaged(`a stored row is not ${expected} values and a line end`);
}
