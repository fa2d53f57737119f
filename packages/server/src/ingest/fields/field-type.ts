import type { FieldCheck } from './field-check.ts';
import type { Stamp } from './stamps.ts';

/**
 * A type of field: what it accepts ({@link FieldCheck}), how the engine keeps it, and its name in the documentation.
 */
export interface FieldType extends FieldCheck {
  /** As in docs/observations.md. */
  readonly name: string;
  readonly column: ColumnTypes;
  /**
   * SQL: '' for a good value, otherwise what is wrong (schema/040_bounds.sql). Absent: whatever the column holds is
   * good.
   */
  readonly bound?: Bound;
  /** How its last value is kept. Absent: that takes more than the value itself. */
  readonly stamp?: Stamp;
  /** SQL of the value of a record that has none. */
  readonly default?: string;
}

/** A type whose last value can be kept. */
export type StampedType = FieldType & { readonly stamp: Stamp };

/** Types of its landing column. */
export interface ColumnTypes {
  readonly key: string;
  readonly required: string;
  readonly optional: string;
  /** Aggregate of rows that merge; default: `max`. */
  readonly merge?: string;
}

/** @param value SQL of the value of the field. */
export type Bound = (name: string, value: string) => string;

/** A field of a kind: the meaning is shown in docs/observations.md, and is the comment of its columns. */
export interface Field<Type extends FieldType = FieldType> {
  readonly type: Type;
  readonly meaning: string;
}

/** What declares a field of a type, with its meaning. */
export function declaring<Type extends FieldType>(type: Type): (meaning: string) => Field<Type> {
  return (meaning) => ({ type, meaning });
}

/** A column that may be empty unless its field is required. */
export function columnOf(type: string): ColumnTypes {
  return { key: type, required: type, optional: `Nullable(${type})` };
}

/** From 0 to `largest`. */
export function upTo(largest: number): Bound {
  return (name, value) => `vitrineBeyond('${name}', ${value}, ${largest})`;
}
