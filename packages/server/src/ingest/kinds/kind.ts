import type { FieldKind } from '../fields/field-kind.ts';

/** What records of one kind look like and where they land. */
export interface Kind {
  readonly name: string;
  /** Its landing table, whose columns are the fields and `batch`. */
  readonly table: string;
  /** Every field and its type. */
  readonly fields: ReadonlyMap<string, FieldKind>;
  /** Fields no record can do without, the key first. */
  readonly required: readonly string[];
  /** Fields that hold named values ({@link FieldKind.holdsNames}). */
  readonly nested: readonly string[];
  /** Fields that are kept as JSON text ({@link FieldKind.isJson}). */
  readonly json: readonly string[];
}

export interface KindDeclaration {
  readonly name: string;
  /** Key first. */
  readonly required: Readonly<Record<string, FieldKind>>;
  readonly optional: Readonly<Record<string, FieldKind>>;
}

/** Makes a kind of its declaration. */
export function declareKind({ name, required, optional }: KindDeclaration): Kind {
  const fields = new Map(Object.entries({ ...required, ...optional }));
  const having = (mark: 'holdsNames' | 'isJson') => [...fields].flatMap(([field, type]) => (type[mark] ? [field] : []));
  return {
    name,
    table: `landing_${name}`,
    fields,
    required: Object.keys(required),
    nested: having('holdsNames'),
    json: having('isJson'),
  };
}
