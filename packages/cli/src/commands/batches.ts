import type { IngestBatch } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, pageArguments, pageGiven, placeArguments, strict } from '../arguments.ts';
import { at } from '../operations/open.ts';
import { count, moment, table } from '../output/format.ts';
import { printResult } from '../output/print.ts';

export const batches = defineCommand({
  meta: { name: 'batches', description: 'List runs of ingest, the newest first; times are UTC' },
  args: { ...pageArguments, ...placeArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const batches = await at(args, (operations) => operations.batches(pageGiven(args)));
    printResult(args.json, batches, () => inWords(batches));
  },
});

const heading = ['BATCH', 'SOURCE', 'STATUS', 'STARTED', 'FINISHED', 'RECORDS', 'REJECTED', 'ERROR'];

function inWords(batches: readonly IngestBatch[]): string {
  return batches.length === 0 ? 'Nothing was ingested yet.' : table(heading, batches.map(rowOf));
}

function rowOf({ batch, source, status, startedAt, finishedAt, records, rejected, error }: IngestBatch) {
  const total = records === null ? null : Object.values(records).reduce((sum, each) => sum + each, 0);
  const counts = [total, rejected].map((value) => (value === null ? '' : count(value)));
  return [String(batch), source, status, moment(startedAt), moment(finishedAt), ...counts, error ?? ''];
}
