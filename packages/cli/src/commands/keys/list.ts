import type { KeyRecord } from '@vitrine/sdk';
import { defineCommand } from 'citty';
import { jsonArgument, placeArguments, strict } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { moment, table } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';
import { creditsInWords, qpsInWords } from './words.ts';

export const list = defineCommand({
  meta: { name: 'list', description: 'List all keys, revoked ones too; times are UTC' },
  args: { ...placeArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const keys = await at(args, (operations) => operations.listKeys());
    printResult(args.json, keys, () => inWords(keys));
  },
});

const heading = ['ID', 'KEY', 'NAME', 'CREDITS', 'QPS', 'CREATED', 'LAST USED', 'REVOKED'];

function inWords(keys: readonly KeyRecord[]): string {
  if (keys.length === 0) return 'No keys yet: make one with "vitrine keys create --name NAME".';
  return table(heading, keys.map(rowOf));
}

function rowOf(key: KeyRecord): readonly string[] {
  const times = [key.createdAt, key.lastUsedAt, key.revokedAt].map(moment);
  return [key.id, key.hint, key.name, creditsInWords(key), qpsInWords(key), ...times];
}
