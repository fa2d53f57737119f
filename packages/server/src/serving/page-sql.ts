import type { SqlParameter } from '../warehouse/engine/engine.ts';
import { type FieldKind, fieldOf, type ListSource } from './list-source.ts';
import { type Condition, keysOf, type PageQuery, type Test } from './page-query.ts';

export interface Statement {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, SqlParameter>>;
}

/**
 * The SELECT for one page. Its inner query finds the ids of the page from the narrow columns it sorts and tests; the
 * outer one reads the wide ones of these rows only, so that a deep page costs little more than the first.
 */
export function pageStatement(source: ListSource, query: PageQuery, version: number): Statement {
  if (query.ids !== undefined) return rowsStatement(source, query.ids, query.handles, version);
  const sql = `
    SELECT ${rowExpressions(source)}
    FROM ${source.table} AS listed
    WHERE ${where(source, query.key)}
      AND ${identity(source, query)} IN (
        SELECT ${identity(source, query)}
        FROM ${source.table} AS listed
        WHERE ${where(source, conditionsOf(query))}
        ${order(source, query)}
        LIMIT {limit:UInt32} OFFSET {offset:UInt32})
    ${order(source, query)}
    SETTINGS ${rowFormatSettings}, max_execution_time = ${pageSecondsMax}
    FORMAT JSONEachRow`;
  return { sql, parameters: parametersOf(query, version) };
}

/** The SELECT for the ids of the rows of one page, in its order, of a list that has one row each, as rows with `row_id`. */
export function pageIdsStatement(source: ListSource, query: PageQuery, version: number): Statement {
  const sql = `
    SELECT toString(listed.${source.rowId}) AS row_id
    FROM ${source.table} AS listed
    WHERE ${where(source, conditionsOf(query))}
    ${order(source, query)}
    LIMIT {limit:UInt32} OFFSET {offset:UInt32}
    SETTINGS max_execution_time = ${pageSecondsMax}`;
  return { sql, parameters: parametersOf(query, version) };
}

/** The SELECT for the rows with these ids, in their order, and after them those with these handles. Several may have one handle. */
function rowsStatement(
  source: ListSource,
  ids: readonly string[],
  handles: PageQuery['handles'],
  version: number,
): Statement {
  const id = `listed.${source.rowId}`;
  const handle = handles && `lowerUTF8(listed.${fieldOf(source, handles.field).name})`;
  const isMeant = [
    ...(ids.length > 0 ? [`has({ids:Array(UInt64)}, ${id})`] : []),
    ...(handle ? [`${handle} IN {handles:Array(String)}`] : []),
  ];
  const places = [
    `${id} NOT IN {ids:Array(UInt64)}`,
    `indexOf({ids:Array(UInt64)}, ${id})`,
    ...(handle ? [`indexOf({handles:Array(String)}, ${handle})`] : []),
  ];
  const sql = `
    SELECT ${rowExpressions(source)}
    FROM ${source.table} AS listed
    WHERE listed.version = {version:UInt32} AND (${isMeant.join(' OR ')})
    ORDER BY ${places.join(', ')}, ${id}
    ${handle ? '' : `LIMIT ${ids.length}`}
    SETTINGS ${rowFormatSettings}, max_execution_time = ${pageSecondsMax}
    FORMAT JSONEachRow`;
  return { sql, parameters: { version, ids: ids.map(BigInt), ...(handles && { handles: handles.values }) } };
}

/** The SELECT for how many rows meet the conditions of a query, as a row with `rows`. */
export function countStatement(source: ListSource, query: PageQuery, version: number): Statement {
  const sql = `
    SELECT count() AS rows FROM ${source.table} AS listed
    WHERE ${where(source, conditionsOf(query))}
    SETTINGS max_execution_time = ${pageSecondsMax}`;
  return { sql, parameters: conditionParameters(query, version) };
}

/** How values of a field are put together: each by itself, by the month, or by quarters of powers of ten. */
export type Grouping = 'values' | 'months' | 'powers';

const groupings: Readonly<Record<FieldKind, Grouping>> = {
  id: 'values',
  digits: 'months',
  text: 'values',
  code: 'values',
  json: 'values',
  count: 'powers',
  flag: 'values',
  day: 'months',
  date: 'months',
  amount: 'powers',
  rate: 'powers',
  rating: 'values',
};

/** Groups of a power of ten. */
export const powerGroups = 4;
/** The group of what is not positive. */
export const noneGroup = -1000;

const groupExpressions: Readonly<Record<Grouping, (field: string, kind: FieldKind) => string>> = {
  values: (field) => field,
  months: (field, kind) =>
    kind === 'day'
      ? `intDiv(${field}, 100)`
      : kind === 'digits'
        ? `if(${field} = 0, 0, toYYYYMM(toDateTime(${field})))`
        : `toYYYYMM(${field})`,
  powers: (field) =>
    `if(${field} <= 0, ${noneGroup}, toInt32(floor(log10(toFloat64(${field})) * ${powerGroups} + 1e-9)))`,
};

const groupsMax = 100;

/** The SELECT for how many rows of a query have which values of a field, as rows with `grp` and `rows`: those of most rows, in the order of values. */
export function groupsStatement(
  source: ListSource,
  query: PageQuery,
  field: string,
  version: number,
): Statement & { readonly grouping: Grouping; readonly kind: FieldKind } {
  const { kind } = fieldOf(source, field);
  const grouping = groupings[kind];
  const sql = `
    SELECT toString(g) AS grp, c AS rows FROM (
      SELECT ${groupExpressions[grouping](compared(source, field), kind)} AS g, count() AS c
      FROM ${source.table} AS listed
      WHERE ${where(source, conditionsOf(query))}
      GROUP BY g ORDER BY c DESC, g LIMIT ${groupsMax})
    ORDER BY g
    SETTINGS max_execution_time = ${pageSecondsMax}`;
  return { sql, parameters: conditionParameters(query, version), grouping, kind };
}

/** The SELECT for the ids of the rows of a list that meet conditions. */
export function idsStatement(source: ListSource, conditions: readonly Condition[], version: number): Statement {
  return columnsStatement(source, [source.rowId], conditions, version);
}

/** The same of several columns, as they are stored. */
export function columnsStatement(
  source: ListSource,
  columns: readonly string[],
  conditions: readonly Condition[],
  version: number,
): Statement {
  const selected = columns.map((name) => `listed.${name}`).join(', ');
  const sql = `SELECT ${selected} FROM ${source.table} AS listed WHERE ${where(source, conditions)}`;
  return { sql, parameters: conditionParameters({ key: conditions, filters: [] }, version) };
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
  anyOf: (field, value) => `${field} IN ${value}`,
  contains: (field, value) => `positionCaseInsensitiveUTF8(${field}, ${value}) > 0`,
  equalInAnyCase: (field, value) => `lowerUTF8(${field}) = lowerUTF8(${value})`,
  // Ids are the only tokens of digits alone.
  holds: (field, value) => `hasToken(${field}, ${value})`,
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
  const { kind } = fieldOf(source, field);
  const type = parameterTypes[kind];
  return comparisons[test === 'holds' && kind === 'id' ? 'equal' : test](
    compared(source, field),
    `{value${index}:${test === 'anyOf' ? `Array(${type})` : type}}`,
  );
}

/** What tells the rows of a query apart. */
function identity({ rowId, key }: ListSource, query: PageQuery): string {
  const names = keysOf(query) === undefined ? [rowId] : [...key, rowId];
  return `(${names.map((name) => `listed.${name}`).join(', ')})`;
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
function conditionsOf({ key, filters }: Pick<PageQuery, 'key' | 'filters'>): readonly Condition[] {
  return [...key, ...filters];
}

/** The key comes first in the parameters as well, so that it has their first values. */
function order(source: ListSource, { sort, key }: PageQuery): string {
  const direction = sort.descending ? 'DESC' : 'ASC';
  const ofKeys = key.flatMap(({ field, test }, i) =>
    test === 'anyOf' ? [`indexOf({value${i}:Array(UInt64)}, listed.${field}), `] : [],
  );
  return `ORDER BY ${ofKeys.join('')}${compared(source, sort.field)} ${direction}, listed.${source.rowId} ASC`;
}

function parametersOf(query: PageQuery, version: number): Statement['parameters'] {
  const { pageNum, pageSize } = query;
  return { ...conditionParameters(query, version), limit: pageSize, offset: (pageNum - 1) * pageSize };
}

function conditionParameters(query: Pick<PageQuery, 'key' | 'filters'>, version: number): Statement['parameters'] {
  const values = conditionsOf(query).map(({ test, value }) =>
    test === 'anyOf' ? value.split(',').map(BigInt) : value,
  );
  return { ...Object.fromEntries(values.map((value, i) => [`value${i}`, value] as const)), version };
}
