/** What a JSON text may hold before anything parses it. */
export interface JsonBounds {
  /** Lists and objects inside each other. */
  readonly depthMax: number;
  /** Elements of lists and members of objects, all of them together. */
  readonly elementsMax: number;
}

const quote = 0x22;
const comma = 0x2c;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * Looks through the bytes of a JSON text once, without making anything of it: parsers and validators take time and
 * memory by what they find. Whether it is JSON at all is for the parser to say.
 *
 * @returns what was expected, where the text is beyond its bounds; undefined when it is within them
 */
export function beyondBounds(
  bytes: Uint8Array,
  { depthMax, elementsMax }: JsonBounds,
  start = 0,
  end = bytes.length,
): string | undefined {
  let depth = 0;
  let elements = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === quote) at = stringEnd(bytes, at, end);
    else if (byte === comma) elements++;
    else if (byte === openList || byte === openObject) {
      elements++;
      if (++depth > depthMax) return `expected JSON of at most ${depthMax} levels`;
    } else if (byte === closeList || byte === closeObject) depth--;
    if (elements > elementsMax) return `expected JSON of at most ${elementsMax} elements`;
  }
  return undefined;
}

/** Where the string that begins at a place ends. */
function stringEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start + 1;
  while (at < end && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
