import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { laterGiven } from '../../moments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const create = defineCommand({
  meta: { name: 'create', description: 'Create an admin key and print it; it is shown only once' },
  args: {
    name: { type: 'string', required: true, valueHint: 'N', description: 'display name, shown in the audit log' },
    scope: {
      type: 'string',
      required: true,
      valueHint: 'S,S',
      description: 'what the key allows: ingest, publish, keys, usage, audit, forget, sql, view, operate',
    },
    expires: {
      type: 'string',
      valueHint: 'T',
      description: 'end of validity: a day, a time, or a duration from now such as 30d; default: 90d',
    },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const wanted = {
      name: args.name,
      scopes: args.scope.split(',').map((scope) => scope.trim()),
      expiresAt: laterGiven('--expires', args.expires, Date.now()),
    };
    const created = await atAccounts(args, (operations) => operations.createAdminKey(wanted));
    printResult(args.json, created, () =>
      [
        created.key,
        `Save the key now: it is not shown again. Its ID is ${created.id}.`,
        `Scopes: ${created.scopes.join(', ')}. Valid until: ${moment(created.expiresAt)} UTC.`,
        'Pass it with --token or VITRINE_ADMIN_TOKEN, or as "Authorization: Bearer KEY".',
      ].join('\n'),
    );
  },
});
