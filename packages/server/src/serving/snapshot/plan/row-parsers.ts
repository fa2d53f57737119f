/** Where the JSON of each value of a row is. */
export interface ValuePlaces {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Finds the values of the row in `bytes[start, end)`, without its line end. @returns whether it is one of the list. */
export type RowParser = (bytes: Uint8Array, start: number, end: number, places: ValuePlaces) => boolean;

const valueEnd = 0x01;
const [quote, backslash, comma, braceOpen, braceClose] = [0x22, 0x5c, 0x2c, 0x7b, 0x7d];

/** Values alone, with a control character between them. */
export function parserOfValues(fieldNames: readonly string[]): RowParser {
  const last = fieldNames.length - 1;
  return (bytes, start, end, { starts, ends }) => {
    let field = 0;
    starts[0] = start;
    for (let at = start; at < end; at++) {
      if (bytes[at] !== valueEnd) continue;
      ends[field++] = at;
      starts[field] = at + 1;
    }
    ends[last] = end;
    return field === last;
  };
}

/** Rows as they are served, `{"first":1,"next":"text"}`. */
export function parserOfWholeRows(fieldNames: readonly string[]): RowParser {
  // With quotation marks, colon, and what stands before.
  const nameLengths = fieldNames.map((name) => Buffer.byteLength(JSON.stringify(name)) + 2);
  return (bytes, start, end, { starts, ends }) => {
    let at = start;
    for (let field = 0; field < nameLengths.length; field++) {
      if (bytes[at] !== (field === 0 ? braceOpen : comma)) return false;
      at += nameLengths[field] as number;
      starts[field] = at;
      at = valueEndAfter(bytes, at, end);
      ends[field] = at;
    }
    return bytes[at] === braceClose && at === end - 1;
  };
}

/** Where the JSON of a text or a number ends that begins at `start`. */
function valueEndAfter(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] !== quote) {
    while (at < end && bytes[at] !== comma && bytes[at] !== braceClose) at++;
    return at;
  }
  for (at++; at < end && bytes[at] !== quote; at++) if (bytes[at] === backslash) at++;
  return at + 1;
}
