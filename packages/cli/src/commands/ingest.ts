import { stat } from 'node:fs/promises';
import type { IngestSummary } from '@vitrine/sdk';
import {
  formatOf,
  ingestFormats,
  isNothing,
  placeOf,
  sourceNames,
  type Told,
  toldNames,
  toldOptions,
} from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, oneOfGiven, strict, targetArguments } from '../arguments.ts';
import { at } from '../operations/open.ts';
import type { IngestFile, IngestProgress, Operations } from '../operations/operations.ts';
import { count, megabytes, plural } from '../output/format.ts';
import { note, printResult } from '../output/print.ts';
import { progressLine } from '../output/progress.ts';
import { standardInput } from '../standard-input.ts';
import { CommandError, UsageError } from '../usage.ts';
import { recordsOf, summaryInWords } from './ingest/summary-in-words.ts';

const rejectsShownMax = 5;

export const ingest = defineCommand({
  meta: { name: 'ingest', description: 'Ingest observations from files, or from standard input (-)' },
  args: {
    file: {
      type: 'positional',
      required: false,
      valueHint: ' …',
      description: 'a file of a source, or NDJSON, CSV, XLSX or Parquet',
    },
    from: { type: 'string', valueHint: 'SOURCE', description: 'source of the files; default: recognized' },
    ...toldArguments(),
    format: { type: 'string', valueHint: ingestFormats.join('|'), description: 'default: from the file extension' },
    kind: { type: 'string', valueHint: 'K', description: 'kind of all records; required for CSV and Parquet' },
    strict: { type: 'boolean', description: 'reject the whole file if any line is invalid' },
    'dry-run': { type: 'boolean', description: 'report what would be ingested, without writing anything' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(Number.POSITIVE_INFINITY)],
  async run({ args }) {
    const format = oneOfGiven('--format', args.format, ingestFormats);
    const files = filesGiven(args._, {
      format,
      kind: args.kind,
      strict: args.strict ?? false,
      readAs: oneOfGiven('--from', args.from, ['auto', ...sourceNames]),
      told: toldGiven(args),
      dryRun: args['dry-run'] ?? false,
    });
    for (const file of files) await requireFile(file);
    const makes = args['dry-run'] ? 'for-now' : 'to-stay';
    const batches = await at(args, (operations) => takeIn(operations, files), { makes }).finally(() => letGo(files));
    printResult(args.json, { batches, ...totals(batches) }, () => batches.map(summaryInWords).join('\n'));
    if (batches.some(isNothing)) throw new CommandError('nothing was ingested: every line was rejected');
  },
});

/** `--region` and the others that say what a file does not. */
function toldArguments() {
  const entries = toldNames.map((name) => {
    const { valueHint, description } = toldOptions[name];
    return [name, { type: 'string' as const, valueHint, description }] as const;
  });
  return Object.fromEntries(entries) as Record<keyof Told, (typeof entries)[number][1]>;
}

/** @throws UsageError */
function toldGiven(args: Told): Told {
  for (const name of toldNames) {
    const value = args[name];
    const { expected, isGood } = toldOptions[name];
    if (value !== undefined && !isGood(value))
      throw new UsageError(`--${name}: expected ${expected}, got ${JSON.stringify(value)}`);
  }
  return Object.fromEntries(toldNames.map((name) => [name, args[name]]));
}

type FileOptions = Omit<IngestFile, 'name' | 'from'>;

function filesGiven(names: readonly string[], options: FileOptions): readonly IngestFile[] {
  if (names.length === 0) throw new UsageError('no file given: name at least one, or - for standard input');
  if (names.filter((name) => name === '-').length > 1)
    throw new UsageError('standard input (-) can be given only once');
  for (const name of names) requireKind(name, options);
  return names.map((given) => {
    const isInput = given === '-';
    const from = isInput ? { stream: standardInput() } : { path: given };
    return { ...options, name: isInput ? 'stdin' : given, from };
  });
}

function requireKind(name: string, { format: given, kind }: FileOptions): void {
  const format = given ?? formatOf(name);
  if (format !== 'parquet' || kind !== undefined) return;
  throw new UsageError(`${name}: a ${format} file contains records of one kind: specify it with --kind`);
}

/** Seen first: for a name that was mistyped nothing is begun. @throws CommandError */
async function requireFile({ name, from }: IngestFile): Promise<void> {
  if (!('path' in from)) return;
  const found = await stat(from.path).catch((cause: Error) => {
    throw new CommandError(`cannot read ${name}: ${cause.message}`, { cause });
  });
  if (found.isDirectory()) throw new CommandError(`cannot read ${name}: it is a directory`);
}

/** Or the process would wait for who writes to it. */
function letGo(files: readonly IngestFile[]): void {
  for (const { from } of files) if ('stream' in from) from.stream.destroy();
}

async function takeIn(operations: Operations, files: readonly IngestFile[]): Promise<readonly IngestSummary[]> {
  const summaries: IngestSummary[] = [];
  for (const file of files) {
    const summary = await takeInOne(operations, file);
    summaries.push(summary);
    noteRejects(summary);
  }
  return summaries;
}

async function takeInOne(operations: Operations, file: IngestFile): Promise<IngestSummary> {
  const progress = progressLine();
  const bytesWhole = 'path' in file.from ? (await stat(file.from.path).catch(() => undefined))?.size : undefined;
  try {
    return await operations.ingest(file, (now) => progress.show(progressInWords(file.name, now, bytesWhole)));
  } finally {
    progress.clear();
  }
}

function progressInWords(name: string, { bytes, records, rejected }: IngestProgress, bytesWhole = 0): string {
  const parts = [name, megabytes(bytes)];
  if (bytesWhole > 0) parts.push(`${Math.floor((100 * bytes) / bytesWhole)} %`);
  if (records !== undefined) parts.push(plural(records, 'record'));
  if (rejected) parts.push(`${count(rejected)} rejected`);
  return parts.join('  ');
}

function noteRejects({ source, rejected, firstRejects, rejectsFile }: IngestSummary): void {
  if (rejected === 0) return;
  for (const reject of firstRejects.slice(0, rejectsShownMax)) {
    const place = reject.field === '' ? '' : `${placeOf(reject)}: `;
    note(`${source}:${reject.line}: ${place}${reject.reason}`);
  }
  const all = rejectsFile === undefined ? '' : `; all rejects are in ${rejectsFile}`;
  note(`${source}: ${plural(rejected, 'line')} rejected${all}`);
}

function totals(batches: readonly IngestSummary[]) {
  return { records: sum(batches.map(recordsOf)), rejected: sum(batches.map(({ rejected }) => rejected)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
