import { type Declaration, type ListEndpoint, type RowsOf, withDefaults } from './endpoint.ts';
import { type DocumentedField, documented, exampleRow, type Fields } from './field.ts';
import { fieldsParameters } from './fields-parameter.ts';
import type { Filter } from './filter.ts';
import type { Key } from './key.ts';
import type { Order } from './order.ts';
import { pageParameters } from './parameter.ts';

type Name<Row extends Fields> = Extract<keyof Row, string>;

/** A list as its file states it: what follows from the rest is left out. */
export interface ListDeclaration<Row extends Fields, Unserved extends Fields> extends Declaration {
  /** Whose list it is. Its table is ordered by these fields, and a request fixes each. */
  readonly key: readonly Key[];
  readonly filters?: readonly Filter<Name<Row> | Name<Unserved>>[];
  readonly order: Order<Name<Row> | Name<Unserved>>;
  /** Field that tells rows of the same key apart. */
  readonly rowId: Name<Row>;
  /** The few fields that a person reads in a table, the most telling first; `rowId` is among them. */
  readonly columns: readonly Name<Row>[];
  readonly row: Row;
  /** Columns of the table that are no field of a row, such as the period of a ranking. */
  readonly unserved?: Unserved;
  /** Fields that rows have only when they are asked for. */
  readonly onRequest?: Fields;
  /** Where rows are those of another list, under another key: no SQL of its own is needed. */
  readonly rowsOf?: RowsOf;
  /** Number of the list's table, raised when the type of a column, the key or the order changes; default: 1. */
  readonly table?: number;
  /** The query of the example, without its page. */
  readonly exampleQuery: Readonly<Record<string, string>>;
}

/** Completes a declaration: adds the parameters of order and page, and works out what readers need. */
export function defineList<Row extends Fields, Unserved extends Fields = Record<never, never>>(
  declaration: ListDeclaration<Row, Unserved>,
): ListEndpoint {
  const { id, key, filters = [], order, row, unserved, table = 1, exampleQuery, rowId, columns } = declaration;
  const fields = documented(row);
  const onRequest = documented(declaration.onRequest ?? {});
  const besides = [...documented(unserved ?? {}), ...onRequest];
  const parametersOf = ({ field, parameters }: Filter) => parameters(fieldNamed([...fields, ...besides], field));
  const given = [...key.flatMap(({ parameters }) => parameters), ...filters.flatMap(parametersOf)];
  return {
    ...withDefaults(declaration),
    kind: 'list',
    table: `serving_${id.replaceAll('-', '_')}${table === 1 ? '' : `_${table}`}`,
    key: key.map(({ field }) => field),
    parameters: [...given, ...order.parameters, ...pageParameters, ...fieldsParameters(fields, onRequest)],
    filterFields: [...new Set(filters.map(({ field }) => field))],
    unindexedFields: filters.flatMap(unindexedOf),
    sortFields: order.fields,
    ...(order.fixed !== undefined && { fixedOrder: order.fixed }),
    rowId,
    columns,
    row: fields,
    unserved: besides,
    onRequest,
    ...(declaration.rowsOf !== undefined && { rowsOf: declaration.rowsOf }),
    example: { query: { ...exampleQuery, page_num: '1', page_size: '10' }, row: exampleRow(row) },
  };
}

function fieldNamed(fields: readonly DocumentedField[], name: string): DocumentedField {
  const found = fields.find((field) => field.name === name);
  if (found === undefined) throw new TypeError(`no field is named ${name}`);
  return found;
}

function unindexedOf({ field, isUnindexed = false }: Filter): readonly string[] {
  return isUnindexed ? [field] : [];
}
