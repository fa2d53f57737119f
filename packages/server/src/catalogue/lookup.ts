import { type Declaration, type LookupEndpoint, withDefaults } from './endpoint.ts';
import { documented, documentedField, exampleRow, type Field, type Fields } from './field.ts';
import type { Parameter } from './parameter.ts';

/** A lookup as its file states it. */
export interface LookupDeclaration<Row extends Fields> extends Declaration {
  readonly parameters: readonly Parameter[];
  readonly row: Row;
  readonly rowId: Extract<keyof Row, string>;
  readonly columns: readonly Extract<keyof Row, string>[];
  /** What a row has besides under the value of one of its fields: that field, the name in words, and what it means. */
  readonly fieldByValue?: FieldByValue<Extract<keyof Row, string>>;
  readonly exampleQuery: Readonly<Record<string, string>>;
  /** The fields of the example's row, where it has not all. */
  readonly exampleFields?: Fields;
}

interface FieldByValue<Name> {
  readonly under: Name;
  readonly name: string;
  readonly field: Field;
}

/** Completes the declaration of a lookup. */
export function defineLookup<Row extends Fields>(declaration: LookupDeclaration<Row>): LookupEndpoint {
  const { parameters, row, rowId, columns, fieldByValue, exampleQuery, exampleFields = row } = declaration;
  const example = exampleRow(exampleFields);
  const byValue = fieldByValue && { [String(example[fieldByValue.under])]: fieldByValue.field.example };
  return {
    ...withDefaults(declaration),
    kind: 'lookup',
    parameters,
    row: documented(row),
    rowId,
    columns,
    sortFields: [],
    ...(fieldByValue && { fieldByValue: documentedField(fieldByValue.name, fieldByValue.field) }),
    example: { query: exampleQuery, row: { ...byValue, ...example } },
  };
}
