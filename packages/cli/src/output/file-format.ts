import { extname } from 'node:path';
import { oneOfGiven } from '../arguments.ts';
import { UsageError } from '../usage.ts';

export interface FormatGiven {
  /** What `--format` says. */
  readonly format?: string | undefined;
  /** The file of `--out`. */
  readonly out?: string | undefined;
}

/**
 * The format that was asked for by name or, without that, by the extension of the file; undefined when neither says.
 *
 * @throws UsageError
 */
export function fileFormat<Name extends string>(
  { format, out }: FormatGiven,
  names: readonly Name[],
): Name | undefined {
  const name = oneOfGiven('--format', format, names) ?? formatOfFile(out, names);
  const binary = name && binaryNames[name];
  if (binary && out === undefined && process.stdout.isTTY)
    throw new UsageError(`cannot write ${binary} to a terminal: name a file with --out`);
  return name;
}

const binaryNames: Readonly<Record<string, string | undefined>> = { parquet: 'Parquet', xlsx: 'XLSX' };

/** A file without an extension, such as a device, says nothing of its format. */
function formatOfFile<Name extends string>(path = '', names: readonly Name[]): Name | undefined {
  const extension = extname(path).slice(1).toLowerCase();
  if (extension === '') return undefined;
  const name = names.find((each) => each === extension && each !== 'table');
  if (name !== undefined) return name;
  const known = names.filter((each) => each !== 'table').map((each) => `.${each}`);
  const expected = `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
  throw new UsageError(
    `--out: expected a file name that ends in ${expected}, or --format, got ${JSON.stringify(path)}`,
  );
}
