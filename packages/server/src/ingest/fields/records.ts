import type { FieldKind } from './field-kind.ts';

/** A parsed JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a parsed JSON value is an object, neither list nor null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a record says something in a field: null is as good as absent. */
export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The declared fields of a good record, each in the form the engine reads without doubt. */
export function normalRecord(record: JsonRecord, fields: Iterable<readonly [string, FieldKind]>): JsonRecord {
  const normal: Record<string, unknown> = {};
  for (const [name, field] of fields) {
    const value = record[name];
    if (isPresent(value)) normal[name] = field.normal === undefined ? value : field.normal(value);
  }
  return normal;
}
