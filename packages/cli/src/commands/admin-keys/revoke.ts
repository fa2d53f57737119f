import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const revoke = defineCommand({
  meta: { name: 'revoke', description: 'Revoke an admin key permanently' },
  args: {
    id: { type: 'positional', required: true, description: 'key ID, as shown by "admin-keys list"' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const key = await atAccounts(args, (operations) => operations.revokeAdminKey(args.id));
    printResult(args.json, key, () => `Revoked ${key.id} (${key.name}) at ${moment(key.revokedAt)} UTC`);
  },
});
