import { oneOfGiven } from '../arguments.ts';
import { UsageError } from '../usage.ts';

export interface FormatGiven {
  /** What `--format` says. */
  readonly format?: string | undefined;
  /** The file of `--out`. */
  readonly out?: string | undefined;
}

/**
 * The format that was asked for by name or, without that, by the end of the file's name; undefined when neither says.
 *
 * @throws UsageError
 */
export function fileFormat<Name extends string>(
  { format, out }: FormatGiven,
  names: readonly Name[],
): Name | undefined {
  const name = oneOfGiven('--format', format, names) ?? names.find((each) => out?.toLowerCase().endsWith(`.${each}`));
  if (name === 'parquet' && out === undefined && process.stdout.isTTY)
    throw new UsageError('cannot write Parquet to a terminal: name a file with --out');
  return name;
}
