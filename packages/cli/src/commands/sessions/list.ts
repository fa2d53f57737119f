import type { SessionRecord } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment, table } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const list = defineCommand({
  meta: {
    name: 'list',
    description: 'List sessions of the web console, newest first, with those that ended; times are UTC',
  },
  args: { ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const sessions = await atAccounts(args, (operations) => operations.listSessions());
    printResult(args.json, sessions, () => inWords(sessions));
  },
});

function inWords(sessions: readonly SessionRecord[]): string {
  if (sessions.length === 0) return 'No sessions yet: "vitrine login" prints a link that logs in.';
  return table(['ID', 'WHO', 'NAME', 'OPENED', 'LAST USED', 'UNTIL', 'ENDED'], sessions.map(rowOf));
}

function rowOf({ id, actor, name, createdAt, lastUsedAt, expiresAt, endedAt }: SessionRecord): readonly string[] {
  return [id, actor, name, ...[createdAt, lastUsedAt, expiresAt, endedAt].map(moment)];
}
