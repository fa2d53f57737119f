/** Between the values of a stored row. JSON escapes control characters, so that none occurs in a value. */
const valueEnd = '\x01';
const rowEnd = '\n';

/** A file of the snapshot that does not hold what it should. */
export class SnapshotDamaged extends Error {
  override readonly name = 'SnapshotDamaged';
}

/**
 * Makes the JSON of rows from how they are stored: the values' JSON without the names, which are most of the bytes and
 * the same in every row. It works on texts of a character a byte, which are put together faster than bytes are copied.
 */
export class RowWriter {
  /** `{"first":`, then `,"next":` for each further field. */
  readonly #names: readonly string[];

  constructor(fieldNames: readonly string[]) {
    this.#names = fieldNames.map((name, i) => `${i === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  }

  /**
   * The JSON of the row stored in `stored[start, end)`, a character a byte.
   *
   * @throws SnapshotDamaged when it is not a row of these fields.
   */
  json(stored: Buffer, start: number, end: number): string {
    const names = this.#names;
    const text = stored.toString('latin1', start, end);
    let json = names[0] as string;
    let from = 0;
    for (let field = 1; field < names.length; field++) {
      const to = text.indexOf(valueEnd, from);
      if (to < 0) throw damagedRow(names.length);
      json += text.slice(from, to) + names[field];
      from = to + 1;
    }
    if (!text.endsWith(rowEnd) || text.includes(valueEnd, from)) throw damagedRow(names.length);
    return `${json}${text.slice(from, -1)}}`;
  }
}

function damagedRow(expected: number): SnapshotDamaged {
  return new SnapshotDamaged(`a stored row is not ${expected} values and a line end`);
}
