import type { AuditEntry } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, pageArguments, pageGiven, strict, targetArguments } from '../arguments.ts';
import { atAccounts } from '../operations/open.ts';
import { moment, table } from '../output/format.ts';
import { printResult } from '../output/print.ts';

export const audit = defineCommand({
  meta: { name: 'audit', description: 'Show the audit log, newest first; times are UTC' },
  args: { ...pageArguments, ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const entries = await atAccounts(args, (operations) => operations.audit(pageGiven(args)));
    printResult(args.json, entries, () => inWords(entries));
  },
});

function inWords(entries: readonly AuditEntry[]): string {
  if (entries.length === 0) return 'The audit log is empty.';
  return table(['ID', 'WHEN', 'WHO', 'ACTION', 'OUTCOME', 'DETAILS'], entries.map(rowOf));
}

function rowOf({ id, at, actor, actorName, origin, action, outcome, request, detail }: AuditEntry): readonly string[] {
  const what = JSON.stringify({ ...request, ...detail });
  const who = actorName === null ? actor : `${actor} (${actorName})`;
  return [String(id), moment(at), `${who} ${origin}`, action, outcome ?? 'open', what];
}
