import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import type { DocumentedField } from '../../packages/server/src/catalogue/field.ts';
import { windows } from '../../packages/server/src/warehouse/publish/spans.ts';
import { columns } from './column-types.ts';

/** All columns of a list's table but the version: the fields of its row, and those that are not served. */
export function columnsOf(list: ListEndpoint): readonly DocumentedField[] {
  return [...list.row, ...list.unserved].map(usable);
}

/** Names that the statements around the columns use. */
const takenNames = ['version', 'name', 'rows', 'list', 'fails', 'cause', 'other_cause', 'selected', 'wanted', 'found'];

function usable(field: DocumentedField): DocumentedField {
  if (!/^[a-z][a-z0-9_]*$/.test(field.name) || takenNames.includes(field.name))
    throw new TypeError(`no field may be called ${field.name}`);
  return field;
}

/** The columns that tell rows of a version apart, in the order the table is sorted by. */
export function identityOf({ key, rowId }: ListEndpoint): readonly string[] {
  return [...key, rowId];
}

/** Whether each row is of one product, so that what is wrong with the product can be kept out of the list. */
export function isOfProducts(list: ListEndpoint): boolean {
  return list.rowsOf === undefined && identityOf(list).includes('product_id');
}

/** The value of a column, from the SELECT of its list under the name `selected`: of a windowed measure, the element of its window. */
export function selectedValue({ name, kind, window }: DocumentedField): string {
  const selected = window === undefined ? name : `${window.of}[${windows.indexOf(window.days) + 1}]`;
  return columns[kind].value(`selected.${selected}`);
}

/** The names that the SELECT of a list must give: a windowed measure is one of them, an array. */
export function selectedNames(list: ListEndpoint): readonly string[] {
  return [...new Set(columnsOf(list).map(({ name, window }) => window?.of ?? name))];
}

/** The windows of each measure, in the order of their lengths. */
export function measuresOf(list: ListEndpoint): ReadonlyMap<string, readonly DocumentedField[]> {
  const measures = new Map<string, DocumentedField[]>();
  for (const field of columnsOf(list))
    if (field.window !== undefined) measures.set(field.window.of, [...(measures.get(field.window.of) ?? []), field]);
  for (const fields of measures.values()) fields.sort((a, b) => (a.window?.days ?? 0) - (b.window?.days ?? 0));
  return measures;
}
