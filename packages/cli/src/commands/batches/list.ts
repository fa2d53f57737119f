import type { IngestBatch } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, pageArguments, pageGiven, strict, targetArguments } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { count, moment, table } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const listArguments = { ...pageArguments, ...targetArguments, ...jsonArgument } as const;

export const list = defineCommand({
  meta: { name: 'list', description: 'List ingest batches, newest first; times are UTC' },
  args: listArguments,
  plugins: [strict()],
  async run({ args }) {
    const batches = await at(args, (operations) => operations.batches(pageGiven(args)));
    printResult(args.json, batches, () => inWords(batches));
  },
});

const heading = ['BATCH', 'SOURCE', 'STATUS', 'STARTED', 'FINISHED', 'RECORDS', 'REJECTED', 'NOTE'];

function inWords(batches: readonly IngestBatch[]): string {
  return batches.length === 0
    ? 'No batches yet: ingest one with "vitrine ingest FILE".'
    : table(heading, batches.map(rowOf));
}

function rowOf({ batch, source, status, startedAt, finishedAt, records, rejected, ...notes }: IngestBatch) {
  const { error, withdrawal, withdrawnReason, suspicions } = notes;
  const total = records === null ? null : Object.values(records).reduce((sum, each) => sum + each, 0);
  const counts = [total, rejected].map((value) => (value === null ? '' : count(value)));
  const doubts = suspicions.map(({ field, sign }) => `${field}: ${sign}`).join(', ');
  const note = withdrawnReason ?? error ?? doubts;
  return [String(batch), source, withdrawal ?? status, moment(startedAt), moment(finishedAt), ...counts, note];
}
