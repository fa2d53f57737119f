import type { EndpointSpec, FieldSpec } from '@vitrine/sdk';
import type { ArgsDef } from 'citty';
import { type FormatName, formatNames } from '../../output/rows/formats.ts';
import type { RowShape } from '../../output/rows/row-format.ts';
import { UsageError } from '../../usage.ts';

export const outputArguments = {
  table: { type: 'boolean', description: 'print a table (the default): on a terminal, the columns that fit' },
  csv: { type: 'boolean', description: 'print CSV with a heading' },
  json: { type: 'boolean', description: 'print one JSON document, a list of rows' },
  parquet: { type: 'boolean', description: 'write a Parquet file' },
  columns: { type: 'string', valueHint: 'A,B,…', description: 'these fields of a row, in this order; default: all' },
  out: { type: 'string', valueHint: 'FILE', description: 'write there instead of standard output' },
} as const satisfies ArgsDef;

/** How the rows are to be written, and where. */
export interface Output {
  readonly format: FormatName;
  /** Undefined: standard output. */
  readonly path: string | undefined;
  readonly shape: RowShape;
}

/** @throws UsageError */
export function outputGiven(endpoint: EndpointSpec, args: Readonly<Record<string, unknown>>): Output {
  const format = formatGiven(args);
  const path = textGiven(args['out']);
  const onTerminal = path === undefined && process.stdout.isTTY === true;
  if (format === 'parquet' && onTerminal)
    throw new UsageError('--parquet is not for a terminal: give a file with --out');
  const fields = fieldsGiven(endpoint, textGiven(args['columns'])) ?? fieldsOf(endpoint, format);
  return { format, path, shape: { fields, width: onTerminal ? process.stdout.columns : undefined } };
}

function formatGiven(args: Readonly<Record<string, unknown>>): FormatName {
  const given = formatNames.filter((name) => args[name] === true);
  if (given.length < 2) return given[0] ?? 'table';
  throw new UsageError(`expected one format, got --${given.join(' and --')}`);
}

function textGiven(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function fieldsGiven({ row }: EndpointSpec, columns: string | undefined): readonly FieldSpec[] | undefined {
  return columns?.split(',').map((column) => {
    const found = row.find(({ name }) => name === column.trim());
    if (found !== undefined) return found;
    throw new UsageError(
      `--columns: no field ${JSON.stringify(column)}: expected some of ${row.map(nameOf).join(', ')}`,
    );
  });
}

function nameOf({ name }: FieldSpec): string {
  return name;
}

/** A table begins with the row's id and leaves out what nobody reads in a cell. */
function fieldsOf({ row, rowId }: EndpointSpec, format: FormatName): readonly FieldSpec[] {
  if (format !== 'table') return row;
  const readable = row.filter(({ kind }) => kind !== 'json');
  return [...readable.filter(({ name }) => name === rowId), ...readable.filter(({ name }) => name !== rowId)];
}
