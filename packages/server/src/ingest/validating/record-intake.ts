import type { Erasures } from '../erasure/erasures.ts';
import { type Limits, rewrite } from '../fields/field-check.ts';
import { isPresent, type JsonRecord } from '../fields/records.ts';
import { kinds } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { CappedCounts } from '../summary.ts';
import type { RejectLog } from './rejects.ts';
import { type ParsedRecord, validateRecord } from './validate-record.ts';

/** An object as it stands in the source, its braces included. Valid only during the call it is handed on with. */
export interface WrittenObject {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** A record that was read. */
export interface Candidate extends ParsedRecord {
  /** Number of the line it begins in. */
  readonly lineNumber: number;
  /** Where its JSON stands; undefined when it was not written as JSON. */
  readonly written?: WrittenObject | undefined;
}

/** A record that passed. */
export interface GoodRecord extends Candidate {
  readonly kind: Kind;
  /** The engine reads it rightly as it stands there; undefined: it has to be written anew. */
  readonly written: WrittenObject | undefined;
}

/** Where good records go. */
export interface RecordSink {
  take(good: GoodRecord): void;
}

export interface RecordIntakeOptions {
  readonly limits: Limits;
  readonly sink: RecordSink;
  readonly rejects: RejectLog;
  readonly unknownFields: CappedCounts;
  /** Whose records are left out; absent: nobody's. */
  readonly erasures?: Pick<Erasures, 'isEmpty' | 'has'> | undefined;
  /** The kind of every record, for files that hold one kind. */
  readonly kind: Kind | undefined;
}

/** Validates every record by its kind, whatever its format, and passes on the good ones. */
export class RecordIntake {
  readonly #options: RecordIntakeOptions;
  #records = 0;
  #erased = 0;

  constructor(options: RecordIntakeOptions) {
    this.#options = options;
  }

  /** Good records so far. */
  get records(): number {
    return this.#records;
  }

  /** Records left out so far because their person is erased. */
  get erased(): number {
    return this.#erased;
  }

  /** Takes a record, or counts it as rejected. */
  take(candidate: Candidate): void {
    const kind = this.#kindOf(candidate);
    if (kind === undefined) return;
    if (this.#isErased(candidate.record)) {
      // Before validation: rejects must not hold it either.
      this.#erased += 1;
      return;
    }
    const { limits, unknownFields, rejects } = this.#options;
    const validation = validateRecord(kind, candidate, limits, unknownFields);
    if (typeof validation === 'object') {
      rejects.add(candidate.lineNumber, validation.field, validation.reason, validation.value);
    } else this.#handOn(kind, candidate, validation === rewrite ? undefined : candidate.written);
  }

  /** Counts a line that is no record as rejected. */
  refuse(lineNumber: number, reason: string, text: string, field = ''): void {
    this.#options.rejects.add(lineNumber, field, reason, text);
  }

  #handOn(kind: Kind, candidate: Candidate, written: WrittenObject | undefined): void {
    this.#records += 1;
    const { record, lineNumber, text } = candidate;
    this.#options.sink.take({ kind, record, lineNumber, text, written });
  }

  /** Of a creator, or of a video or live of theirs: whatever names them. */
  #isErased({ user_id: userId }: JsonRecord): boolean {
    const { erasures } = this.#options;
    return erasures !== undefined && !erasures.isEmpty && typeof userId === 'string' && erasures.has(userId);
  }

  #kindOf({ record, lineNumber }: Candidate): Kind | undefined {
    const { kind: given, rejects } = this.#options;
    const name = record['kind'];
    if (given !== undefined && (!isPresent(name) || name === given.name)) return given;
    const kind = given === undefined && typeof name === 'string' ? kinds.get(name) : undefined;
    if (kind === undefined) rejects.add(lineNumber, 'kind', kindReason(given, name), name);
    return kind;
  }
}

function kindReason(given: Kind | undefined, name: unknown): string {
  const expected = given === undefined ? `one of ${[...kinds.keys()].join(', ')}` : given.name;
  return isPresent(name) ? `expected ${expected}, got ${JSON.stringify(name)}` : `expected ${expected}, but missing`;
}
