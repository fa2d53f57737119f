import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdminKeyStore } from '../../../src/access/admin-keys/admin-keys.ts';
import { DatabaseAdminKeys } from '../../../src/access/admin-keys/database-admin-keys.ts';
import { newKey } from '../../../src/access/keys/key-format.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

const start = 1_790_000_000_000;
const day = 86_400_000;

describe.each(engines)('admin keys on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('when it is open', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let keys: AdminKeyStore;
    let now = start;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      keys = new DatabaseAdminKeys(accounts, { now: () => now });
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    it('are found by what their holder presents, and end in 90 days unless it is said', async () => {
      const { key, ...record } = await keys.create({ name: 'nightly job', scopes: ['publish', 'ingest', 'ingest'] });
      expect(record).toMatchObject({ name: 'nightly job', scopes: ['ingest', 'publish'], revokedAt: null });
      expect(record.expiresAt).toBe(start + 90 * day);
      expect(await keys.find(key)).toEqual(record);
      const brief = await keys.create({ name: 'brief', scopes: ['audit'], expiresAt: start + 1 });
      expect(brief.expiresAt).toBe(start + 1);
      expect((await keys.list()).map(({ id }) => id).sort()).toEqual([record.id, brief.id].sort());
    });

    it('are stored as a hash', async () => {
      const { key } = await keys.create({ name: 'secret', scopes: ['keys'] });
      const stored = JSON.stringify(await accounts.selectFrom('admin_key').selectAll().execute());
      expect(stored).not.toContain(key);
      expect(stored).not.toContain(key.slice('sk_admin_'.length, -6));
    });

    it('are not found when mistyped or unknown', async () => {
      const { key } = await keys.create({ name: 'typo', scopes: ['keys'] });
      expect(await keys.find(`${key.slice(0, -1)}~`)).toBeUndefined();
      expect(await keys.find(newKey('admin'))).toBeUndefined();
      expect(await keys.find('')).toBeUndefined();
    });

    it('are revoked for good, at the time of the first revocation', async () => {
      const { id, key } = await keys.create({ name: 'leaver', scopes: ['keys'] });
      const first = await keys.revoke(id);
      now += 5;
      expect(await keys.revoke(id)).toEqual(first);
      expect(await keys.find(key)).toMatchObject({ id, revokedAt: now - 5 });
      await expect(keys.revoke('adm_none')).rejects.toMatchObject({ status: 404 });
    });

    it('note their use to the minute', async () => {
      const { key } = await keys.create({ name: 'busy', scopes: ['keys'] });
      const use = async () => {
        const found = await keys.find(key);
        if (found) await keys.noteUse(found);
        return (await keys.find(key))?.lastUsedAt;
      };
      const first = now;
      expect(await use()).toBe(first);
      now += 59_999;
      expect(await use()).toBe(first);
      now += 1;
      expect(await use()).toBe(first + 60_000);
    });

    it.each([
      ['no name', { name: ' ', scopes: ['keys'] }, 'name'],
      ['a name of two lines', { name: 'a\nb', scopes: ['keys'] }, 'name'],
      ['a key for a name', { name: newKey(), scopes: ['keys'] }, 'name'],
      ['a name that turns the line around', { name: 'a\u202eb', scopes: ['keys'] }, 'name'],
      ['no scope', { name: 'a', scopes: [] }, 'scopes'],
      ['an unknown scope', { name: 'a', scopes: ['keys', 'admin-keys'] }, 'scopes'],
      ['an end that is over', { name: 'a', scopes: ['keys'], expiresAt: 5 }, 'expiresAt'],
    ])('are refused with %s', async (_what, wanted, field) => {
      const message = expect.stringContaining(`${field}: expected`);
      await expect(keys.create(wanted)).rejects.toMatchObject({ status: 400, message });
    });
  });
});
