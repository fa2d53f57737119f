import { isAscii, isUtf8 } from 'node:buffer';
import { beyondBounds, type JsonBounds } from '../../../kernel/json-bounds.ts';

const bounds: JsonBounds = { depthMax: 100, elementsMax: 100_000 };
/** What a shorter element holds is bounded by its length. */
const shortLength = 4_096;

/** Whole numbers of so many digits may be beyond 2^53. */
const longNumber = /[[:,\s]-?\d{16}/;
/** Strings, which stay as they are, and whole numbers of 16 digits and more. */
const stringsAndLongNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<=[[:,\s])-?\d{16,}(?![\d.eE])/gs;

/** JSON that could not be read, and why. */
export class NoJson {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** Parses JSON. Whole numbers of which a double would lose digits become text. */
export function parseLossless(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return new NoJson('expected UTF-8');
  const beyond = bytes.length > shortLength ? beyondBounds(bytes, bounds) : undefined;
  if (beyond !== undefined) return new NoJson(beyond);
  return parseText(isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8'));
}

/** As {@link parseLossless}. */
export function parseText(text: string): unknown {
  const exact = longNumber.test(text) ? text.replace(stringsAndLongNumbers, quoted) : text;
  try {
    return JSON.parse(exact);
  } catch (error) {
    return new NoJson(`expected JSON: ${withoutText(error instanceof Error ? error.message : String(error))}`);
  }
}

/** What the parser says, without the text it shows: that may be about persons. */
function withoutText(message: string): string {
  return message.replace(/, (\.\.\.)?".*$/s, '').replace(/(?<=token ).*?(?=$| in JSON)/s, (token) => token.slice(0, 3));
}

function quoted(found: string): string {
  return found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${found}"`;
}
