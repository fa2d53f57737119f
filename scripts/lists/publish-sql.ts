import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import type { DocumentedField } from '../../packages/server/src/catalogue/field.ts';
import { columnsOf, identityOf, isOfProducts, measuresOf, selectedValue } from './list-columns.ts';
import type { ListSql } from './list-sql.ts';

/** What a publish does for a list, as statements by their names. */
export function publishSql(list: ListEndpoint, sql: ListSql): string {
  refuseUnchecked(list, sql);
  const statements: Readonly<Record<string, string | undefined>> = {
    insert: insertSql(list, sql),
    saturated: saturatedSql(list),
    check: sql.keys && checkSql(list, sql.keys),
    miscounted: isOfProducts(list) && sql.keys ? miscountedSql(list, sql.keys) : undefined,
    broken: isOfProducts(list) ? brokenSql(list, sql.broken) : undefined,
  };
  const named = Object.entries(statements).flatMap(([name, text]) => (text ? [`-- name: ${name}\n${text};\n`] : []));
  return named.join('\n');
}

/**
 * A product in quarantine has the rows of an earlier version, so that a list which reads other lists is filled again and
 * has no rows of its own to count.
 */
function refuseUnchecked(list: ListEndpoint, { select, keys, broken }: ListSql): void {
  if (isOfProducts(list) && /\bserving_/.test(select))
    throw new TypeError(
      `${list.id} has a row for each product and reads other lists: read current tables, or use rowsOf`,
    );
  if (!isOfProducts(list) && (keys ?? broken) !== undefined)
    throw new TypeError(
      `${list.id} is added up over products, which are checked themselves: leave out all but the SELECT`,
    );
}

/** Fills the table of a list with what a SELECT gives. */
export function insertSql(list: ListEndpoint, { select }: ListSql): string {
  const names = columnsOf(list).map(({ name }) => name);
  const head = `INSERT INTO ${list.table} (version, ${names.join(', ')})`;
  if (list.rowsOf !== undefined) {
    const { list: other, where } = list.rowsOf;
    return `${head}\nSELECT version, ${names.join(', ')}\nFROM ${other.table}\nWHERE version = {version:UInt32} AND ${where}`;
  }
  const values = columnsOf(list).map((field) => `${selectedValue(field)} AS ${field.name}`);
  return `${head}\nSELECT\n    ${['{version:UInt32}', ...values].join(',\n    ')}\nFROM\n(\n${select}\n) AS selected`;
}

const notSetAside = 'product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside)';

/** As many rows with the same sum of hashes are the same rows. Products in quarantine are not counted: they have the rows of an earlier version, or none. */
function checkSql(list: ListEndpoint, keys: string): string {
  const hashes = `count(), sum(cityHash64(${identityOf(list).join(', ')}))`;
  const counted = isOfProducts(list) ? notSetAside : '1';
  return `SELECT '${list.id}' AS list, served != expected AS fails
FROM (SELECT (${hashes}) AS served FROM ${list.table} WHERE version = {version:UInt32} AND ${counted}) AS found
CROSS JOIN (SELECT (${hashes}) AS expected FROM (${keys}) WHERE ${counted}) AS wanted`;
}

/** Puts the products into quarantine that have too few rows, or too many. */
function miscountedSql(list: ListEndpoint, keys: string): string {
  const identity = identityOf(list).join(', ');
  return `INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT DISTINCT product_id, {round:UInt8}, 'unexpected number of rows in: ${list.id}'
FROM
(
    SELECT ${identity}, sum(wanted) AS rows_wanted, sum(found) AS rows_found
    FROM
    (
        SELECT ${identity}, 1 AS wanted, 0 AS found FROM (${keys})
        UNION ALL
        SELECT ${identity}, 0, 1 FROM ${list.table} WHERE version = {version:UInt32}
    )
    GROUP BY ${identity}
)
WHERE rows_wanted != rows_found AND ${notSetAside}`;
}

/** Puts the products into quarantine that have a row which cannot be. */
function brokenSql(list: ListEndpoint, broken = "''"): string {
  const measures = [...measuresOf(list)];
  const arrays = measures.map(([name, fields]) => `[${fields.map((field) => field.name).join(', ')}] AS ${name}`);
  const shrinks = measures.map(([name]) => `arraySort(${name}) != ${name}`);
  const causes = [
    ...negative(list, 'count', 'a count is negative'),
    ...negative(list, 'amount', 'an amount is negative'),
    ...(shrinks.length === 0
      ? []
      : [`${shrinks.join(' OR ')}, 'a number of a window is below that of a shorter window'`]),
  ];
  return `INSERT INTO {state:Identifier}.set_aside (product_id, round, reason)
SELECT product_id, {round:UInt8}, concat('in ${list.id}: ', any(cause))
FROM
(
    WITH
        ${[...arrays, `${broken} AS other_cause`].join(',\n        ')}
    SELECT product_id, multiIf(
        ${causes.join(',\n        ')},
        other_cause) AS cause
    FROM ${list.table}
    WHERE version = {version:UInt32} AND cause != ''
)
WHERE product_id NOT IN (SELECT product_id FROM {state:Identifier}.set_aside WHERE round = {round:UInt8})
GROUP BY product_id`;
}

function negative(list: ListEndpoint, kind: DocumentedField['kind'], cause: string): readonly string[] {
  const shortest = new Set([...measuresOf(list).values()].map(([first]) => first?.name));
  const fields = columnsOf(list).filter((field) => field.kind === kind && (!field.window || shortest.has(field.name)));
  return fields.length === 0 ? [] : [`${least(fields)} < 0, '${cause}'`];
}

/** Counts the rows with a number that reached the largest one that is served. Of windows, the longest holds the largest. */
function saturatedSql(list: ListEndpoint): string {
  const longest = new Set([...measuresOf(list).values()].map((fields) => fields.at(-1)?.name));
  const fields = columnsOf(list).filter((field) => field.window === undefined || longest.has(field.name));
  const reached = [
    ...atLeast(fields, 'count', 'vitrineLargest()'),
    ...atLeast(fields, 'amount', 'vitrineAmount(vitrineLargest())'),
  ];
  return `SELECT '${list.id}' AS name, count() AS rows
FROM ${list.table}
WHERE version = {version:UInt32} AND (${reached.join(' OR ') || '0'})`;
}

function atLeast(
  fields: readonly DocumentedField[],
  kind: DocumentedField['kind'],
  largest: string,
): readonly string[] {
  const names = fields.filter((field) => field.kind === kind).map(({ name }) => name);
  return names.length === 0 ? [] : [`greatest(${names.join(', ')}) >= ${largest}`];
}

function least(fields: readonly DocumentedField[]): string {
  return `least(${fields.map(({ name }) => name).join(', ')})`;
}
