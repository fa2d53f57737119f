import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const end = defineCommand({
  meta: { name: 'end', description: 'End a session of the web console permanently' },
  args: {
    id: { type: 'positional', required: true, description: 'session ID, as shown by "sessions list"' },
    ...targetArguments,
    ...jsonArgument,
  },
  plugins: [strict(1)],
  async run({ args }) {
    const session = await atAccounts(args, (operations) => operations.endSession(args.id));
    printResult(args.json, session, () => `Ended ${session.id} (${session.name}) at ${moment(session.endedAt)} UTC`);
  },
});
