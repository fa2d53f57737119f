import { writeSync } from 'node:fs';
import { openCredits } from '../../src/access/database-credits.ts';
import { openAccounts } from '../../src/kernel/accounts/database.ts';
import { systemClock } from '../../src/kernel/clock.ts';

/** A node that charges a key until it is killed, and writes a dot for every charge that was confirmed to it. */
async function chargeForever(directory: string, databaseUrl: string | undefined, keyId: string): Promise<never> {
  const location = { directory, databaseUrl };
  const credits = await openCredits(await openAccounts(location), location, systemClock);
  for (;;) {
    await credits.charge(keyId);
    writeSync(1, '.');
  }
}

const [directory = '', databaseUrl = '', keyId = ''] = process.argv.slice(2);
void chargeForever(directory, databaseUrl || undefined, keyId);
