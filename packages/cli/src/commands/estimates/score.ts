import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atDirectory } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { progressLine } from '../../output/progress.ts';
import { scoreInWords } from './score-in-words.ts';

export const score = defineCommand({
  meta: {
    name: 'score',
    description: 'Hide the known sales of videos and lives in turn, and show how well they are estimated',
  },
  args: { data: targetArguments.data, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const progress = progressLine();
    const found = await atDirectory(args.data, (operations) =>
      operations.scoreEstimates((name, index, count) => progress.show(`${name} ${index + 1}/${count}`)),
    ).finally(() => progress.clear());
    printResult(args.json, found, () => scoreInWords(found));
  },
});
