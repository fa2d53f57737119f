import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';

export const withdraw = defineCommand({
  meta: { name: 'withdraw', description: 'Take a batch out: the next publish is as if it had never come' },
  args: {
    batch: { type: 'positional', required: true, description: 'as "batches list" shows it' },
    reason: { type: 'string', required: true, valueHint: 'R', description: 'for the audit log' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const wanted = wholeNumber('BATCH', args.batch, 1) ?? 0;
    const batch = await at(args, (operations) => operations.withdrawBatch(wanted, args.reason));
    printResult(args.json, batch, () => `batch ${batch.batch} (${batch.source}) is withdrawn; ${afterwards}`);
  },
});

export const afterwards = 'what is served stays until the next "vitrine publish", which calculates everything anew';
