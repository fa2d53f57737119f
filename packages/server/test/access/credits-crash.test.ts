import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openCredits } from '../../src/access/database-credits.ts';
import { DatabaseKeys } from '../../src/access/database-keys.ts';
import { type AccountsLocation, openAccounts } from '../../src/kernel/accounts/database.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { engines } from '../kernel/accounts/databases.ts';

const creditsAtStart = 1_000_000;
const chargesBeforeKill = 100;
const program = fileURLToPath(new URL('charging-process.ts', import.meta.url));

describe.each(engines)('credits on $title', ({ absent, newLocation }) => {
  it.skipIf(absent)('keep every confirmed charge when the process is killed', async () => {
    const place = await newLocation();
    const accounts = await openAccounts(place.location);
    const { id } = await new DatabaseKeys(accounts, systemClock).create({ name: 'killed', credits: creditsAtStart });
    const confirmed = await chargeUntilKilled(place.location, id);
    const credits = await openCredits(accounts, place.location, systemClock);
    const taken = creditsAtStart - ((await credits.balance(id)) ?? 0);
    await credits.close();
    await accounts.destroy();
    await place.remove();
    expect(confirmed).toBeGreaterThanOrEqual(chargesBeforeKill);
    // One charge more may be written than was confirmed: the one the kill came in between.
    expect([confirmed, confirmed + 1]).toContain(taken);
  });
});

async function chargeUntilKilled({ directory, databaseUrl }: AccountsLocation, keyId: string): Promise<number> {
  const args = ['--conditions=source', '--import', 'tsx', program, directory, databaseUrl ?? '', keyId];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let confirmed = 0;
  child.stdout.on('data', (dots: Buffer) => {
    confirmed += dots.length;
    if (confirmed >= chargesBeforeKill) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return confirmed;
}
