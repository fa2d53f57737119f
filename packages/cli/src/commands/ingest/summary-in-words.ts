import type { IngestSummary, LeftOutField, MendedValue } from '@vitrine/sdk';
import { count, duration, plural } from '../../output/format.ts';
import { suspicionInWords } from '../../output/suspicions.ts';

const unknownShownMax = 10;

/** What a run of ingest did, and below it what it met that its sender should know of. */
export function summaryInWords(summary: IngestSummary): string {
  return [did(summary), ...findings(summary).map((line) => `  ${line}`), ...shownRecords(summary)].join('\n');
}

function did(summary: IngestSummary): string {
  const { source, seconds, recordsPerSecond, records, from, dryRun = false } = summary;
  const kinds = Object.entries(records).map(([kind, n]) => `${count(n)} ${kind}`);
  const detail = kinds.length > 1 ? ` (${kinds.join(', ')})` : '';
  const pace = seconds >= 1 ? `, ${count(recordsPerSecond)} records/s` : '';
  const left = skippedInWords(summary);
  const origin = from === undefined ? '' : ` from ${from}`;
  const taken = `${source}: ${plural(recordsOf(summary), 'record')}${origin}${detail}`;
  return dryRun ? `${taken} would be ingested${left}` : `${taken} in ${duration(seconds)}${pace}${left}`;
}

function skippedInWords({ forgotten = 0, totalRows = 0, descriptionRows = 0 }: IngestSummary): string {
  const skipped = [
    [forgotten, `${plural(forgotten, 'record')} of erased creators`],
    [totalRows, `${plural(totalRows, 'row')} of totals`],
    [descriptionRows, `${plural(descriptionRows, 'row')} of column descriptions`],
  ] as const;
  return skipped.flatMap(([rows, words]) => (rows > 0 ? [`; skipped ${words}`] : [])).join('');
}

/** Of a dry run. */
function shownRecords({ firstRecords = [] }: IngestSummary): readonly string[] {
  return firstRecords.map((record) => JSON.stringify(record));
}

/** Records that are in. */
export function recordsOf({ records }: IngestSummary): number {
  return Object.values(records).reduce((sum, each) => sum + each, 0);
}

function findings(summary: IngestSummary): readonly string[] {
  const { nothing, leftOut = [], mended = [], suspicions = [] } = summary;
  return [
    ...(nothing === undefined ? [] : [nothing]),
    ...leftOut.map(leftOutInWords),
    ...mended.map(mendedInWords),
    ...unknownInWords(summary),
    ...suspicions.map(suspicionInWords),
  ];
}

function leftOutInWords({ field, column, count: values, examples }: LeftOutField): string {
  const [first] = examples;
  const place = column === undefined || field.endsWith(`.${column}`) ? field : `${column} (${field})`;
  const example = first === undefined ? '' : `, as in line ${first.line}: ${first.reason}`;
  return `left out ${place} ${values === 1 ? 'once' : `${count(values)} times`}${example}`;
}

function mendedInWords({ field, from, to, count: values }: MendedValue): string {
  return `read ${field} ${from} as ${to} in ${plural(values, 'record')}`;
}

/** Those that look misspelt first. */
function unknownInWords({ unknownFields, meantFields = {} }: IngestSummary): readonly string[] {
  const names = Object.keys(unknownFields).sort((a, b) => Number(b in meantFields) - Number(a in meantFields));
  const lines = names.slice(0, unknownShownMax).map((name) => {
    const meant = meantFields[name];
    const hint = meant === undefined ? '' : `: did you mean ${meant}?`;
    return `ignored unknown field ${name} in ${plural(unknownFields[name] ?? 0, 'record')}${hint}`;
  });
  const more = names.length - unknownShownMax;
  return more > 0 ? [...lines, `ignored ${plural(more, 'more unknown field')}; --json lists them`] : lines;
}
