import { beyondBounds, type JsonBounds } from '../../kernel/json-bounds.ts';
import type { Erasures } from '../erasure/erasures.ts';
import { type Limits, rewrite } from '../fields/field-kind.ts';
import { isPresent, isRecord, type JsonRecord } from '../fields/records.ts';
import { kinds } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { RejectLog } from '../rejects.ts';
import type { CappedCounts } from '../summary.ts';
import { judge } from './judge.ts';
import { contentStart, type Line, linesOf } from './line.ts';
import { type LinesHandler, lineBytesMax } from './whole-lines.ts';

/** A record that passed. Its line is valid only during the call it is handed on with. */
export interface GoodRecord {
  readonly kind: Kind;
  readonly record: JsonRecord;
  readonly line: Line;
  /** Where in the line the object begins. */
  readonly start: number;
  /** The engine reads the line rightly as it stands; otherwise the record has to be written anew. */
  readonly asWritten: boolean;
}

/** Where good records go. */
export interface RecordSink {
  take(good: GoodRecord): void;
}

export interface RecordReaderOptions {
  readonly limits: Limits;
  readonly sink: RecordSink;
  readonly rejects: RejectLog;
  readonly unknownFields: CappedCounts;
  /** Whose records are left out; absent: nobody's. */
  readonly erasures?: Pick<Erasures, 'isEmpty' | 'has'> | undefined;
  /** The kind of every record, for files that hold one kind. */
  readonly kind: Kind | undefined;
}

/** Reads NDJSON lines, judges every record by its kind, and hands on the good ones. */
export class RecordReader implements LinesHandler {
  readonly #options: RecordReaderOptions;
  #lineNumber = 0;
  #records = 0;
  #forgotten = 0;

  constructor(options: RecordReaderOptions) {
    this.#options = options;
  }

  /** Good records so far. */
  get records(): number {
    return this.#records;
  }

  /** Records left out so far because their person is erased. */
  get forgotten(): number {
    return this.#forgotten;
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
    this.#refuse(this.#lineNumber, tooLong, head.toString('latin1'));
  }

  #read(line: Line, start: number): void {
    const text = line.bytes.toString(line.encoding ?? 'latin1', start, line.end);
    const parsed = parseObject(line, start, text);
    if (typeof parsed === 'string') this.#refuse(line.number, parsed, text);
    else this.#readRecord(parsed, text, line, start);
  }

  #readRecord(record: JsonRecord, text: string, line: Line, start: number): void {
    const kind = this.#kindOf(record, line.number);
    if (kind === undefined) return;
    if (this.#isErased(record)) {
      // Before it is judged: the rejects are not to hold it either.
      this.#forgotten += 1;
      return;
    }
    const { limits, unknownFields, rejects } = this.#options;
    const judgement = judge(kind, { record, text, bytes: line.end - start }, limits, unknownFields);
    if (typeof judgement === 'object') rejects.add(line.number, judgement.field, judgement.reason, judgement.value);
    else this.#handOn({ kind, record, line, start, asWritten: judgement !== rewrite });
  }

  /** Of a creator, or of a video or live of theirs: whatever names them. */
  #isErased({ user_id: userId }: JsonRecord): boolean {
    const { erasures } = this.#options;
    return erasures !== undefined && !erasures.isEmpty && typeof userId === 'string' && erasures.has(userId);
  }

  #handOn(good: GoodRecord): void {
    this.#records += 1;
    this.#options.sink.take(good);
  }

  #kindOf(record: JsonRecord, lineNumber: number): Kind | undefined {
    const { kind: given, rejects } = this.#options;
    const name = record['kind'];
    if (given !== undefined && (!isPresent(name) || name === given.name)) return given;
    const kind = given === undefined && typeof name === 'string' ? kinds.get(name) : undefined;
    if (kind === undefined) rejects.add(lineNumber, 'kind', kindReason(given, name), name);
    return kind;
  }

  #refuse(lineNumber: number, reason: string, text: string): void {
    this.#options.rejects.add(lineNumber, '', reason, text);
  }
}

const tooLong = `expected a line of at most ${lineBytesMax.toLocaleString('en')} bytes`;

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
    return isRecord(value) ? value : 'expected one JSON object a line';
  } catch (error) {
    return `expected JSON: ${error instanceof Error ? error.message : error}`;
  }
}

function kindReason(given: Kind | undefined, name: unknown): string {
  const expected = given === undefined ? `one of ${[...kinds.keys()].join(', ')}` : given.name;
  return isPresent(name) ? `expected ${expected}, got ${JSON.stringify(name)}` : `expected ${expected}, but absent`;
}
