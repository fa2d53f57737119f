import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../../arguments.ts';
import { momentGiven } from '../../moments.ts';
import { atAccounts } from '../../operations/open.ts';
import { count } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords } from './words.ts';

export const grant = defineCommand({
  meta: { name: 'grant', description: 'Add credits to a key' },
  args: {
    id: { type: 'positional', required: true, description: 'key ID, as shown by "keys list"' },
    credits: { type: 'positional', required: true, description: 'number of credits, 1 or more' },
    expires: {
      type: 'string',
      valueHint: 'T',
      description: 'when they expire: a day, a time, or a duration from now such as 90d; default: never',
    },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(2)],
  async run({ args }) {
    const credits = wholeNumber('CREDITS', args.credits, 1) ?? 0;
    const expiresAt = momentGiven('--expires', args.expires, Date.now());
    const key = await atAccounts(args, (operations) => operations.grantCredits(args.id, credits, expiresAt));
    printResult(
      args.json,
      key,
      () => `Granted ${count(credits)} to ${key.id} (${key.name}). Credits: ${creditsInWords(key)}`,
    );
  },
});
