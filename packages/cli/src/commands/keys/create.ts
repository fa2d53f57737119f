import type { KeyChanges, NewKey } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments, wholeNumber } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';
import { ruleArguments, rulesGiven } from './rules.ts';
import { keyInWords } from './words.ts';

export const create = defineCommand({
  meta: { name: 'create', description: 'Create a key and print it; it is shown only once' },
  args: {
    name: { type: 'string', required: true, valueHint: 'N', description: 'display name of the key' },
    credits: { type: 'string', valueHint: 'C', description: 'initial credits; default: unlimited' },
    test: { type: 'boolean', description: 'create a test key: same data, free of charge' },
    ...ruleArguments,
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict()],
  async run({ args }) {
    const wanted = {
      ...givenOnly(rulesGiven(args, Date.now())),
      name: args.name,
      mode: args.test ? ('test' as const) : ('live' as const),
      credits: wholeNumber('--credits', args.credits, 0),
    };
    const created = await atAccounts(args, (operations) => operations.createKey(wanted));
    printResult(args.json, created, () =>
      [created.key, `Save the key now: it is not shown again. Its ID is ${created.id}.`, keyInWords(created)].join(
        '\n',
      ),
    );
  },
});

/** A new key has no limit to be taken away: to be without one is not to name it. */
function givenOnly({ scopes, qps, monthlyQuota, notBefore, expiresAt, ...others }: KeyChanges): Omit<NewKey, 'name'> {
  return {
    ...others,
    scopes: scopes ?? undefined,
    qps: qps ?? undefined,
    monthlyQuota: monthlyQuota ?? undefined,
    notBefore: notBefore ?? undefined,
    expiresAt: expiresAt ?? undefined,
  };
}
