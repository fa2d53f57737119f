import { existsSync } from 'node:fs';
import { openAccounts } from '../accounts/database.ts';
import type { Config } from '../config.ts';
import { systemClock } from '../kernel/clock.ts';
import { quarantineInWords } from '../warehouse/publish/quarantine-words.ts';
import { databaseVersions } from '../warehouse/versions.ts';
import { dataPaths } from './data-directory.ts';
import { listsLacking, listsLackingInWords } from './lists-lacking.ts';

/** What `vitrine doctor` says of the served version. @throws Error that names what was kept out of it. */
export async function datasetFound({ dataDirectory, databaseUrl }: Config): Promise<string> {
  if (databaseUrl === undefined && !existsSync(dataPaths(dataDirectory).accounts))
    return 'skipped: there are no accounts';
  const accounts = await openAccounts({ directory: dataDirectory, databaseUrl });
  try {
    const versions = databaseVersions(accounts, systemClock);
    const [served, quarantine] = [await versions.current(), await versions.quarantine()];
    if (served === undefined) return 'nothing is published yet';
    const kept = quarantine === undefined ? [] : quarantineInWords(quarantine);
    const lists = await versions.lists(served.version);
    const lacking = listsLackingInWords(listsLacking({ ...(lists && { lists }) }));
    const alsoLacking = lacking === undefined ? '' : `; ${lacking}`;
    if (kept.length === 0)
      return `version ${served.version} as of ${served.asOf}, nothing is quarantined${alsoLacking}`;
    throw new Error(`version ${served.version}: ${kept.join('; ')}: ${advice}${alsoLacking}`);
  } finally {
    await accounts.destroy();
  }
}

const advice = 'everything else is served; see docs/estimates.md, "Quarantine"';
