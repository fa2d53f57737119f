import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseAdminKeys } from '../../../src/access/admin-keys/database-admin-keys.ts';
import type { OpenedSession } from '../../../src/access/console-sessions/console-sessions.ts';
import { DatabaseSessionAdministration } from '../../../src/access/console-sessions/database-session-administration.ts';
import { DatabaseSessions } from '../../../src/access/console-sessions/database-sessions.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

const start = 1_790_000_000_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const adminToken = 'a-token-that-nobody-guesses';

describe.each(engines)('sessions of the console on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('when it is open', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let keys: DatabaseAdminKeys;
    let sessions: DatabaseSessions;
    let administration: DatabaseSessionAdministration;
    let now = start;
    const clock = { now: () => now };

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      keys = new DatabaseAdminKeys(accounts, clock);
      sessions = new DatabaseSessions(accounts, clock, adminToken);
      administration = new DatabaseSessionAdministration(accounts, clock);
    });
    beforeEach(() => {
      now = start;
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    const newKey = (expiresAt?: number) => keys.create({ name: 'viewer', scopes: ['view'], expiresAt });
    const use = async ({ token }: OpenedSession) => {
      const found = await sessions.find(token);
      if (found?.endedAt === null) await sessions.noteUse(found);
      return found?.endedAt === null;
    };

    it('are found by their token, and say who looks', async () => {
      const { id } = await newKey();
      const { token, ...session } = await sessions.open(id);
      expect(await sessions.find(token)).toEqual(session);
      expect(session).toMatchObject({ actor: id, name: 'viewer', scopes: ['view'], createdAt: now, endedAt: null });
      expect(await sessions.open('admin-token')).toMatchObject({ actor: 'admin-token', name: 'admin token' });
    });

    it('are stored as a hash', async () => {
      const { token } = await sessions.open('admin-token');
      const stored = JSON.stringify(await accounts.selectFrom('console_session').selectAll().execute());
      expect(stored).not.toContain(token.slice('vts_'.length));
    });

    it('are not found by what is no token, or none of ours', async () => {
      const { token } = await sessions.open('admin-token');
      const other = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      for (const text of ['', 'vts_', other, `${token} `]) expect(await sessions.find(text)).toBeUndefined();
    });

    it('of the admin token end with it, those of admin keys stay', async () => {
      const { id } = await newKey();
      const [ofToken, ofKey] = [await sessions.open('admin-token'), await sessions.open(id)];
      const changed = new DatabaseSessions(accounts, clock, 'another-token-of-the-operator');
      expect(await changed.find(ofToken.token)).toBeUndefined();
      expect(await changed.find(ofKey.token)).toMatchObject({ id: ofKey.id, endedAt: null });
    });

    it('work as long as their key does, at most 7 days, and are used every 12 hours, whatever happens meanwhile', async () => {
      const steps = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(1, minute - 1, minute, hour, 12 * hour - 1, 12 * hour, day) },
        { weight: 6, arbitrary: fc.constant('use' as const) },
        { weight: 1, arbitrary: fc.constantFrom('end' as const, 'revoke' as const) },
      );
      const history = fc.record({
        keyMs: fc.constantFrom(hour, 3 * day, 7 * day, 90 * day),
        steps: fc.array(steps, { maxLength: 40 }),
      });
      await fc.assert(
        fc.asyncProperty(history, async ({ keyMs, steps }) => {
          now = start;
          const { id } = await newKey(now + keyMs);
          const opened = await sessions.open(id);
          let [lastUse, isOver] = [now, false];
          for (const step of steps) {
            if (typeof step === 'number') now += step;
            if (step === 'end') await administration.end(opened.id);
            if (step === 'revoke') await keys.revoke(id);
            isOver ||= step === 'end' || step === 'revoke';
            isOver ||= now >= start + Math.min(keyMs, 7 * day) || now >= lastUse + 12 * hour;
            if (step !== 'use') continue;
            expect(await use(opened)).toBe(!isOver);
            if (!isOver && now - lastUse >= minute) lastUse = now;
          }
          const [listed] = (await administration.list()).filter((session) => session.id === opened.id);
          expect(listed).toMatchObject({ lastUsedAt: lastUse, endedAt: isOver ? expect.any(Number) : null });
        }),
        { numRuns: 25 },
      );
    });

    it('are ended for good, at the time of the first ending', async () => {
      const opened = await sessions.open('admin-token');
      const first = await administration.end(opened.id);
      expect(first).toMatchObject({ id: opened.id, endedAt: now });
      now += 5;
      expect(await administration.end(opened.id)).toEqual(first);
      expect(await use(opened)).toBe(false);
      await expect(administration.end('ses_none')).rejects.toMatchObject({ status: 404 });
    });

    it('are listed newest first, until a month after their end', async () => {
      const old = await sessions.open('admin-token');
      now += 37 * day;
      const recent = await sessions.open('admin-token');
      const ids = async () => (await administration.list()).map(({ id }) => id);
      expect((await ids())[0]).toBe(recent.id);
      expect(await ids()).toContain(old.id);
      now += 1;
      await sessions.open('admin-token');
      expect(await ids()).not.toContain(old.id);
      expect(await ids()).toContain(recent.id);
    });
  });
});
