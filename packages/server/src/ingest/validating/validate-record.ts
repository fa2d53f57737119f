import { type Limits, rewrite } from '../fields/field-check.ts';
import { fieldText, withoutLoneSurrogates } from '../fields/json-text.ts';
import { isPresent, type JsonRecord } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import { Examination } from './examination.ts';
import type { Findings } from './findings.ts';
import type { ParsedRecord, Validation } from './validation.ts';

/** Validates a record by its kind, and counts what it meets in it. */
export function validateRecord(kind: Kind, parsed: ParsedRecord, limits: Limits, findings: Findings): Validation {
  const { text = '' } = parsed;
  const record = withNamedId(kind, parsed.record);
  const examination = new Examination(kind, parsed, findings);
  let rewriting =
    kind.declaration.reworked !== undefined || hidesNames(kind, record, text) || hasLoneSurrogates(kind, record, text);
  for (const name in record) {
    const value = record[name];
    const field = kind.fields.get(name);
    if (field === undefined) rewriting = meetUnknown(kind, name, findings) || rewriting;
    else if (isPresent(value)) {
      const verdict = field.check(value, limits, text.length, examination.of(name));
      if (verdict === rewrite) rewriting = true;
      else if (verdict !== undefined) examination.judge(value, verdict);
    }
  }
  const outcome = examination.outcome(record) ?? (rewriting ? rewrite : undefined);
  return typeof outcome === 'object' || record === parsed.record ? outcome : { record, leftOut: [] };
}

/** With an id of ours, where a name stands in its place. */
function withNamedId({ declaration: { named } }: Kind, record: JsonRecord): JsonRecord {
  const id = named === undefined || isPresent(record[named.id]) ? undefined : named.of(record);
  return named === undefined || id === undefined ? record : { ...record, [named.id]: id };
}

/** `batch` is a column of ours: a field of that name must not reach the engine. */
function meetUnknown(kind: Kind, name: string, findings: Findings): boolean {
  if (name !== 'kind') findings.unknown(kind, name);
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
