import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { UsageError } from '../../usage.ts';
import { ruleArguments, rulesGiven, withoutLimitWords } from './rules.ts';
import { keyInWords } from './words.ts';

export const update = defineCommand({
  meta: { name: 'update', description: `Update a key; to remove a limit: ${withoutLimitWords}` },
  args: {
    id: { type: 'positional', required: true, description: 'key ID, as shown by "keys list"' },
    name: { type: 'string', valueHint: 'N', description: 'display name of the key' },
    ...ruleArguments,
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const changes = { name: args.name, ...rulesGiven(args, Date.now()) };
    if (Object.values(changes).every((each) => each === undefined)) {
      throw new UsageError('nothing to update: give at least one option');
    }
    const key = await atAccounts(args, (operations) => operations.updateKey(args.id, changes));
    printResult(args.json, key, () => `Updated ${key.id} (${key.name}). ${keyInWords(key)}`);
  },
});
