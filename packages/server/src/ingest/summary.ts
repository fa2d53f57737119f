/// <reference lib="es2024.string" />
import type { Suspicion } from '../kernel/suspicion.ts';
import { emptyWords } from './empty-words.ts';
import type { Reject } from './validating/rejects.ts';

/** What a run of ingest did. */
export interface IngestSummary {
  readonly batch: number;
  /** File name, `stdin` or `http`. */
  readonly source: string;
  /** Source whose file it is, `a or b` if they look alike; several with commas; absent: it holds our own records. */
  readonly from?: string;
  /** Nothing was written: `records` are those that would go in, and the batch is 0. */
  readonly dryRun?: true;
  /** Of a dry run: the first records as they would be stored. */
  readonly firstRecords?: readonly object[];
  /** That there was nothing in it, in a sentence; absent: there was something. */
  readonly nothing?: string;
  /** Records that are in, by kind. */
  readonly records: Readonly<Record<string, number>>;
  /** Lines that are not. */
  readonly rejected: number;
  /** Skipped records of erased creators; absent when there were none. */
  readonly forgotten?: number;
  /** Rows that add up those above them, and were left out; absent when there were none. */
  readonly totalRows?: number;
  /** Rows below the header that describe its columns; absent when there were none. */
  readonly descriptionRows?: number;
  /** How many records carried a field that is not known, by `kind.field`; the 200 names met first. */
  readonly unknownFields: Readonly<Record<string, number>>;
  /**
   * Of these names the ones that look misspelt, and the field that was most likely meant; absent when there are none.
   */
  readonly meantFields?: Readonly<Record<string, string>>;
  /** Optional fields that could not be read, so that records went in without them; absent when there were none. */
  readonly leftOut?: readonly LeftOutField[];
  /** Values that were read as others; absent when there were none. */
  readonly mended?: readonly MendedValue[];
  /** What looks wrong and was taken in all the same; absent when nothing does. */
  readonly suspicions?: readonly Suspicion[];
  /** Bytes read from the source, as they are stored there. */
  readonly bytes: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** NDJSON of {@link Reject}: of rejected lines and of fields that were left out; absent when there were none. */
  readonly rejectsFile?: string;
  readonly firstRejects: readonly Reject[];
}

/** A field that could not be read in some records, which went in without it. */
export interface LeftOutField {
  /** As `kind.field`; `kind.field[]` for entries of a list, `kind.field[].name` for a field of an entry. */
  readonly field: string;
  /** Of a source's file: the column that it comes from, as the file heads it. */
  readonly column?: string;
  readonly count: number;
  /** The first three. */
  readonly examples: readonly Reject[];
}

/** A spelling that was read as another. */
export interface MendedValue {
  /** As `kind.field`. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Whether every line was rejected. */
export function isNothing({ records, rejected, forgotten = 0 }: IngestSummary): boolean {
  return rejected > 0 && forgotten === 0 && Object.keys(records).length === 0;
}

/** What was met in an input. */
interface Met {
  readonly records: number;
  readonly rejected: number;
  readonly erased: number;
  readonly skipped: object;
  readonly bytes: number;
}

/** That an input had nothing in it: no byte, or no rows. */
export function nothingIn(
  name: string,
  { records, rejected, erased, skipped, bytes }: Met,
): Pick<IngestSummary, 'nothing'> {
  if (records + rejected + erased + Object.keys(skipped).length > 0) return {};
  return { nothing: bytes === 0 ? emptyWords(name) : `${name} has no rows` };
}

/** How far a run of ingest is. */
export interface IngestProgress {
  /** Bytes read from the source, as they are stored there. */
  readonly bytes: number;
  /** Good records read; the last few thousand of them may still be on their way into the engine. */
  readonly records: number;
  readonly rejected: number;
}

/** Counts by name, for at most so many names. */
export class CappedCounts {
  readonly #counts = new Map<string, number>();
  readonly #namesMax: number;

  constructor(namesMax: number) {
    this.#namesMax = namesMax;
  }

  add(given: string, by = 1): void {
    const name = given.toWellFormed();
    const count = this.#counts.get(name);
    if (count !== undefined) this.#counts.set(name, count + by);
    else if (this.#counts.size < this.#namesMax) this.#counts.set(name, by);
  }

  toObject(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
