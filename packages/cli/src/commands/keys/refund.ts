import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { count } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords } from './words.ts';

export const refund = defineCommand({
  meta: { name: 'refund', description: 'Refund charged credits to a key' },
  args: {
    id: { type: 'positional', required: true, description: 'key ID, as shown by "keys list"' },
    credits: { type: 'positional', required: true, description: 'number of credits, at most the number charged' },
    reason: { type: 'string', required: true, valueHint: 'R', description: 'why, for the ledger' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(2)],
  async run({ args }) {
    const credits = wholeNumber('CREDITS', args.credits, 1) ?? 0;
    const key = await atAccounts(args, (operations) => operations.refundCredits(args.id, credits, args.reason));
    const said = () => `Refunded ${count(credits)} to ${key.id} (${key.name}). Credits: ${creditsInWords(key)}`;
    printResult(args.json, key, said);
  },
});
