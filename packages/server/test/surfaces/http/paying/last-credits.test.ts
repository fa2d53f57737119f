import { afterAll, describe, expect, it } from 'vitest';
import { checkLedger } from '../../../../src/access/credits/ledger/ledger-check.ts';
import { DatabaseKeys } from '../../../../src/access/keys/database-keys.ts';
import { openAccounts } from '../../../../src/accounts/database.ts';
import { systemClock } from '../../../../src/kernel/clock.ts';
import { engines } from '../../../accounts/databases.ts';
import { spend } from './clients.ts';
import { type RunningServer, serverProgram, startServer } from './running-server.ts';

/** Servers that share one database: SQLite is one server's own. */
const serversByEngine = { sqlite: 1, postgres: 2 };

const program = serverProgram();
afterAll(() => program.remove());

describe.each(engines)('the last credits of a key on $title', ({ absent, newLocation }) => {
  it.skipIf(absent)(
    'are exactly as many answers with 200 as there are, however many clients call at once',
    async () => {
      const place = await newLocation();
      const accounts = await openAccounts(place.location);
      const { id, key } = await new DatabaseKeys(accounts, systemClock).create({ name: 'crowd', credits: 1_000 });
      const servers: RunningServer[] = [];
      const count = serversByEngine[place.location.databaseUrl ? 'postgres' : 'sqlite'];
      for (let index = 0; index < count; index++)
        servers.push(await startServer(program, place.location, `crowd ${index}`));
      const urls = servers.map(({ url }) => url);
      const statuses = await spend(urls, key, 20);
      for (const { kill } of servers) kill();
      await Promise.all(servers.map(({ gone }) => gone));
      const row = await accounts.selectFrom('credit_balance').selectAll().where('key_id', '=', id).executeTakeFirst();
      const { differences } = await checkLedger(accounts);
      await accounts.destroy();
      await place.remove();
      expect(statuses).toEqual({ 200: 1_000, 402: 280 });
      expect(row).toMatchObject({ balance: 0, charged: 1_000 });
      expect(differences).toEqual([]);
    },
  );
});
