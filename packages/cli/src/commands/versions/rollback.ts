import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';

export const rollback = defineCommand({
  meta: { name: 'rollback', description: 'Roll back to the previous dataset version' },
  args: {
    version: {
      type: 'positional',
      required: false,
      description: 'as shown by "versions list"; default: the previous one',
    },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const wanted = wholeNumber('VERSION', args.version, 1);
    const report = await at(args, (operations) => operations.rollBack(wanted));
    printResult(args.json, report, () => {
      const { from, version, asOf } = report;
      return `Rolled back to version ${version} as of ${asOf}; version ${from} is dropped`;
    });
  },
});
