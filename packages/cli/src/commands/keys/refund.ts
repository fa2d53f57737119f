import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { count } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords } from './words.ts';

export const refund = defineCommand({
  meta: { name: 'refund', description: 'Give charged credits back to a key' },
  args: {
    id: { type: 'positional', required: true, description: 'as "keys list" shows it' },
    credits: { type: 'positional', required: true, description: 'how many, at most what was charged' },
    reason: { type: 'string', required: true, valueHint: 'R', description: 'for the ledger' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(2)],
  async run({ args }) {
    const credits = wholeNumber('CREDITS', args.credits, 1) ?? 0;
    const key = await at(args, (operations) => operations.refundCredits(args.id, credits, args.reason));
    const said = () => `${key.id} (${key.name}) got ${count(credits)} back: ${creditsInWords(key)} now`;
    printResult(args.json, key, said);
  },
});
