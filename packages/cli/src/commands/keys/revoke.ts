import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const revoke = defineCommand({
  meta: { name: 'revoke', description: 'Revoke a key permanently' },
  args: {
    id: { type: 'positional', required: true, description: 'key ID, as shown by "keys list"' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const key = await atAccounts(args, (operations) => operations.revokeKey(args.id));
    printResult(args.json, key, () => `Revoked ${key.id} (${key.name}) at ${moment(key.revokedAt)} UTC`);
  },
});
