import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict, wholeNumber } from '../../arguments.ts';
import { momentGiven } from '../../moments.ts';
import { at } from '../../operations/open.ts';
import { count } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords } from './words.ts';

export const grant = defineCommand({
  meta: { name: 'grant', description: 'Add credits to a key' },
  args: {
    id: { type: 'positional', required: true, description: 'as "keys list" shows it' },
    credits: { type: 'positional', required: true, description: 'how many, 1 or more' },
    expires: { type: 'string', valueHint: 'T', description: 'they end then: a day, a time, or 90d; default: never' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(2)],
  async run({ args }) {
    const credits = wholeNumber('CREDITS', args.credits, 1) ?? 0;
    const expiresAt = momentGiven('--expires', args.expires, Date.now());
    const key = await at(args, (operations) => operations.grantCredits(args.id, credits, expiresAt));
    printResult(args.json, key, () => `${key.id} (${key.name}) got ${count(credits)}: ${creditsInWords(key)} now`);
  },
});
