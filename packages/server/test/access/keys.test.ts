import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedKeys } from '../../src/access/cached-keys.ts';
import { DatabaseKeys } from '../../src/access/database-keys.ts';
import { newKey } from '../../src/access/key-format.ts';
import type { KeyStore } from '../../src/access/keys.ts';
import { type AccountsDatabase, openAccounts } from '../../src/kernel/accounts/database.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { engines, type TemporaryLocation } from '../kernel/accounts/databases.ts';

const now = 1_790_000_000_000;

const scopes = ['product-list', 'shop-videos'];

const stores: readonly { readonly title: string; open(accounts: AccountsDatabase, clock: Clock): KeyStore }[] = [
  { title: 'in a database', open: (accounts, clock) => new DatabaseKeys(accounts, clock, scopes) },
  {
    title: 'behind a cache',
    open: (accounts, clock) => new CachedKeys(new DatabaseKeys(accounts, clock, scopes), clock),
  },
];

describe.each(engines)('keys on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent).each(stores)('$title', ({ open }) => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let keys: KeyStore;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      keys = open(accounts, { now: () => now });
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    it('finds a key by what its owner presents', async () => {
      const { key, ...record } = await keys.create({ name: 'agency', credits: 5, qps: 3 });
      expect(await keys.find(key)).toEqual({ found: 'known', key: record, endsAt: null });
      expect(record).toMatchObject({ name: 'agency', credits: 5, qps: 3, createdAt: now, revokedAt: null });
    });

    it('gives a key without credits as many calls as it wants, and without qps the default', async () => {
      expect(await keys.create({ name: 'own use' })).toMatchObject({ credits: null, qps: null });
    });

    it('never stores a key, nor the secret in it', async () => {
      const { key } = await keys.create({ name: 'secret', credits: 1 });
      const stored = JSON.stringify([
        await accounts.selectFrom('api_key').selectAll().execute(),
        await accounts.selectFrom('credit_entry').selectAll().execute(),
      ]);
      expect(stored).not.toContain(key);
      expect(stored).not.toContain(key.slice('sk_live_'.length, -6));
    });

    it('shows a key once only', async () => {
      const { key, id } = await keys.create({ name: 'once' });
      const listed = (await keys.list()).find((record) => record.id === id);
      expect(listed).toBeDefined();
      expect(JSON.stringify(listed)).not.toContain(key);
    });

    it('tells a mistyped key from one it does not know', async () => {
      const { key } = await keys.create({ name: 'typo' });
      const typed = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
      expect(await keys.find(typed)).toEqual({ found: 'malformed' });
      expect(await keys.find(newKey())).toEqual({ found: 'unknown' });
    });

    it('holds a revocation at the very next look-up', async () => {
      const { key, id } = await keys.create({ name: 'leaver' });
      await keys.find(key);
      await keys.revoke(id);
      expect(await keys.find(key)).toMatchObject({ found: 'known', key: { id, revokedAt: now } });
    });

    it('keeps the time of the first revocation', async () => {
      const { id } = await keys.create({ name: 'twice' });
      await keys.revoke(id);
      const later = open(accounts, { now: () => now + 1 });
      expect((await later.revoke(id)).revokedAt).toBe(now);
    });

    it('adds granted credits to what is left', async () => {
      const { id } = await keys.create({ name: 'buyer', credits: 5 });
      expect((await keys.grant(id, 7)).credits).toBe(12);
    });

    it('loses no grant of several at once', async () => {
      const { id } = await keys.create({ name: 'gifts', credits: 0 });
      await Promise.all(Array.from({ length: 20 }, () => keys.grant(id, 3)));
      const record = (await keys.list()).find((listed) => listed.id === id);
      expect(record?.credits).toBe(60);
    });

    it('says so when there is no such key', async () => {
      await expect(keys.revoke('key_none')).rejects.toMatchObject({ status: 404, message: 'No such key: key_none' });
      await expect(keys.grant('key_none', 1)).rejects.toMatchObject({ status: 404 });
    });

    it.each([
      { name: '', credits: 1 },
      { name: 'x'.repeat(101) },
      { name: 'x', credits: -1 },
      { name: 'x', credits: 1.5 },
      { name: 'x', credits: Number.NaN },
      { name: 'x', qps: 0 },
    ])('makes no key of $name, credits $credits, qps $qps', async (wanted) => {
      const before = await keys.list();
      await expect(keys.create(wanted)).rejects.toMatchObject({ status: 400, id: 'parameter-invalid' });
      expect(await keys.list()).toEqual(before);
    });

    it.each([0, -5, 0.5, Number.POSITIVE_INFINITY])('grants no %d credits', async (credits) => {
      const { id } = await keys.create({ name: 'no gift', credits: 1 });
      await expect(keys.grant(id, credits)).rejects.toMatchObject({ status: 400, id: 'parameter-invalid' });
    });
  });
});
