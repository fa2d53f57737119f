import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atDirectory } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { progressLine } from '../../output/progress.ts';
import { UsageError } from '../../usage.ts';
import { fitInWords, undoneInWords } from './fit-in-words.ts';

export const fit = defineCommand({
  meta: { name: 'fit', description: 'Fit the constants of the estimates to your data, and show what they change' },
  args: {
    apply: { type: 'boolean', description: 'use them from the next publish on' },
    undo: { type: 'boolean', description: 'take back what was applied last' },
    data: targetArguments.data,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const { data, json, apply = false, undo = false } = args;
    if (apply && undo) throw new UsageError('--apply and --undo: give one of them');
    return undo ? undone(data, json) : fitted(data, json, apply);
  },
});

async function undone(data: string | undefined, json: boolean | undefined): Promise<void> {
  const report = await atDirectory(data, (operations) => operations.undoFit());
  printResult(json, report, () => undoneInWords(report));
}

async function fitted(data: string | undefined, json: boolean | undefined, apply: boolean): Promise<void> {
  const progress = progressLine();
  const report = await atDirectory(data, (operations) =>
    operations.fitEstimates(apply, (name, index, count) => progress.show(`${name} ${index + 1}/${count}`)),
  ).finally(() => progress.clear());
  printResult(json, report, () => fitInWords(report));
}
