import type { AdminKeyRecord } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment, table } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const list = defineCommand({
  meta: { name: 'list', description: 'List all admin keys, including expired and revoked ones; times are UTC' },
  args: { ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const keys = await atAccounts(args, (operations) => operations.listAdminKeys());
    printResult(args.json, keys, () => inWords(keys));
  },
});

function inWords(keys: readonly AdminKeyRecord[]): string {
  if (keys.length === 0)
    return 'No admin keys yet: create one with "vitrine admin-keys create --name NAME --scope SCOPE".';
  return table(['ID', 'KEY', 'NAME', 'SCOPES', 'CREATED', 'UNTIL', 'LAST USED', 'REVOKED'], keys.map(rowOf));
}

function rowOf({ id, hint, name, scopes, ...times }: AdminKeyRecord): readonly string[] {
  const { createdAt, expiresAt, lastUsedAt, revokedAt } = times;
  return [id, hint, name, scopes.join(','), ...[createdAt, expiresAt, lastUsedAt, revokedAt].map(moment)];
}
