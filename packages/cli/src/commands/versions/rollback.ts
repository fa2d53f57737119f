import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';

export const rollback = defineCommand({
  meta: { name: 'rollback', description: 'Serve the version before the served one again' },
  args: {
    version: {
      type: 'positional',
      required: false,
      description: 'as "versions list" shows it; default: the one before',
    },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const wanted = wholeNumber('VERSION', args.version, 1);
    const report = await at(args, (operations) => operations.rollBack(wanted));
    printResult(args.json, report, () => {
      const { from, version, asOf } = report;
      return `version ${version} as of ${asOf} is served again; version ${from} is dropped`;
    });
  },
});
