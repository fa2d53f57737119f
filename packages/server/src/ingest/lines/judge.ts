import { type Limits, rewrite } from '../fields/field-kind.ts';
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
export type Judgement = undefined | typeof rewrite | Problem;

/** The record as parsed, and what only its line can tell. */
export interface Candidate {
  readonly record: JsonRecord;
  readonly text: string;
  readonly bytes: number;
}

/** Judges a record by its kind and counts the fields that are not known. */
export function judge(kind: Kind, candidate: Candidate, limits: Limits, unknownFields: CappedCounts): Judgement {
  const { record } = candidate;
  let rewriting = hidesNames(kind, candidate);
  for (const name in record) {
    const value = record[name];
    const field = kind.fields.get(name);
    if (field === undefined) rewriting = meetUnknown(kind, name, unknownFields) || rewriting;
    else if (isPresent(value)) {
      const verdict = field.check(value, limits, candidate.bytes);
      if (typeof verdict === 'string') return { field: name, reason: verdict, value };
      rewriting ||= verdict === rewrite;
    }
  }
  return missing(kind, record) ?? (rewriting ? rewrite : undefined);
}

function missing(kind: Kind, record: JsonRecord): Problem | undefined {
  const field = kind.required.find((name) => !isPresent(record[name]));
  return field === undefined ? undefined : { field, reason: 'required, but absent', value: undefined };
}

/** `batch` is a column of ours: a field of that name must not reach the engine. */
function meetUnknown(kind: Kind, name: string, unknownFields: CappedCounts): boolean {
  if (name !== 'kind') unknownFields.add(`${kind.name}.${name.slice(0, 100)}`);
  return name === 'batch';
}

/** The names of fields are ASCII, and the engine does not know them again when they are written with escapes. */
function hidesNames(kind: Kind, { record, text }: Candidate): boolean {
  return kind.nested.some((name) => isPresent(record[name])) && text.includes('\\u00');
}
