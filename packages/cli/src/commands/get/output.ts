import type { EndpointSpec, FieldSpec } from '@vitrine/sdk';
import type { ArgsDef } from 'citty';
import { type FormatGiven, fileFormat } from '../../output/file-format.ts';
import { type FormatName, formatNames } from '../../output/rows/formats.ts';
import type { RowShape } from '../../output/rows/row-format.ts';
import { UsageError } from '../../usage.ts';

export const outputArguments = {
  format: {
    type: 'string',
    valueHint: formatNames.join('|'),
    description: 'default: from the file extension of --out, else table',
  },
  json: { type: 'boolean', description: 'same as --format json: one JSON document, an array of rows' },
  columns: {
    type: 'string',
    valueHint: 'A,B,…',
    description: 'fields to show, in this order; "all" for every field that was fetched',
  },
  out: { type: 'string', valueHint: 'FILE', description: 'write to this file instead of standard output' },
} as const satisfies ArgsDef;

/** How the rows are to be written, and where. */
export interface Output {
  readonly format: FormatName;
  /** Undefined: standard output. */
  readonly path: string | undefined;
  readonly shape: RowShape;
}

interface OutputGiven extends FormatGiven {
  readonly json?: boolean | undefined;
  readonly columns?: string | undefined;
  /** Those that are fetched. */
  readonly fields?: string | undefined;
}

/** @throws UsageError */
export function outputGiven(endpoint: EndpointSpec, given: OutputGiven): Output {
  const format = formatOf(given);
  const onTerminal = given.out === undefined && process.stdout.isTTY === true;
  const fields = shownFields(endpoint, format, given);
  return { format, path: given.out, shape: { fields, width: onTerminal ? process.stdout.columns : undefined } };
}

function formatOf(given: OutputGiven): FormatName {
  if (given.json !== true) return fileFormat(given, formatNames) ?? 'table';
  if (given.format === undefined || given.format === 'json') return 'json';
  throw new UsageError(`expected one format, got --json and --format ${given.format}`);
}

function shownFields(
  endpoint: EndpointSpec,
  format: FormatName,
  { fields, columns }: OutputGiven,
): readonly FieldSpec[] {
  const fetched = fields?.split(',').map((name) => name.trim());
  if (fetched === undefined || fetched.includes('all') || fetched.includes('*'))
    return columnsGiven(endpoint.row, columns) ?? fieldsOf(endpoint, format);
  const row = endpoint.row.filter(({ name }) => fetched.includes(name));
  return columnsGiven(row, columns) ?? row;
}

function columnsGiven(row: readonly FieldSpec[], columns: string | undefined): readonly FieldSpec[] | undefined {
  if (columns === 'all') return row;
  return columns?.split(',').map((column) => {
    const found = row.find(({ name }) => name === column.trim());
    if (found !== undefined) return found;
    throw new UsageError(
      `--columns: unknown field ${JSON.stringify(column)}: expected some of ${row.map(nameOf).join(', ')}`,
    );
  });
}

function nameOf({ name }: FieldSpec): string {
  return name;
}

/** A table shows the few fields that the endpoint names for it; files hold all. */
function fieldsOf({ row, columns }: EndpointSpec, format: FormatName): readonly FieldSpec[] {
  if (format !== 'table') return row;
  return columns.flatMap((column) => row.filter(({ name }) => name === column));
}
