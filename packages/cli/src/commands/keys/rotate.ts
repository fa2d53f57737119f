import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { durationGiven } from '../../moments.ts';
import { atAccounts } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';

export const rotate = defineCommand({
  meta: {
    name: 'rotate',
    description: 'Issue a new secret for a key and print it once; the old one keeps working for a while',
  },
  args: {
    id: { type: 'positional', required: true, description: 'key ID, as shown by "keys list"' },
    overlap: {
      type: 'string',
      valueHint: 'T',
      default: '24h',
      description: 'how long the old secret keeps working, such as 30m, 24h or 0',
    },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const overlapMs = durationGiven('--overlap', args.overlap);
    const created = await atAccounts(args, (operations) => operations.rotateKey(args.id, overlapMs));
    printResult(args.json, created, () =>
      [
        created.key,
        `Save the key now: it is not shown again. Its ID is still ${created.id}.`,
        overlapMs === 0 ? 'The old secret no longer works.' : `The old secret keeps working for ${args.overlap}.`,
      ].join('\n'),
    );
  },
});
