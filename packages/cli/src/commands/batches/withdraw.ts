import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';

export const withdraw = defineCommand({
  meta: { name: 'withdraw', description: 'Withdraw a batch: the next publish leaves its records out' },
  args: {
    batch: { type: 'positional', required: true, description: 'batch ID, as shown by "batches list"' },
    reason: { type: 'string', required: true, valueHint: 'R', description: 'why, for the audit log' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const wanted = wholeNumber('BATCH', args.batch, 1) ?? 0;
    const batch = await at(args, (operations) => operations.withdrawBatch(wanted, args.reason));
    printResult(args.json, batch, () => `Withdrew batch ${batch.batch} (${batch.source}); ${afterwards}`);
  },
});

export const afterwards =
  'the served data stays the same until the next "vitrine publish", which recalculates everything';
