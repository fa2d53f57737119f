import type { ForgetReport } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { count, plural, publishStep } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { progressLine } from '../../output/progress.ts';

export const creator = defineCommand({
  meta: {
    name: 'creator',
    description: 'Erase a creator with all videos and lives, leave them out from now on, and publish without them',
  },
  args: {
    id: { type: 'positional', required: true, description: 'user_id of the creator' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const progress = progressLine();
    const report = await at(args, (operations) =>
      operations.forgetCreator(args.id, (...step) => progress.show(publishStep(...step))),
    ).finally(() => progress.clear());
    printResult(args.json, report, () => inWords(report));
  },
});

function inWords({ records, version, person }: ForgetReport): string {
  const { creator, video, live } = records;
  const what = `${plural(creator, 'record')} of the creator, ${count(video)} of videos and ${count(live)} of lives`;
  const served = version === null ? 'nothing is published' : `version ${version} without them is served`;
  return `${what} are erased; ${served}. In the audit log they are ${person.slice(0, 12)}….`;
}
