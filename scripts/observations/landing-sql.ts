import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { gradeUnit } from '../../packages/server/src/warehouse/grade-unit.ts';
import { type Column, columnsOf, everyColumn, isGraded, keyOf, listed, quoted } from './columns.ts';

const batchColumn = "batch SimpleAggregateFunction(max, UInt32) COMMENT 'ingest batch that brought it last'";
/** Moments of an entity follow each other. */
const codec = 'CODEC(DoubleDelta, LZ4)';

/**
 * The landing table of a kind. What an older data directory lacks is added, so that it has the same columns as a new
 * one: columns and comments are always those of the second statement.
 */
export function landingSql(kind: Kind): string {
  const sorted = sortingColumns(kind);
  return `CREATE TABLE IF NOT EXISTS ${kind.table}
(
${listed([...sorted.map(sortedColumn(kind)), batchColumn])}
)
ENGINE = AggregatingMergeTree
${isDated(kind) ? 'PARTITION BY toYYYYMM(observed_at)\n' : ''}ORDER BY (${names(sorted)});

ALTER TABLE ${kind.table}
${listed([
  ...sorted.map(({ name, meaning }) => `COMMENT COLUMN ${name} ${quoted(meaning)}`),
  ...(isDated(kind) ? [`MODIFY COLUMN observed_at ${codec}`] : []),
  ...everyColumn(kind)
    .filter(({ name }) => !sorted.some((column) => column.name === name))
    .map(addedColumn(kind)),
  ...gradeOf(kind),
  ...hasDetail(kind),
  ...namedOf(kind),
  'ADD INDEX IF NOT EXISTS batch_range batch TYPE minmax GRANULARITY 8',
])};
`;
}

/** The column that says what is beyond the bounds of a record. */
export function boundsSql(kind: Kind): string {
  const bounds = boundsOf(kind);
  const worded = bounds.length === 1 ? bounds.join() : `concat(\n${listed(bounds).replace(/^/gm, '    ')})`;
  return `ALTER TABLE ${kind.table}
    ADD COLUMN IF NOT EXISTS out_of_bounds SimpleAggregateFunction(max, String),
    MODIFY COLUMN out_of_bounds SimpleAggregateFunction(max, String) MATERIALIZED ${worded}
        COMMENT 'what it holds that none may; empty for a good record',
    ADD INDEX IF NOT EXISTS bounds_range out_of_bounds TYPE minmax GRANULARITY 8;
`;
}

/** Its line in the list of landing tables. */
export function landingTablesOf({ table, declaration: { isReference } }: Kind): string {
  return `  { table: '${table}', isReference: ${isReference === true} },`;
}

/** Records with a value that none may have, of all kinds, for the report of a publish. */
export function beyondBoundsSql(kinds: readonly Kind[]): string {
  const each = kinds.map((kind) => {
    const [id] = sortingColumns(kind);
    return `SELECT '${kind.name}' AS kind, toString(${id?.name}) AS id, observed_at, max(out_of_bounds) AS why FROM ${kind.table}
WHERE out_of_bounds != '' GROUP BY ${names(sortingColumns(kind))}`;
  });
  return `${each.join('\nUNION ALL\n')};\n`;
}

/**
 * The column that keeps rows of different batches apart, and totals that were seen from those that were rounded or
 * calculated. It joins the sorting key, and may have a default only afterwards.
 */
export function originSql(kind: Kind): string {
  const [meaning, value] = isGraded(kind)
    ? [`ingest batch that brought it, plus ${gradeUnit} times its grade`, `toUInt32(batch + ${gradeUnit} * grade)`]
    : ['ingest batch that brought it', 'toUInt32(batch)'];
  return `ALTER TABLE ${kind.table}
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT ${quoted(meaning)},
    COMMENT COLUMN origin ${quoted(meaning)},
    MODIFY ORDER BY (${names(sortingColumns(kind))}, origin);
ALTER TABLE ${kind.table} MODIFY COLUMN origin UInt32 DEFAULT ${value};
`;
}

function sortingColumns(kind: Kind): readonly Column[] {
  return [...columnsOf(keyOf(kind.declaration)), ...everyColumn(kind).filter(({ name }) => name === 'observed_at')];
}

/** Observations are kept by month; rates, which need no moment, are few. */
function isDated({ declaration }: Kind): boolean {
  return 'observed_at' in declaration.required;
}

function sortedColumn(kind: Kind): (column: Column) => string {
  return ({ name, type, meaning }) => {
    const isCoded = name === 'observed_at' && isDated(kind);
    return `${name} ${type.column.key}${defaultOf(type.default)} COMMENT ${quoted(meaning)}${isCoded ? ` ${codec}` : ''}`;
  };
}

function defaultOf(sql: string | undefined): string {
  return sql === undefined ? '' : ` DEFAULT ${sql}`;
}

function addedColumn({ required, declaration }: Kind): (column: Column) => string {
  const isFilled = (name: string) => required.includes(name) || name in (declaration.reworked?.columns ?? {});
  return ({ name, type: { column }, meaning }) => {
    const value = isFilled(name) ? column.required : column.optional;
    const type = `SimpleAggregateFunction(${column.merge ?? 'max'}, ${value})`;
    return `ADD COLUMN IF NOT EXISTS ${name} ${type}, COMMENT COLUMN ${name} ${quoted(meaning)}`;
  };
}

function gradeOf(kind: Kind): readonly string[] {
  if (!isGraded(kind)) return [];
  return [
    'ADD COLUMN IF NOT EXISTS grade SimpleAggregateFunction(max, UInt8)',
    `MODIFY COLUMN grade SimpleAggregateFunction(max, UInt8) MATERIALIZED
        multiIf(ifNull(derived, 0) != 0, 2, ifNull(rounded_to, 0) > 1, 1, 0)
        COMMENT 'its totals are: 0 exact, 1 rounded, 2 derived'`,
  ];
}

/** Ids beside names: rows that merge keep each pair that a record had. */
function namedOf({ declaration: { named } }: Kind): readonly string[] {
  if (named === undefined) return [];
  const type = 'SimpleAggregateFunction(groupUniqArrayArray, Array(Tuple(id UInt64, name String, own_id UInt64)))';
  return [
    `ADD COLUMN IF NOT EXISTS named ${type}`,
    `MODIFY COLUMN named ${type} MATERIALIZED
        if(ifNull(${named.id}, 0) = 0 OR ${named.normal} = '', CAST([], 'Array(Tuple(UInt64, String, UInt64))'),
           [(toUInt64(ifNull(${named.id}, 0)), ifNull(${named.by[0]}, ''), ${named.own})])
        COMMENT 'its ${named.id} beside the name, and the id of ours that the name stands for'`,
  ];
}

/** A derived record has no details. */
function hasDetail(kind: Kind): readonly string[] {
  const details = Object.keys(kind.declaration.details ?? {});
  if (details.length === 0) return [];
  const carried = details.map((name) => `isNotNull(${name})`).join('\n        OR ');
  return [
    'ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8)',
    `MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        ${isGraded(kind) ? `ifNull(derived, 0) = 0 AND (${carried})` : carried}
        COMMENT '1: carries details, which most records do not'`,
  ];
}

function boundsOf(kind: Kind): readonly string[] {
  const { calculated = {} } = kind.declaration;
  return [
    ...everyColumn(kind).flatMap(({ name, type }) => type.bound?.(name, name) ?? []),
    ...Object.entries(calculated).map(([name, bound]) => bound(name, name)),
  ];
}

function names(columns: readonly Column[]): string {
  return columns.map(({ name }) => name).join(', ');
}
