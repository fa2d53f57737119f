import type { KeyRecord } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { atAccounts } from '../../operations/open.ts';
import { moment, table } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords, qpsInWords, scopesInWords } from './words.ts';

export const list = defineCommand({
  meta: { name: 'list', description: 'List all keys, including revoked ones; times are UTC' },
  args: { ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const keys = await atAccounts(args, (operations) => operations.listKeys());
    printResult(args.json, keys, () => inWords(keys));
  },
});

const times = ['CREATED', 'FROM', 'UNTIL', 'LAST USED', 'REVOKED'];
const heading = ['ID', 'KEY', 'NAME', 'CREDITS', 'QPS', 'OWNER', 'SCOPES', ...times];

function inWords(keys: readonly KeyRecord[]): string {
  if (keys.length === 0) return 'No keys yet: create one with "vitrine keys create --name NAME".';
  return table(heading, keys.map(rowOf));
}

function rowOf(key: KeyRecord): readonly string[] {
  const rules = [creditsInWords(key), qpsInWords(key), key.owner, scopesInWords(key)];
  const { createdAt, notBefore, expiresAt, lastUsedAt, revokedAt } = key;
  return [
    key.id,
    key.hint,
    key.name,
    ...rules,
    ...[createdAt, notBefore, expiresAt, lastUsedAt, revokedAt].map(moment),
  ];
}
