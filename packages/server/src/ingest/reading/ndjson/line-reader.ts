import { beyondBounds, type JsonBounds } from '../../../kernel/json-bounds.ts';
import { isRecord, type JsonRecord } from '../../fields/records.ts';
import type { RecordIntake } from '../../validating/record-intake.ts';
import { contentStart, type Line, linesOf } from './line.ts';
import { type LinesHandler, lineBytesMax } from './whole-lines.ts';

/** Reads NDJSON lines. */
export class LineReader implements LinesHandler {
  readonly #intake: RecordIntake;
  #lineNumber = 0;

  constructor(intake: RecordIntake) {
    this.#intake = intake;
  }

  lines(region: Buffer): void {
    for (const line of linesOf(region, this.#lineNumber)) {
      this.#lineNumber = line.number;
      const start = contentStart(line);
      if (start < line.end) this.#read(line, start);
    }
  }

  oversized(head: Buffer): void {
    this.#lineNumber += 1;
    this.#intake.refuse(this.#lineNumber, tooLong, head.toString('latin1'));
  }

  #read(line: Line, start: number): void {
    const text = line.bytes.toString(line.encoding ?? 'latin1', start, line.end);
    const record = parseObject(line, start, text);
    if (typeof record === 'string') this.#intake.refuse(line.number, record, text);
    else
      this.#intake.take({
        record,
        text,
        lineNumber: line.number,
        written: { bytes: line.bytes, start, end: line.end },
      });
  }
}

/** Why a line was not read. */
export const tooLong = `expected a line of at most ${lineBytesMax.toLocaleString('en')} bytes`;

/** What a shorter line holds is bounded by its length, and need not be looked through before it is parsed. */
const shortLineLength = 4_096;
const lineBounds: JsonBounds = { depthMax: 100, elementsMax: 100_000 };

/** The object a line holds, or why it holds none. */
function parseObject(line: Line, start: number, text: string): JsonRecord | string {
  if (line.encoding === undefined) return 'expected UTF-8';
  if (text.length > lineBytesMax) return tooLong;
  const expected = text.length > shortLineLength ? beyondBounds(line.bytes, lineBounds, start, line.end) : undefined;
  if (expected !== undefined) return expected;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : 'expected one JSON object per line';
  } catch (error) {
    return `expected JSON: ${error instanceof Error ? error.message : error}`;
  }
}
