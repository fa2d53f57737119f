import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict } from '../../arguments.ts';
import { laterGiven } from '../../moments.ts';
import { at } from '../../operations/open.ts';
import { moment } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const create = defineCommand({
  meta: { name: 'create', description: 'Create an admin key and print it, once' },
  args: {
    name: { type: 'string', required: true, valueHint: 'N', description: 'who or what has it; the audit log shows it' },
    scope: {
      type: 'string',
      required: true,
      valueHint: 'S,S',
      description: 'what it may do: ingest, publish, keys, usage, audit, forget',
    },
    expires: { type: 'string', valueHint: 'T', description: 'when it ends: a day, a time, or 30d; default: 90d' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const wanted = {
      name: args.name,
      scopes: args.scope.split(',').map((scope) => scope.trim()),
      expiresAt: laterGiven('--expires', args.expires, Date.now()),
    };
    const created = await at(args, (operations) => operations.createAdminKey(wanted));
    printResult(args.json, created, () =>
      [
        created.key,
        `This is the only time the key is shown: keep it now. Its id is ${created.id}.`,
        `It may: ${created.scopes.join(', ')}. It works until: ${moment(created.expiresAt)} UTC.`,
        'Give it with --token or VITRINE_ADMIN_TOKEN, or as "Authorization: Bearer KEY".',
      ].join('\n'),
    );
  },
});
