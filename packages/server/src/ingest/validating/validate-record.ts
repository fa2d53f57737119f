import { type Limits, rewrite } from '../fields/field-check.ts';
import { fieldText, overflowingNumber, withoutLoneSurrogates } from '../fields/json-text.ts';
import { isPresent, type JsonRecord } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import type { CappedCounts } from '../summary.ts';

/** What is wrong with a record. */
export interface Problem {
  readonly field: string;
  readonly reason: string;
  readonly value: unknown;
}

/** Undefined: good as it stands. {@link rewrite}: good, but to be written anew for the engine. */
export type Validation = undefined | typeof rewrite | Problem;

/** The record as parsed, and what only its text can tell. */
export interface ParsedRecord {
  readonly record: JsonRecord;
  /** Its JSON; undefined when it was not written as JSON. */
  readonly text?: string | undefined;
}

/** Validates a record by its kind and counts its unknown fields. */
export function validateRecord(
  kind: Kind,
  parsed: ParsedRecord,
  limits: Limits,
  unknownFields: CappedCounts,
): Validation {
  const { record, text = '' } = parsed;
  let rewriting = hidesNames(kind, record, text) || hasLoneSurrogates(kind, record, text);
  for (const name in record) {
    const value = record[name];
    const field = kind.fields.get(name);
    if (field === undefined) rewriting = meetUnknown(kind, name, unknownFields) || rewriting;
    else if (isPresent(value)) {
      const inner = field.innerNames && countingInside(kind, name, unknownFields);
      const verdict = field.check(value, limits, text.length, inner);
      if (typeof verdict === 'string') return asGiven({ field: name, reason: verdict, value }, text);
      rewriting ||= verdict === rewrite;
    }
  }
  return missing(kind, record) ?? (rewriting ? rewrite : undefined);
}

/** Counts names inside a field that nothing reads. */
function countingInside(kind: Kind, field: string, unknownFields: CappedCounts): (path: string) => void {
  return (path) => unknownFields.add(`${kind.name}.${`${field}${path}`.slice(0, 100)}`);
}

function missing(kind: Kind, record: JsonRecord): Problem | undefined {
  const field = kind.required.find((name) => !isPresent(record[name]));
  return field === undefined ? undefined : { field, reason: 'required, but missing', value: undefined };
}

/** `batch` is a column of ours: a field of that name must not reach the engine. */
function meetUnknown(kind: Kind, name: string, unknownFields: CappedCounts): boolean {
  if (name !== 'kind') unknownFields.add(`${kind.name}.${name.slice(0, 100)}`);
  return name === 'batch';
}

/** The names of fields are ASCII, and the engine does not know them again when they are written with escapes. */
function hidesNames(kind: Kind, record: JsonRecord, text: string): boolean {
  return kind.nested.some((name) => isPresent(record[name])) && text.includes('\\u00');
}

/** In a field of JSON, the engine would keep them. */
function hasLoneSurrogates(kind: Kind, record: JsonRecord, text: string): boolean {
  return kind.json.some((name) => isPresent(record[name])) && withoutLoneSurrogates(text) !== text;
}

/** A number beyond what a double holds was parsed as infinite: it is reported as it was written. */
function asGiven(problem: Problem, text: string): Problem {
  const { field, reason, value } = problem;
  if (typeof value === 'string') return problem;
  const written = fieldText(text, field);
  if (written === undefined) return problem;
  const number = /got -?Infinity$/.test(reason) ? overflowingNumber(written) : undefined;
  const words = number === undefined ? reason : reason.replace(/-?Infinity$/, () => number);
  return { field, reason: words, value: written };
}

/**
 * A record to be written anew, its fields of JSON as the text that was given: parsing loses digits and names that stand
 * twice.
 */
export function withJsonTexts(kind: Kind, { record, text }: ParsedRecord): JsonRecord {
  if (text === undefined || !kind.json.some((name) => isObject(record[name]))) return record;
  const texts = kind.json.filter((name) => isObject(record[name])).map((name) => [name, fieldText(text, name)]);
  return { ...record, ...Object.fromEntries(texts) };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
