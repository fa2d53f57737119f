import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseAdminKeys } from '../../../src/access/admin-keys/database-admin-keys.ts';
import { DatabaseLoginCodes } from '../../../src/access/console-sessions/database-login-codes.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

const adminToken = 'a-token-that-nobody-guesses';
const tenMinutes = 600_000;

describe.each(engines)('login codes on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('when it is open', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let keys: DatabaseAdminKeys;
    let codes: DatabaseLoginCodes;
    let now = 1_790_000_000_000;
    const clock = { now: () => now };

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      keys = new DatabaseAdminKeys(accounts, clock);
      codes = new DatabaseLoginCodes(accounts, clock, adminToken);
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    it('log in once as whoever asked for them, on every node', async () => {
      const { id } = await keys.create({ name: 'viewer', scopes: ['view'] });
      const otherNode = new DatabaseLoginCodes(accounts, clock, adminToken);
      for (const actor of ['admin-token', id] as const) {
        const { code, expiresAt } = await codes.create(actor);
        expect(expiresAt).toBe(now + tenMinutes);
        expect(await otherNode.redeem(code)).toBe(actor);
        expect(await codes.redeem(code)).toBeUndefined();
      }
    });

    it('log in one of many who use the same at once', async () => {
      const { code } = await codes.create('admin-token');
      const redeemed = await Promise.all(Array.from({ length: 8 }, () => codes.redeem(code)));
      expect(redeemed.filter((actor) => actor !== undefined)).toEqual(['admin-token']);
    });

    it('work for ten minutes', async () => {
      const [first, second] = [await codes.create('admin-token'), await codes.create('admin-token')];
      now += tenMinutes - 1;
      expect(await codes.redeem(first.code)).toBe('admin-token');
      now += 1;
      expect(await codes.redeem(second.code)).toBeUndefined();
    });

    it('end with what they were made with', async () => {
      const { id } = await keys.create({ name: 'leaver', scopes: ['view'] });
      const guest = await keys.create({ name: 'guest', scopes: ['view'], expiresAt: now + 1 });
      const [ofKey, ofGuest, ofToken] = [
        await codes.create(id),
        await codes.create(guest.id),
        await codes.create('admin-token'),
      ];
      await keys.revoke(id);
      now += 1;
      const changed = new DatabaseLoginCodes(accounts, clock, 'another-token-of-the-operator');
      expect(await codes.redeem(ofKey.code)).toBeUndefined();
      expect(await codes.redeem(ofGuest.code)).toBeUndefined();
      expect(await changed.redeem(ofToken.code)).toBeUndefined();
    });

    it('are stored as a hash, until they are used or a new one is made after their time', async () => {
      const { code } = await codes.create('admin-token');
      const stored = async () => accounts.selectFrom('login_code').selectAll().execute();
      expect(JSON.stringify(await stored())).not.toContain(code.slice('vtl_'.length));
      now += tenMinutes;
      const last = await codes.create('admin-token');
      expect(await stored()).toHaveLength(1);
      await codes.redeem(last.code);
      expect(await stored()).toEqual([]);
    });

    it.each(['', 'vtl_', 'vtl_\0', 'x'.repeat(1_000)])('are not %j', async (text) => {
      expect(await codes.redeem(text)).toBeUndefined();
    });
  });
});
