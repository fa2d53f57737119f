import type { rewrite } from '../fields/field-check.ts';
import type { JsonRecord } from '../fields/records.ts';

/** What is wrong with a record. */
export interface Problem {
  /** With the place inside it, where only a part of its value is wrong: `products[].total_video_sale_cnt`. */
  readonly field: string;
  /** Of a source's row: the column that the field comes from, as the file heads it. */
  readonly column?: string | undefined;
  readonly reason: string;
  readonly value: unknown;
}

/**
 * What became of a record. Undefined: good as it stands. {@link rewrite}: good, but to be written anew for the engine.
 * {@link Repaired}: good once it is written anew without what could not be read. {@link Refused}: it cannot be taken in.
 */
export type Validation = undefined | typeof rewrite | Repaired | Refused;

export interface Repaired {
  /** The record without them, and with values that were mended. */
  readonly record: JsonRecord;
  readonly leftOut: readonly Problem[];
}

export interface Refused {
  readonly record?: never;
  /** All of them, also those that would have cost their field alone. */
  readonly problems: readonly Problem[];
}

/** The record as parsed, and what only its text can tell. */
export interface ParsedRecord {
  readonly record: JsonRecord;
  /** Its JSON; undefined when it was not written as JSON. */
  readonly text?: string | undefined;
  /** What a source says in fields of it and could not be read, so that it lacks them. */
  readonly unread?: readonly Problem[] | undefined;
  /** The column of a source's file that a field comes from; undefined, also what it returns: none. */
  readonly columnOf?: ((field: string) => string | undefined) | undefined;
}
