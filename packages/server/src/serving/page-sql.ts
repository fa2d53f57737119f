import type { SqlParameter } from '../warehouse/engine/engine.ts';
import { type FieldKind, fieldOf, type ListSource } from './list-source.ts';
import type { Condition, PageQuery, Test } from './page-query.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, SqlParameter>>;
}

/**
 * The SELECT for one page. Its inner query finds the ids of the page from the narrow columns it sorts and tests; the
 * outer one reads the wide ones of these rows only, so that a deep page costs little more than the first.
 */
export function pageStatement(source: ListSource, query: PageQuery, version: number): Statement {
  if (query.ids !== undefined) return rowsStatement(source, query.ids, version);
  const sql = `
    SELECT ${rowExpressions(source)}
    FROM ${source.table} AS listed
    WHERE ${where(source, query.key)}
      AND listed.${source.rowId} IN (
        SELECT listed.${source.rowId}
        FROM ${source.table} AS listed
        WHERE ${where(source, conditionsOf(query))}
        ${order(source, query)}
        LIMIT {limit:UInt32} OFFSET {offset:UInt32})
    ${order(source, query)}
    SETTINGS ${rowFormatSettings}, max_execution_time = ${pageSecondsMax}
    FORMAT JSONEachRow`;
  return { sql, parameters: parametersOf(query, version) };
}

/** The SELECT for the rows with these ids, in their order. */
function rowsStatement(source: ListSource, ids: readonly string[], version: number): Statement {
  const wanted = `{ids:Array(UInt64)}`;
  const sql = `
    SELECT ${rowExpressions(source)}
    FROM ${source.table} AS listed
    WHERE listed.version = {version:UInt32} AND has(${wanted}, listed.${source.rowId})
    ORDER BY indexOf(${wanted}, listed.${source.rowId})
    LIMIT ${ids.length}
    SETTINGS ${rowFormatSettings}, max_execution_time = ${pageSecondsMax}
    FORMAT JSONEachRow`;
  return { sql, parameters: { version, ids: ids.map(BigInt) } };
}

/** The SELECT for how many rows meet the conditions of a query, as a row with `rows`. */
export function countStatement(source: ListSource, query: PageQuery, version: number): Statement {
  const sql = `
    SELECT count() AS rows FROM ${source.table} AS listed
    WHERE ${where(source, conditionsOf(query))}
    SETTINGS max_execution_time = ${pageSecondsMax}`;
  return { sql, parameters: conditionParameters(query, version) };
}

/** The fields of a row as a SELECT lists them, from the serving table under the name `listed`. */
export function rowExpressions(source: ListSource): string {
  return source.row.map(selected).join(', ');
}

/** What makes a row the plain JSON the contract asks for, whatever the session's own settings: the end of a SETTINGS clause. */
export const rowFormatSettings = Object.entries({
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  output_format_decimal_trailing_zeros: 0,
  output_format_json_escape_forward_slashes: 0,
})
  .map(([name, value]) => `${name} = ${value}`)
  .join(', ');

/** The engine gives a page up that takes longer. */
export const pageSecondsMax = 10;

/** A condition on a field, with the value it is given. */
const comparisons: Readonly<Record<Test, (field: string, value: string) => string>> = {
  equal: (field, value) => `${field} = ${value}`,
  atLeast: (field, value) => `${field} >= ${value}`,
  atMost: (field, value) => `${field} <= ${value}`,
  contains: (field, value) => `positionCaseInsensitiveUTF8(${field}, ${value}) > 0`,
  equalInAnyCase: (field, value) => `lowerUTF8(${field}) = ${value}`,
};

/** Wide enough for every amount, rate and rating, and exact: filters compare decimals, never floats. */
const decimalType = 'Decimal(38, 6)';

const parameterTypes: Readonly<Record<FieldKind, string>> = {
  id: 'UInt64',
  digits: 'UInt64',
  text: 'String',
  code: 'String',
  json: 'String',
  count: 'Int64',
  flag: 'UInt8',
  day: 'UInt32',
  date: 'Date',
  amount: decimalType,
  rate: decimalType,
  rating: decimalType,
};

function selected({ name, kind }: { readonly name: string; readonly kind: FieldKind }): string {
  return `${served(`listed.${name}`, kind)} AS ${name}`;
}

const texts: readonly FieldKind[] = ['text', 'code', 'json', 'digits'];

/** Bytes that are no UTF-8 are replaced, or the answer would be no JSON. */
function served(column: string, kind: FieldKind): string {
  if (kind === 'id') return `toString(${column})`;
  return texts.includes(kind) ? `toValidUTF8(${column})` : column;
}

/** The field as it is compared: the alias of the SELECT hides the column, hence the table's name before it. */
function compared(source: ListSource, name: string): string {
  const column = `listed.${name}`;
  return fieldOf(source, name).kind === 'digits' ? `toUInt64OrZero(${column})` : column;
}

function where(source: ListSource, conditions: readonly Condition[]): string {
  return ['listed.version = {version:UInt32}', ...conditions.map((each, i) => condition(source, each, i))].join(
    ' AND ',
  );
}

function condition(source: ListSource, { field, test }: Condition, index: number): string {
  const type = parameterTypes[fieldOf(source, field).kind];
  return comparisons[test](compared(source, field), `{value${index}:${type}}`);
}

/**
 * All rows of a version, each value as its JSON, with settings and without a FORMAT.
 *
 * @param sortedBy field that rows of a key are sorted by, descending; those of equal value, or all when absent, are in the
 *   order of their ids.
 */
export function allRowsStatement(source: ListSource, sortedBy?: string): string {
  const byField = sortedBy === undefined ? [] : [`${compared(source, sortedBy)} DESC`];
  const [keys, rowId] = [source.key.map((name) => `listed.${name}`), `listed.${source.rowId}`];
  const order = [...keys, ...byField, rowId].join(', ');
  return `
    SELECT ${rowExpressions(source)}
    FROM ${source.table} AS listed
    WHERE listed.version = {version:UInt32}
    ORDER BY ${order}
    SETTINGS ${rowFormatSettings}`;
}

/** The key comes first, so that its values have the same names in a statement that tests the key alone. */
function conditionsOf({ key, filters }: PageQuery): readonly Condition[] {
  return [...key, ...filters];
}

function order(source: ListSource, { sort }: PageQuery): string {
  const direction = sort.descending ? 'DESC' : 'ASC';
  return `ORDER BY ${compared(source, sort.field)} ${direction}, listed.${source.rowId} ASC`;
}

function parametersOf(query: PageQuery, version: number): Statement['parameters'] {
  const { pageNum, pageSize } = query;
  return { ...conditionParameters(query, version), limit: pageSize, offset: (pageNum - 1) * pageSize };
}

function conditionParameters(query: PageQuery, version: number): Statement['parameters'] {
  return { ...Object.fromEntries(conditionsOf(query).map(({ value }, i) => [`value${i}`, value] as const)), version };
}
