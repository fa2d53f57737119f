import { createAdminClient } from '@vitrine/sdk';
import { type Finding, inspect, quarantineInWords } from '@vitrine/server';
import { defineCommand } from 'citty';
import { jsonArgument, strict, targetArguments } from '../arguments.ts';
import { configOf } from '../operations/open.ts';
import { printResult } from '../output/print.ts';
import { CommandError } from '../usage.ts';

export const doctor = defineCommand({
  meta: {
    name: 'doctor',
    description: 'Check the data directory, its permissions, disk, engine, port, versions and the credit ledger',
  },
  args: { ...targetArguments, ...jsonArgument },
  plugins: [strict()],
  async run({ args }) {
    const config = configOf({ VITRINE_DATA_DIR: args.data });
    const { server, token = config.adminToken ?? '' } = args;
    const findings = server === undefined ? await inspect(config) : await serverFound(server, token);
    const wrong = findings.filter(({ ok }) => !ok).length;
    printResult(args.json, { ok: wrong === 0, findings }, () => findings.map(inWords).join('\n'));
    if (wrong > 0) throw new CommandError(`${wrong} of ${findings.length} checks failed`);
  },
});

async function serverFound(url: string, token: string): Promise<readonly Finding[]> {
  try {
    const { served, quarantine } = await createAdminClient({ url, token }).versions();
    const said = served === null ? 'no dataset yet: ingest and publish' : `serves version ${served}`;
    const kept = quarantine === null ? [] : quarantineInWords(quarantine);
    return [
      { name: 'server', ok: true, found: `${url} responds, the token is valid, ${said}` },
      { name: 'dataset', ok: kept.length === 0, found: kept.join('; ') || 'nothing is quarantined' },
    ];
  } catch (error) {
    return [{ name: 'server', ok: false, found: error instanceof Error ? error.message : String(error) }];
  }
}

const nameWidth = 16;

function inWords({ name, ok, found }: Finding): string {
  return `${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(nameWidth)}${found}`;
}
