import type { Kind } from '../../packages/server/src/ingest/kinds/kind.ts';
import { type Column, columnsOf, everyColumn, listed, quoted } from './columns.ts';

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
  ...hasDetail(kind),
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

/**
 * The column that keeps rows of different batches apart. It joins the sorting key, and may have a default only
 * afterwards.
 */
export function originSql(kind: Kind): string {
  return `ALTER TABLE ${kind.table}
    ADD COLUMN IF NOT EXISTS origin UInt32 COMMENT 'ingest batch that brought it',
    MODIFY ORDER BY (${names(sortingColumns(kind))}, origin);
ALTER TABLE ${kind.table} MODIFY COLUMN origin UInt32 DEFAULT toUInt32(batch);
`;
}

function sortingColumns(kind: Kind): readonly Column[] {
  return [...columnsOf(kind.declaration.key), ...everyColumn(kind).filter(({ name }) => name === 'observed_at')];
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

function addedColumn({ required }: Kind): (column: Column) => string {
  return ({ name, type: { column }, meaning }) => {
    const value = required.includes(name) ? column.required : column.optional;
    const type = `SimpleAggregateFunction(${column.merge ?? 'max'}, ${value})`;
    return `ADD COLUMN IF NOT EXISTS ${name} ${type}, COMMENT COLUMN ${name} ${quoted(meaning)}`;
  };
}

function hasDetail({ declaration }: Kind): readonly string[] {
  const details = Object.keys(declaration.details ?? {});
  if (details.length === 0) return [];
  return [
    'ADD COLUMN IF NOT EXISTS has_detail SimpleAggregateFunction(max, UInt8)',
    `MODIFY COLUMN has_detail SimpleAggregateFunction(max, UInt8) MATERIALIZED
        ${details.map((name) => `isNotNull(${name})`).join('\n        OR ')}
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
