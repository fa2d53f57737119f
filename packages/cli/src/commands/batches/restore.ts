import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { afterwards } from './withdraw.ts';

export const restore = defineCommand({
  meta: { name: 'restore', description: 'Restore a withdrawn batch: the next publish includes its records again' },
  args: {
    batch: { type: 'positional', required: true, description: 'batch ID, as shown by "batches list"' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const wanted = wholeNumber('BATCH', args.batch, 1) ?? 0;
    const batch = await at(args, (operations) => operations.restoreBatch(wanted));
    printResult(args.json, batch, () => `Restored batch ${batch.batch} (${batch.source}); ${afterwards}`);
  },
});
