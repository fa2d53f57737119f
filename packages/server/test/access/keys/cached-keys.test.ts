import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CachedKeys } from '../../../src/access/keys/cached-keys.ts';
import { DatabaseKeys } from '../../../src/access/keys/database-keys.ts';
import { newKey } from '../../../src/access/keys/key-format.ts';
import type { KeyLookup, KeyStore } from '../../../src/access/keys/keys.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

const ageMsMax = 1_000;

describe.each(engines)('remembered keys on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('over the keys of a database', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let otherNode: AccountsDatabase;
    let stored: DatabaseKeys;
    let cached: CachedKeys;
    let now: number;
    const clock = { now: () => now };

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      otherNode = await openAccounts(place.location);
    });
    afterAll(async () => {
      await accounts.destroy();
      await otherNode.destroy();
      await place.remove();
    });
    beforeEach(() => {
      now = 1_790_000_000_000;
      stored = new DatabaseKeys(accounts, clock, ['a']);
      cached = new CachedKeys(stored, clock, { ageMsMax, keysMax: 2 });
    });

    it('are not looked up again within their time', async () => {
      const { key, id } = await cached.create({ name: 'busy' });
      const first = await cached.find(key);
      await stored.revoke(id);
      now += ageMsMax - 1;
      expect(await cached.find(key)).toBe(first);
    });

    it('hear of a revocation by another process once their time is over', async () => {
      const { key, id } = await cached.create({ name: 'elsewhere' });
      await cached.find(key);
      await stored.revoke(id);
      now += ageMsMax;
      expect(isActive(await cached.find(key))).toBe(false);
    });

    it('tell the changes of one node to all others within a second', async () => {
      const options = { name: 'shared', scopes: ['a'] };
      const [here, there] = [cached, new CachedKeys(new DatabaseKeys(otherNode, clock, ['a']), clock)];
      const { key, id } = await here.create(options);
      const asked = async () => ({ here: await here.find(key), there: await there.find(key) });
      const both = (expected: object) => ({ here: expected, there: expected });
      expect(await asked()).toMatchObject(both({ key: { scopes: ['a'] }, endsAt: null }));
      await here.update(id, { scopes: null });
      now += 1_000;
      expect(await asked()).toMatchObject(both({ key: { scopes: null } }));
      await there.rotate(id, 60_000);
      now += 1_000;
      expect(await asked()).toMatchObject(both({ endsAt: now - 1_000 + 60_000 }));
      await there.revoke(id);
      now += 1_000;
      expect(await asked()).toMatchObject(both({ key: { revokedAt: now - 1_000 } }));
    });

    it('are looked up again when the clock is set back', async () => {
      const { key, id } = await cached.create({ name: 'back in time' });
      await cached.find(key);
      await stored.revoke(id);
      now -= 3_600_000;
      expect(isActive(await cached.find(key))).toBe(false);
    });

    it('announce each look-up, and nothing that is remembered', async () => {
      let announced = 0;
      const announce = async () => void announced++;
      const { key } = await cached.create({ name: 'announced' });
      await cached.find(key, announce);
      await cached.find(key, announce);
      expect(announced).toBe(1);
      now += ageMsMax;
      await cached.find(key, announce);
      await cached.find(newKey(), announce);
      await cached.find('no key', announce);
      expect(announced).toBe(4);
    });

    it('are not looked up at all when what is announced is refused', async () => {
      const { key } = await cached.create({ name: 'refused' });
      const refuse = async () => {
        throw new Error('refused');
      };
      await expect(cached.find(key, refuse)).rejects.toThrow('refused');
    });

    it('are not remembered when a revocation overtook the look-up', async () => {
      const { key, id } = await stored.create({ name: 'race' });
      const overtaken: CachedKeys = new CachedKeys(
        findingLate(stored, () => overtaken.revoke(id)),
        clock,
      );
      expect(isActive(await overtaken.find(key))).toBe(true);
      expect(isActive(await overtaken.find(key))).toBe(false);
    });

    it('show a grant at once', async () => {
      const { key, id } = await cached.create({ name: 'buyer', credits: 0 });
      await cached.find(key);
      await cached.grant(id, 4);
      expect(await cached.find(key)).toMatchObject({ key: { credits: 4 } });
    });

    it('stay right when there are more than can be remembered', async () => {
      const created = await Promise.all(['a', 'b', 'c', 'd'].map((name) => cached.create({ name })));
      for (const { key, id } of [...created, ...created]) {
        expect(await cached.find(key)).toMatchObject({ found: 'known', key: { id } });
      }
    });
  });
});

function isActive(lookup: KeyLookup): boolean {
  return lookup.found === 'known' && lookup.key.revokedAt === null;
}

/** The same keys, but something happens between reading the first one and handing it over. */
function findingLate(stored: KeyStore, meanwhile: () => Promise<unknown>): KeyStore {
  let late = true;
  return {
    create: (wanted) => stored.create(wanted),
    has: (id) => stored.has(id),
    list: () => stored.list(),
    update: (id, changes) => stored.update(id, changes),
    rotate: (id, overlapMs) => stored.rotate(id, overlapMs),
    revoke: (id) => stored.revoke(id),
    grant: (id, credits) => stored.grant(id, credits),
    refund: (id, credits, reason) => stored.refund(id, credits, reason),
    noteUse: (key) => stored.noteUse(key),
    async find(presented) {
      const lookup = await stored.find(presented);
      if (late) await meanwhile();
      late = false;
      return lookup;
    },
  };
}
