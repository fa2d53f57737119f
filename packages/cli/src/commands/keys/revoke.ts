import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { moment } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const revoke = defineCommand({
  meta: { name: 'revoke', description: 'End a key for good' },
  args: {
    id: { type: 'positional', required: true, description: 'as "keys list" shows it' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const key = await at(args, (operations) => operations.revokeKey(args.id));
    printResult(args.json, key, () => `${key.id} (${key.name}) is revoked since ${moment(key.revokedAt)} UTC`);
  },
});
