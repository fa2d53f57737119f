import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { count } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords } from './words.ts';

export const grant = defineCommand({
  meta: { name: 'grant', description: 'Add credits to a key' },
  args: {
    id: { type: 'positional', required: true, description: 'as "keys list" shows it' },
    credits: { type: 'positional', required: true, description: 'how many, 1 or more' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(2)],
  async run({ args }) {
    const credits = wholeNumber('CREDITS', args.credits, 1) ?? 0;
    const key = await at(args, (operations) => operations.grantCredits(args.id, credits));
    printResult(args.json, key, () => `${key.id} (${key.name}) got ${count(credits)}: ${creditsInWords(key)} now`);
  },
});
