import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { UsageError } from '../../usage.ts';
import { ruleArguments, rulesGiven, withoutLimitWords } from './rules.ts';
import { keyInWords } from './words.ts';

export const update = defineCommand({
  meta: { name: 'update', description: `Change what a key may do; without a limit again: ${withoutLimitWords}` },
  args: {
    id: { type: 'positional', required: true, description: 'as "keys list" shows it' },
    name: { type: 'string', valueHint: 'N', description: 'for you to know the key by' },
    ...ruleArguments,
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const changes = { name: args.name, ...rulesGiven(args, Date.now()) };
    if (Object.values(changes).every((each) => each === undefined)) {
      throw new UsageError('what is to change? Name at least one option');
    }
    const key = await at(args, (operations) => operations.updateKey(args.id, changes));
    printResult(args.json, key, () => `${key.id} (${key.name}) is changed. ${keyInWords(key)}`);
  },
});
