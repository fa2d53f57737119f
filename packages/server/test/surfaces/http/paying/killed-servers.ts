import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { endMs } from '../../../../../../test/running/end-ms.ts';
import { checkLedger } from '../../../../src/access/credits/ledger/ledger-check.ts';
import { DatabaseKeys } from '../../../../src/access/keys/database-keys.ts';
import { type AccountsDatabase, openAccounts } from '../../../../src/accounts/database.ts';
import { systemClock } from '../../../../src/kernel/clock.ts';
import { engines } from '../../../accounts/databases.ts';
import { spendUntilKilled } from './clients.ts';
import { serverProgram, startServer } from './running-server.ts';

const program = serverProgram();
afterAll(() => program.remove());

/** Kills so many servers one after the other, each after more answers than the one before. */
export function testKilledServers(kills: number): void {
  describe.each(engines)('a server that is killed while 64 clients call it, on $title', ({ absent, newLocation }) => {
    it.skipIf(absent)('has charged every answer that was seen, and at most the calls in flight besides', async () => {
      const place = await newLocation();
      const accounts = await openAccounts(place.location);
      const { id, key } = await new DatabaseKeys(accounts, systemClock).create({ name: 'killed', credits: 1_000_000 });
      const start = (round: number) => startServer(program, place.location, nameOf(round));
      let starting = start(0);
      let before = 0;
      for (let round = 0; round < kills; round++) {
        const server = await starting;
        if (round + 1 < kills) starting = start(round + 1);
        const { paid, inFlight } = await spendUntilKilled(server.url, key, { ...server, paidMin: 1 + round * 29 });
        await server.gone;
        if (place.location.databaseUrl) await sessionsOver(accounts, nameOf(round));
        const charged = await chargedOf(accounts, id);
        expect(charged - before).toBeGreaterThanOrEqual(paid);
        expect(charged - before).toBeLessThanOrEqual(paid + inFlight);
        before = charged;
      }
      const { differences } = await checkLedger(accounts);
      await accounts.destroy();
      await place.remove();
      expect(differences).toEqual([]);
    });
  });
}

function nameOf(round: number): string {
  return `killed ${round}`;
}

/** What a killed client had sent to PostgreSQL is still carried out there. */
async function sessionsOver(accounts: AccountsDatabase, name: string): Promise<void> {
  const question = sql`select 1 from pg_stat_activity where application_name = ${name} and datname = current_database()`;
  await vi.waitFor(async () => expect((await question.execute(accounts)).rows).toEqual([]), { timeout: endMs });
}

async function chargedOf(accounts: AccountsDatabase, keyId: string): Promise<number> {
  const { charged } = await accounts
    .selectFrom('credit_balance')
    .select('charged')
    .where('key_id', '=', keyId)
    .executeTakeFirstOrThrow();
  return charged;
}
