import type { JsonRecord } from '../fields/records.ts';
import { valueAt } from './paths.ts';
import { type FieldSource, type Reading, Unreadable } from './readers/reader.ts';
import { alternatives, isLinks, type Mapping, type OneMapping } from './source.ts';

/** How the file of a table heads its columns, by the names that the declaration has for them. */
export type FileHeadings = ReadonlyMap<string, string>;

/** @param names those of the declaration, by the columns of the file; undefined: they are the same. */
export function fileHeadings(columns: readonly string[], names: ReadonlyMap<string, string> | undefined): FileHeadings {
  return new Map(columns.map((column) => [names?.get(column) ?? column, column]));
}

/** A column as its file heads it; of JSON the path of the member. */
export function headingOf(headings: FileHeadings, name: string): string {
  return headings.get(name) ?? name;
}

/** What a row says, and how its file heads that. */
export interface HeadedRow {
  readonly values: JsonRecord;
  readonly context: JsonRecord;
  readonly headings: FileHeadings;
}

/**
 * The column that a field of a record was read from, of several that are read together the first; of a field that says
 * nothing the column that would.
 *
 * @param place a field, or `field[].name` for one of its entries.
 * @returns undefined when the file has none for it.
 */
export function columnFor(
  row: HeadedRow,
  fields: Readonly<Record<string, Mapping>>,
  place: string,
  reading: Reading,
): string | undefined {
  const [field = '', inner = 'product_id'] = place.split('[].');
  const ways = alternatives(fields[field] ?? []).flatMap((way) => sourceIn(way, inner) ?? []);
  const paths = ways.flatMap((way) => way.from.map((path) => [path, way] as const));
  const [path] = paths.find((each) => wasRead(row, each, reading)) ?? paths.find(([each]) => isThere(row, each)) ?? [];
  return path === undefined ? undefined : headingOf(row.headings, path);
}

/** Columns that are read together, as they are told of. */
export function columnsInWords(headings: FileHeadings, names: readonly string[]): string {
  return names.map((name) => headingOf(headings, name)).join(', ');
}

/** Of links, that of their field. Entries of a list in the row have a path of their own. */
function sourceIn(way: OneMapping, inner: string): FieldSource | undefined {
  if (!isLinks(way)) return way;
  const { each, link } = way;
  const source = link[inner];
  return source === undefined || each === undefined ? source : { ...source, from: [`${each}[].${source.from[0]}`] };
}

function wasRead(
  { values, context }: HeadedRow,
  [path, { reader, together }]: readonly [string, FieldSource],
  reading: Reading,
): boolean {
  const value = valueAt(values, path) ?? valueAt(context, path);
  if (value === undefined || together) return value !== undefined;
  const read = reader.read(value, reading);
  return read !== undefined && !(read instanceof Unreadable);
}

function isThere({ headings, values }: HeadedRow, path: string): boolean {
  const root = path.split(/\.|\[/)[0] ?? path;
  return headings.has(path) || headings.has(root) || root in values;
}
