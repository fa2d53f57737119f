import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '../../packages/server/src/access/credits/ledger/ledger-check.ts';
import { openAccounts } from '../../packages/server/src/accounts/database.ts';
import { endMs } from '../running/end-ms.ts';
import { type MadeKey, type Marketplace, openMarketplace } from '../running/marketplace.ts';
import { ask, callers, crowd } from './caller.ts';
import { type OwnPostgres, ownPostgres, postgresMissing } from './postgres-server.ts';

const missing = postgresMissing();
const untilMs = { timeout: endMs };
const credits = 1_000_000;

describe.skipIf(missing)(
  `PostgreSQL stopped and started under a server${missing ? ` (skipped: ${missing})` : ''}`,
  () => {
    let postgres: OwnPostgres;
    let server: Marketplace;
    let key: MadeKey;
    beforeAll(async () => {
      postgres = await ownPostgres();
      await postgres.start();
      server = await openMarketplace({ environment: { DATABASE_URL: postgres.databaseUrl } });
      key = await server.newKey({ qps: 1_000_000, credits });
    });
    afterAll(async () => {
      await server?.remove();
      await postgres?.remove();
    });

    it('is a 503 with a time to wait, for callers and operators, and a server that is alive', async () => {
      await postgres.stop();
      await expect.poll(async () => (await ask(server.url, key.key)).status, untilMs).toBe(503);
      for (const path of [undefined, '/v1/account/balance']) {
        const answer = await ask(server.url, key.key, path);
        expect(answer).toEqual({
          status: 503,
          code: 503,
          message: expect.stringMatching(/^Keys and credits/),
          retryAfter: '5',
        });
      }
      await expect(server.admin('POST', '/admin/v1/keys', { body: { name: 'x' } })).rejects.toThrow(
        '503 Keys and credits',
      );
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      await postgres.start();
      await expect.poll(async () => (await ask(server.url, key.key)).status, untilMs).toBe(200);
      await server.newKey();
    });

    it('has charged every answer that was given meanwhile, and at most the calls in flight besides', async () => {
      const before = await chargedOf(postgres, key.id);
      const outages = 3;
      const paying = crowd(server.url, key.key);
      for (let outage = 0; outage < outages; outage++) {
        await paying.more(200);
        await postgres.stop();
        await paying.more(503);
        await postgres.start();
      }
      await paying.more(200);
      expect(server.isRunning(), server.log().slice(-20).join('\n')).toBe(true);
      await paying.stop();
      const { 200: paid = 0, ...others } = paying.counts;
      expect(Object.keys(others)).toEqual(['503']);
      const charged = (await chargedOf(postgres, key.id)) - before;
      expect(charged).toBeGreaterThanOrEqual(paid);
      expect(charged).toBeLessThanOrEqual(paid + outages * callers);
    });
  },
);

/** @throws AssertionError when the ledger does not add up */
async function chargedOf({ databaseUrl }: OwnPostgres, keyId: string): Promise<number> {
  const accounts = await openAccounts({ directory: '', databaseUrl });
  const row = await accounts
    .selectFrom('credit_balance')
    .selectAll()
    .where('key_id', '=', keyId)
    .executeTakeFirstOrThrow();
  const { differences } = await checkLedger(accounts);
  await accounts.destroy();
  expect(differences).toEqual([]);
  expect(row.balance).toBe(credits - row.charged);
  return row.charged;
}
