import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict, wholeNumber } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords, qpsInWords } from './words.ts';

export const create = defineCommand({
  meta: { name: 'create', description: 'Make a key and print it, once' },
  args: {
    name: { type: 'string', required: true, valueHint: 'N', description: 'for you to know the key by' },
    credits: { type: 'string', valueHint: 'C', description: 'credits to begin with, one a call; default: unlimited' },
    qps: { type: 'string', valueHint: 'Q', description: "calls a second; default: the server's" },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const wanted = {
      name: args.name,
      credits: wholeNumber('--credits', args.credits, 0),
      qps: wholeNumber('--qps', args.qps, 1),
    };
    const created = await at(args, (operations) => operations.createKey(wanted));
    printResult(args.json, created, () =>
      [
        created.key,
        `This is the only time the key is shown: keep it now. Its id is ${created.id}.`,
        `Credits: ${creditsInWords(created)}. Calls a second: ${qpsInWords(created)}.`,
      ].join('\n'),
    );
  },
});
