import type { FieldCheck } from '../fields/field-check.ts';
import type { Bound, Field, StampedType } from '../fields/field-type.ts';

/** What records of one kind look like and where they land. */
export interface Kind {
  readonly name: string;
  /** Its landing table, whose columns are the fields and `batch`. */
  readonly table: string;
  /** Every field and its type. */
  readonly fields: ReadonlyMap<string, FieldCheck>;
  /** Fields no record can do without, the key first. */
  readonly required: readonly string[];
  /** Fields that hold named values ({@link FieldCheck.holdsNames}). */
  readonly nested: readonly string[];
  /** Fields that are kept as JSON text ({@link FieldCheck.isJson}). */
  readonly json: readonly string[];
  /** What scripts/generate-observations.ts makes tables, steps and documentation of. */
  readonly declaration: KindDeclaration;
}

export type Fields = Readonly<Record<string, Field>>;
/** Fields whose current value is the last one that was seen: the steps that keep it are generated. */
export type LastSeenFields = Readonly<Record<string, Field<StampedType>>>;

export interface KindDeclaration {
  readonly name: string;
  readonly key: Fields;
  readonly required: Fields;
  /** Current values that most records carry. */
  readonly lastSeen?: LastSeenFields;
  /** Current values that few records carry: only those records are read for them. */
  readonly details?: LastSeenFields;
  /** Fields that steps read in ways of their own, or that none reads. */
  readonly others?: Fields;
  /** Columns that are calculated from the others, with their bounds (schema/040_bounds.sql). */
  readonly calculated?: Readonly<Record<string, Bound>>;
}

/** Makes a kind of its declaration. */
export function declareKind(declaration: KindDeclaration): Kind {
  const { name, key, required, lastSeen, details, others } = declaration;
  const declared: Fields = { ...key, ...required, ...lastSeen, ...details, ...others };
  const fields = new Map(Object.entries(declared).map(([field, { type }]) => [field, type]));
  const having = (mark: 'holdsNames' | 'isJson') => [...fields].flatMap(([field, type]) => (type[mark] ? [field] : []));
  return {
    name,
    table: `landing_${name}`,
    fields,
    required: Object.keys({ ...key, ...required }),
    nested: having('holdsNames'),
    json: having('isJson'),
    declaration,
  };
}
