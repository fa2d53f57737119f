import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CachedKeys } from '../../../src/access/keys/cached-keys.ts';
import { DatabaseKeys } from '../../../src/access/keys/database-keys.ts';
import { newKey } from '../../../src/access/keys/key-format.ts';
import type { KeyStore } from '../../../src/access/keys/keys.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import type { Clock } from '../../../src/kernel/clock.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

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

    it('knows whether there is a key, revoked or not', async () => {
      const { id } = await keys.create({ name: 'known' });
      await keys.revoke(id);
      expect([await keys.has(id), await keys.has('key_none'), await keys.has('\0')]).toEqual([true, false, false]);
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

    it('keeps who has a key and what it may do', async () => {
      const rules = { owner: 'Ann', scopes: ['product-list', 'shop-videos'], burst: 20 };
      const period = { notBefore: now + 1, expiresAt: now + 2 };
      const { id } = await keys.create({ name: 'ruled', ...rules, ...period });
      const listed = (await keys.list()).find((record) => record.id === id);
      expect(listed).toMatchObject({ mode: 'live', ...rules, ...period });
    });

    it('changes what is named and leaves the rest, and takes a limit away for null', async () => {
      const made = await keys.create({
        name: 'before',
        owner: 'Ann',
        scopes: ['shop-videos'],
        qps: 3,
        expiresAt: now + 9,
      });
      const { key, ...record } = made;
      expect(await keys.update(made.id, { name: 'after', burst: 5 })).toEqual({ ...record, name: 'after', burst: 5 });
      const unlimited = { scopes: null, qps: null, expiresAt: null };
      expect(await keys.update(made.id, unlimited)).toMatchObject({ name: 'after', owner: 'Ann', ...unlimited });
      expect(await keys.find(key)).toMatchObject({ found: 'known', key: unlimited });
    });

    it('loses no change of several at once', async () => {
      const { id } = await keys.create({ name: 'busy' });
      await Promise.all(
        [{ owner: 'Ann' }, { qps: 7 }, { burst: 8 }, { scopes: ['shop-videos'] }].map((each) => keys.update(id, each)),
      );
      const listed = (await keys.list()).find((record) => record.id === id);
      expect(listed).toMatchObject({ owner: 'Ann', qps: 7, burst: 8, scopes: ['shop-videos'] });
    });

    it('gives a rotated key a new secret; the old one is the same key, for a while', async () => {
      const old = await keys.create({ name: 'rotated', mode: 'test', owner: 'Ann' });
      const { key, ...record } = await keys.rotate(old.id, 5_000);
      expect(key).toMatch(/^sk_test_/);
      expect(record).toMatchObject({
        id: old.id,
        name: 'rotated',
        owner: 'Ann',
        hint: expect.not.stringMatching(old.hint),
      });
      expect(await keys.find(key)).toEqual({ found: 'known', key: record, endsAt: null });
      expect(await keys.find(old.key)).toEqual({ found: 'known', key: record, endsAt: now + 5_000 });
    });

    it('lets nothing before a rotation work longer than the rotation says, however often it is rotated', async () => {
      const first = await keys.create({ name: 'leaked' });
      const second = await keys.rotate(first.id);
      const third = await keys.rotate(first.id, 1_000);
      expect(await keys.find(first.key)).toMatchObject({ endsAt: now + 1_000 });
      expect(await keys.find(second.key)).toMatchObject({ endsAt: now + 1_000 });
      await keys.rotate(first.id, 5_000);
      expect(await keys.find(first.key)).toMatchObject({ endsAt: now + 1_000 });
      expect(await keys.find(third.key)).toMatchObject({ endsAt: now + 5_000 });
    });

    it('has one newest secret after several rotations at once, and knows all the others', async () => {
      const first = await keys.create({ name: 'hasty' });
      const renewed = await Promise.all(Array.from({ length: 5 }, () => keys.rotate(first.id)));
      const lookups = await Promise.all([first, ...renewed].map(({ key }) => keys.find(key)));
      const ends = lookups.map((lookup) => (lookup.found === 'known' ? lookup.endsAt : 'lost'));
      expect(ends.filter((each) => each === null)).toHaveLength(1);
      expect(ends.filter((each) => each === now + 86_400_000)).toHaveLength(5);
    });

    it('ends every secret of a key that is revoked, and rotates it no more', async () => {
      const old = await keys.create({ name: 'gone' });
      const renewed = await keys.rotate(old.id);
      await keys.revoke(old.id);
      for (const { key } of [old, renewed]) expect(await keys.find(key)).toMatchObject({ key: { revokedAt: now } });
      await expect(keys.rotate(old.id)).rejects.toMatchObject({ status: 409, id: 'rotation-refused' });
    });

    it('says so when there is no such key', async () => {
      await expect(keys.revoke('key_none')).rejects.toMatchObject({ status: 404, message: 'No such key: key_none' });
      await expect(keys.grant('key_none', 1)).rejects.toMatchObject({ status: 404 });
      await expect(keys.update('key_none', {})).rejects.toMatchObject({ status: 404 });
      await expect(keys.rotate('key_none')).rejects.toMatchObject({ status: 404 });
    });

    it.each([
      { name: '', credits: 1 },
      { name: 'x'.repeat(101) },
      { name: 'nul \u0000' },
      { name: 'x', credits: -1 },
      { name: 'x', credits: 1.5 },
      { name: 'x', credits: Number.NaN },
      { name: 'x', qps: 0 },
      { name: 'x', burst: 0.5 },
      { name: 'x', owner: 'x'.repeat(101) },
      { name: 'x', owner: 'clear \u001b[2J' },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['product-list', 'everything'] },
      { name: 'x', mode: 'test' as const, credits: 1 },
      { name: 'x', expiresAt: now },
      { name: 'x', expiresAt: Number.MAX_SAFE_INTEGER },
      { name: 'x', notBefore: now + 5, expiresAt: now + 5 },
    ])('makes no key of %j', async (wanted) => {
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
