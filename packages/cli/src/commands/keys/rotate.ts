import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict } from '../../arguments.ts';
import { durationGiven } from '../../moments.ts';
import { at } from '../../operations/open.ts';
import { printResult } from '../../output/print.ts';

export const rotate = defineCommand({
  meta: {
    name: 'rotate',
    description: 'Make a new secret of a key and print it, once; the old one works a while longer',
  },
  args: {
    id: { type: 'positional', required: true, description: 'as "keys list" shows it' },
    overlap: { type: 'string', valueHint: 'T', default: '24h', description: 'how long the old one works: 30m, 24h, 0' },
    ...placeArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const overlapMs = durationGiven('--overlap', args.overlap);
    const created = await at(args, (operations) => operations.rotateKey(args.id, overlapMs));
    printResult(args.json, created, () =>
      [
        created.key,
        `This is the only time the key is shown: keep it now. Its id is still ${created.id}.`,
        overlapMs === 0 ? 'The old one works no more.' : `The old one works for ${args.overlap} more.`,
      ].join('\n'),
    );
  },
});
