/** Between the values of a stored row. JSON escapes control characters, so that none occurs in a value. */
const valueEnd = 0x01;
const rowEnd = 0x0a;

const wordBytes = 4;
const braceClose = 0x7d;
const comma = 0x2c;

/** A file of the snapshot that does not hold what it should. */
export class SnapshotDamaged extends Error {
  override readonly name = 'SnapshotDamaged';
}

/**
 * Makes the JSON of rows from how they are stored: the values' JSON without the names, which are most of the bytes and
 * the same in every row.
 */
export class RowWriter {
  /** `{"first":`, then `,"next":` for each further field. */
  readonly #names: readonly Name[];
  readonly #nameBytes: number;

  constructor(fieldNames: readonly string[]) {
    this.#names = fieldNames.map((name, i) => nameOf(`${i === 0 ? '{' : ','}${JSON.stringify(name)}:`));
    this.#nameBytes = this.#names.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Bytes that `rowCount` rows need at most to be written, whose stored bytes are `storedBytes` together. */
  bytesMax(rowCount: number, storedBytes: number): number {
    return storedBytes + rowCount * (this.#nameBytes + 2) + wordBytes;
  }

  /**
   * Writes the row stored in `stored[start, end)` to `target` at `at`, after a comma unless it is the first.
   * `target` needs the room that {@link bytesMax} says.
   *
   * @returns where the next one goes.
   * @throws SnapshotDamaged when it is not a row of these fields.
   */
  write(stored: Uint8Array, start: number, end: number, target: DataView, at: number): number {
    let next = at;
    if (at > 0) target.setUint8(next++, comma);
    next = this.#writeName(0, target, next);
    let field = 0;
    for (let from = start; from < end - 1; from++) {
      const byte = stored[from] as number;
      if (byte === valueEnd) next = this.#writeName(++field, target, next);
      else target.setUint8(next++, byte);
    }
    if (field !== this.#names.length - 1 || stored[end - 1] !== rowEnd) throw damagedRow(this.#names.length, field + 1);
    target.setUint8(next++, braceClose);
    return next;
  }

  #writeName(field: number, target: DataView, at: number): number {
    const name = this.#names[field];
    if (name === undefined) throw damagedRow(this.#names.length, field + 1);
    const { words } = name;
    for (let i = 0; i < words.length; i++) target.setUint32(at + i * wordBytes, words[i] as number, true);
    return at + name.bytes;
  }
}

/** A field's name in words: names are most of what is written, and a word takes as long as a byte. */
interface Name {
  /** The last one is filled up; what comes after the name writes over that. */
  readonly words: Uint32Array;
  readonly bytes: number;
}

function nameOf(text: string): Name {
  const bytes = Buffer.byteLength(text);
  const padded = Buffer.alloc(Math.ceil(bytes / wordBytes) * wordBytes);
  padded.write(text);
  const words = Uint32Array.from({ length: padded.length / wordBytes }, (_, i) => padded.readUInt32LE(i * wordBytes));
  return { words, bytes };
}

function damagedRow(expected: number, found: number): SnapshotDamaged {
  return new SnapshotDamaged(`a stored row has ${found} values, expected ${expected} and a line end`);
}
