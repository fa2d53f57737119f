const newline = 0x0a;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const openObject = 0x7b;

/** Whether an object or list begins with this byte. */
function beginsValue(byte: number | undefined): boolean {
  return byte === openObject || byte === openList;
}

/** Whether `bytes[at]` is the first of its line. @param held what comes before `bytes`. */
export function isLineStart(bytes: Buffer, at: number, held: readonly Buffer[]): boolean {
  return (at > 0 ? bytes[at - 1] : held.at(-1)?.at(-1)) === newline;
}

/**
 * Whether a value can stand at `bytes[at]`, by what stands before it.
 *
 * @param held what comes before `bytes`.
 * @param isInList the value would be an element of a list, and not a member of an object.
 */
export function canPrecedeValue(bytes: Buffer, at: number, held: readonly Buffer[], isInList: boolean): boolean {
  const before = [...held, bytes.subarray(0, at)].reverse();
  for (const part of before) {
    const last = part.findLastIndex((byte) => byte > 0x20);
    if (last < 0) continue;
    const byte = part[last];
    return byte === openList || byte === colon || (byte === comma && isInList);
  }
  return true;
}

/** The end of the line that `bytes[at - 1]` is in, behind its newline. */
export function lineEndIn(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(newline, at);
  return end < 0 ? bytes.length : end + 1;
}

/**
 * Where the second line of an element begins, if an object or list begins it.
 *
 * @param whole only if it also ends like a value by itself: a part of a larger one is followed by a comma.
 */
export function secondLine(bytes: Buffer, whole: boolean): number | undefined {
  const start = bytes.indexOf(newline) + 1;
  if (start === 0 || !beginsValue(bytes[start])) return undefined;
  if (!whole) return start;
  const end = bytes.indexOf(newline, start);
  const line = bytes.subarray(start, end < 0 ? bytes.length : end);
  return line[line.findLastIndex((byte) => byte > 0x20)] === comma ? undefined : start;
}

/** How many lines end in it. */
export function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** Blanks, commas and a byte order mark may stand between elements. */
export function isBetween(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20 || byte === comma || byte === 0xef || byte === 0xbb || byte === 0xbf;
}
