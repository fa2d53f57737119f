import { stat } from 'node:fs/promises';
import type { IngestSummary } from '@vitrine/sdk';
import { formatOf, type IngestFormat, ingestFormats, isNothing } from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, oneOfGiven, strict, targetArguments } from '../arguments.ts';
import { at } from '../operations/open.ts';
import type { IngestFile, IngestProgress, Operations } from '../operations/operations.ts';
import { count, duration, megabytes, plural } from '../output/format.ts';
import { note, printResult } from '../output/print.ts';
import { progressLine } from '../output/progress.ts';
import { standardInput } from '../standard-input.ts';
import { CommandError, UsageError } from '../usage.ts';

const rejectsShownMax = 5;
const unknownShownMax = 10;

export const ingest = defineCommand({
  meta: { name: 'ingest', description: 'Ingest observations from files, or from standard input (-)' },
  args: {
    file: { type: 'positional', required: false, valueHint: ' …', description: 'NDJSON, CSV or Parquet, gzip or not' },
    format: { type: 'string', valueHint: ingestFormats.join('|'), description: 'default: from the file extension' },
    kind: { type: 'string', valueHint: 'K', description: 'kind of all records; required for CSV and Parquet' },
    strict: { type: 'boolean', description: 'reject the whole file if any line is invalid' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(Number.POSITIVE_INFINITY)],
  async run({ args }) {
    const format = oneOfGiven('--format', args.format, ingestFormats);
    const files = filesGiven(args._, format, args.kind, args.strict ?? false);
    for (const file of files) await requireFile(file);
    const batches = await at(args, (operations) => takeIn(operations, files), { makes: true }).finally(() =>
      letGo(files),
    );
    printResult(args.json, { batches, ...totals(batches) }, () => batches.map(inWords).join('\n'));
    if (batches.some(isNothing)) throw new CommandError('nothing was ingested: every line was rejected');
  },
});

function filesGiven(
  names: readonly string[],
  format: IngestFormat | undefined,
  kind: string | undefined,
  isStrict: boolean,
): readonly IngestFile[] {
  if (names.length === 0) throw new UsageError('no file given: name at least one, or - for standard input');
  if (names.filter((name) => name === '-').length > 1)
    throw new UsageError('standard input (-) can be given only once');
  for (const name of names) requireKind(name, format ?? formatOf(name), kind);
  return names.map((given) => {
    const isInput = given === '-';
    const from = isInput ? { stream: standardInput() } : { path: given };
    return { name: isInput ? 'stdin' : given, from, format: format ?? formatOf(given), kind, strict: isStrict };
  });
}

function requireKind(name: string, format: IngestFormat, kind: string | undefined): void {
  if (format === 'ndjson' || kind !== undefined) return;
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
    noteUnknown(summary);
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
  for (const { line, field, reason } of firstRejects.slice(0, rejectsShownMax)) {
    note(`${source}:${line}: ${field === '' ? '' : `${field}: `}${reason}`);
  }
  const all = rejectsFile === undefined ? '' : `; all rejects are in ${rejectsFile}`;
  note(`${source}: ${plural(rejected, 'line')} rejected${all}`);
}

/** Those that look misspelt first. */
function noteUnknown({ source, unknownFields, meantFields = {} }: IngestSummary): void {
  const names = Object.keys(unknownFields).sort((a, b) => Number(b in meantFields) - Number(a in meantFields));
  for (const name of names.slice(0, unknownShownMax)) {
    const meant = meantFields[name];
    const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
    note(`${source}: ignored unknown field ${name} in ${plural(unknownFields[name] ?? 0, 'record')}${hint}`);
  }
  const more = names.length - unknownShownMax;
  if (more > 0) note(`${source}: ignored ${plural(more, 'more unknown field')}; --json lists them`);
}

function totals(batches: readonly IngestSummary[]) {
  return { records: sum(batches.map(recordsOf)), rejected: sum(batches.map(({ rejected }) => rejected)) };
}

function inWords(summary: IngestSummary): string {
  const { source, seconds, recordsPerSecond, records, forgotten = 0 } = summary;
  const kinds = Object.entries(records).map(([kind, n]) => `${count(n)} ${kind}`);
  const detail = kinds.length > 1 ? ` (${kinds.join(', ')})` : '';
  const pace = seconds >= 1 ? `, ${count(recordsPerSecond)} records/s` : '';
  const left = forgotten > 0 ? `; skipped ${plural(forgotten, 'record')} of erased creators` : '';
  return `${source}: ${plural(recordsOf(summary), 'record')}${detail} in ${duration(seconds)}${pace}${left}`;
}

function recordsOf({ records }: IngestSummary): number {
  return sum(Object.values(records));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
