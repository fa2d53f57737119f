import type { EndpointSpec, FieldSpec } from '@vitrine/sdk';
import type { ArgsDef } from 'citty';
import { type FormatGiven, fileFormat } from '../../output/file-format.ts';
import { type FormatName, formatNames } from '../../output/rows/formats.ts';
import type { RowShape } from '../../output/rows/row-format.ts';
import { UsageError } from '../../usage.ts';
import { type FetchedFields, fetchedFields, isSure } from './fetched-fields.ts';
import { sureColumns } from './sure-columns.ts';

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
  /** Whether those are fetched that say how sure the others are. */
  readonly sure?: string | undefined;
}

/** @throws UsageError */
export function outputGiven(endpoint: EndpointSpec, given: OutputGiven): Output {
  const format = formatOf(given);
  const onTerminal = given.out === undefined && process.stdout.isTTY === true;
  const width = onTerminal ? process.stdout.columns : undefined;
  return { format, path: given.out, shape: { ...shown(endpoint, format, given), width } };
}

function formatOf(given: OutputGiven): FormatName {
  if (given.json !== true) return fileFormat(given, formatNames) ?? 'table';
  if (given.format === undefined || given.format === 'json') return 'json';
  throw new UsageError(`expected one format, got --json and --format ${given.format}`);
}

/** A table shows the few fields that the endpoint names for it, or that were named; files hold all that are fetched. */
function shown(endpoint: EndpointSpec, format: FormatName, given: OutputGiven): Omit<RowShape, 'width'> {
  const fetched = fetchedFields(endpoint, given);
  const named = columnsGiven(fetched, given.columns);
  if (named !== undefined) return { fields: named };
  if (format !== 'table') return { fields: fetched.all };
  const fields = fetched.isWhole ? fewOf(endpoint, fetched.all) : fetched.all;
  return isSure(given) ? { fields, columns: sureColumns(endpoint, fetched.all, fields) } : { fields };
}

function fewOf({ columns }: EndpointSpec, all: readonly FieldSpec[]): readonly FieldSpec[] {
  return columns.flatMap((column) => all.filter(({ name }) => name === column));
}

function columnsGiven({ all, others }: FetchedFields, columns: string | undefined): readonly FieldSpec[] | undefined {
  if (columns === 'all') return all;
  return columns?.split(',').map((column) => {
    const isNamed = ({ name }: FieldSpec) => name === column.trim();
    const found = all.find(isNamed);
    if (found !== undefined) return found;
    if (others.some(isNamed))
      throw new UsageError(`--columns: ${column.trim()} is fetched with --sure 1, or by name in --fields`);
    throw new UsageError(
      `--columns: unknown field ${JSON.stringify(column)}: expected some of ${all.map(nameOf).join(', ')}`,
    );
  });
}

function nameOf({ name }: FieldSpec): string {
  return name;
}
