import type { Suspicion } from '../../kernel/suspicion.ts';
import type { Erasures } from '../erasure/erasures.ts';
import { type Limits, rewrite } from '../fields/field-check.ts';
import { handleId, normalHandle } from '../fields/named-ids.ts';
import { isPresent, type JsonRecord } from '../fields/records.ts';
import { kinds } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Findings } from './findings.ts';
import type { RejectLog } from './rejects.ts';
import { validateRecord } from './validate-record.ts';
import type { ParsedRecord, Problem } from './validation.ts';

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

/** A row that adds up the others, or one that describes the columns; named as in summaries. */
export type SkippedRow = 'totalRows' | 'descriptionRows';

/** Where good records go. */
export interface RecordSink {
  take(good: GoodRecord): void;
}

export interface RecordIntakeOptions {
  readonly limits: Limits;
  readonly sink: RecordSink;
  readonly rejects: RejectLog;
  readonly findings: Findings;
  /** A field that cannot be read costs the record. */
  readonly isStrict: boolean;
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
  readonly #skipped: Record<SkippedRow, number> = { totalRows: 0, descriptionRows: 0 };

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

  /** Rows so far that are no records, by what they are; those that there were. */
  get skipped(): Partial<Readonly<Record<SkippedRow, number>>> {
    return Object.fromEntries(Object.entries(this.#skipped).filter(([, rows]) => rows > 0));
  }

  /** Counts a row that is no record. */
  skip(row: SkippedRow): void {
    this.#skipped[row] += 1;
  }

  /** Takes a record, or counts it as rejected. */
  take(candidate: Candidate): void {
    const kind = this.#kindOf(candidate);
    if (kind !== undefined) this.#takeOf(kind, unflattened(kind, candidate));
  }

  #takeOf(kind: Kind, given: Candidate): void {
    const candidate = this.#withoutErased(kind, given);
    if (this.#isErased(candidate.record)) {
      // Before validation: rejects must not hold it either.
      this.#erased += 1;
      return;
    }
    const { limits, findings } = this.#options;
    const validation = validateRecord(kind, candidate, limits, findings);
    if (typeof validation !== 'object') {
      this.#handOn(kind, candidate, validation === rewrite ? undefined : candidate.written);
    } else if (validation.record === undefined) this.#refuse(candidate, validation.problems);
    else if (this.#options.isStrict && validation.leftOut.length > 0) this.#refuse(candidate, validation.leftOut);
    else {
      this.#leaveOut(kind, candidate, validation.leftOut);
      this.#handOn(kind, candidate, undefined, validation.record);
    }
  }

  /** Counts a line that is no record as rejected. */
  refuse(lineNumber: number, reason: string, text: string, field = ''): void {
    this.#options.rejects.add(lineNumber, field, reason, text);
  }

  /** Something that looks wrong in the file, and was taken in all the same. */
  suspect(suspicion: Suspicion): void {
    this.#options.findings.suspect(suspicion);
  }

  #refuse({ lineNumber }: Candidate, problems: readonly Problem[]): void {
    this.#options.rejects.refuse(lineNumber, problems);
  }

  #leaveOut({ name }: Kind, { lineNumber }: Candidate, problems: readonly Problem[]): void {
    const { rejects, findings } = this.#options;
    for (const problem of problems) findings.leftOut(`${name}.${problem.field}`, rejects.leaveOut(lineNumber, problem));
  }

  #handOn(kind: Kind, candidate: Candidate, written: WrittenObject | undefined, record = candidate.record): void {
    this.#records += 1;
    this.#options.findings.takenIn(kind, candidate.record);
    const { lineNumber, text } = candidate;
    this.#options.sink.take({ kind, record, lineNumber, text, written });
  }

  /** What is not about them but names them is taken without that. */
  #withoutErased({ otherPersons }: Kind, candidate: Candidate): Candidate {
    const { erasures } = this.#options;
    if (erasures === undefined || erasures.isEmpty || otherPersons.length === 0) return candidate;
    const isErased = ([name, value]: readonly [string, unknown]) =>
      otherPersons.includes(name) && typeof value === 'string' && erasures.has(value);
    const entries = Object.entries(candidate.record);
    if (!entries.some(isErased)) return candidate;
    const record = Object.fromEntries(entries.filter((entry) => !isErased(entry)));
    return { ...candidate, record, text: undefined, written: undefined };
  }

  /** Of a creator, or of a video or live of theirs: whatever names them, by id or by handle. */
  #isErased({ user_id: userId, unique_id: handle }: JsonRecord): boolean {
    const { erasures } = this.#options;
    if (erasures === undefined || erasures.isEmpty) return false;
    if (typeof userId === 'string' && erasures.has(userId)) return true;
    return typeof handle === 'string' && normalHandle(handle) !== '' && erasures.has(handleId(handle));
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

/** Rows about a video and one product carry what they say of the product beside what they say of the video. */
function unflattened({ flat, fields }: Kind, candidate: Candidate): Candidate {
  const { record } = candidate;
  const [key = ''] = flat?.names ?? [];
  if (flat === undefined || !isPresent(record[key]) || isPresent(record[flat.field]) || fields.has(key))
    return candidate;
  const isOfEntry = ([name]: readonly [string, unknown]) => flat.names.includes(name);
  const entries = Object.entries(record);
  const entry = Object.fromEntries(entries.filter(isOfEntry));
  const others = Object.fromEntries(entries.filter((each) => !isOfEntry(each)));
  return { ...candidate, record: { ...others, [flat.field]: [entry] }, text: undefined, written: undefined };
}

function kindReason(given: Kind | undefined, name: unknown): string {
  const expected = given === undefined ? `one of ${[...kinds.keys()].join(', ')}` : given.name;
  return isPresent(name) ? `expected ${expected}, got ${JSON.stringify(name)}` : `expected ${expected}, but missing`;
}
