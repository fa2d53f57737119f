import type { Versions } from '@vitrine/sdk';
import { quarantineInWords } from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../../arguments.ts';
import { at } from '../../operations/open.ts';
import { constantsInWords } from '../../output/constants.ts';
import { table } from '../../output/format.ts';
import { printResult } from '../../output/print.ts';

export const list = defineCommand({
  meta: { name: 'list', description: 'List all dataset versions, newest first' },
  args: { ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const versions = await at(args, (operations) => operations.versions());
    printResult(args.json, versions, () => inWords(versions));
  },
});

function inWords({ served, quarantine, versions }: Versions): string {
  if (versions.length === 0) return 'No versions yet: publish one with "vitrine publish".';
  const rows = versions.map(({ version, asOf, status, constants }) => {
    return [String(version), asOf, constantsInWords(constants), version === served ? 'served' : status];
  });
  const aside = quarantine === null ? [] : quarantineInWords(quarantine);
  return [table(['VERSION', 'AS OF', 'ESTIMATES', 'STATUS'], rows), ...aside].join('\n');
}
