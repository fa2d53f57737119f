import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, recorded } from '../../../src/access/audit/audit-log.ts';
import { BufferingAuditLog } from '../../../src/access/audit/buffering-audit-log.ts';
import { databaseAuditLog } from '../../../src/access/audit/database-audit-log.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { AccountsUnavailable } from '../../../src/accounts/unavailable.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

describe.each(engines)('while the audit log cannot be written, on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('with a real one', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let log: BufferingAuditLog;
    let isFull: boolean;
    let now: number;
    let heard: string[];

    beforeEach(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      now = Date.UTC(2026, 10, 21);
      isFull = true;
      heard = [];
      const clock = { now: () => now };
      log = new BufferingAuditLog(unlessFull(databaseAuditLog(accounts, clock)), clock, 2 ** 30);
      log.subscribe({
        onLate: ({ action }) => heard.push(`late ${action}`),
        onWritten: ({ action }) => heard.push(`written ${action}`),
        onLost: ({ action }) => heard.push(`lost ${action}`),
      });
    });
    afterEach(async () => {
      await accounts.destroy();
      await place.remove();
    });

    function unlessFull(stored: AuditLog): AuditLog {
      const begin: AuditLog['begin'] = async (change) => {
        if (isFull) throw new AccountsUnavailable('the disk is full');
        return stored.begin(change);
      };
      return { begin, end: (...ending) => stored.end(...ending), list: (question) => stored.list(question) };
    }

    const operator = { actor: 'admin-token', origin: '192.0.2.1' } as const;
    const revoke = { ...operator, action: 'keys.revoke', request: { id: 'key_1' }, isUrgent: true };
    const done = async () => 'done';

    it('an urgent change is made and said, and its entry comes as soon as it can, with the time of the change', async () => {
      expect(await recorded(log, revoke, done)).toBe('done');
      now += 60_000;
      await log.flush();
      expect(await log.list({})).toEqual([]);
      isFull = false;
      await log.flush();
      const at = Date.UTC(2026, 10, 21);
      expect(await log.list({})).toMatchObject([{ ...operator, action: 'keys.revoke', at, outcome: 'done' }]);
      await log.flush();
      expect(await log.list({})).toHaveLength(1);
      expect(heard).toEqual(['late keys.revoke', 'written keys.revoke']);
    });

    it('one that fails is entered as failed', async () => {
      const failing = recorded(log, revoke, () => Promise.reject(new Error('no such key')));
      await expect(failing).rejects.toThrow('no such key');
      isFull = false;
      await log.close();
      expect(await log.list({})).toMatchObject([{ outcome: 'failed', detail: { message: 'no such key' } }]);
    });

    it('any other change is not made', async () => {
      let made = false;
      const grant = { ...operator, action: 'keys.grant', request: {} };
      const work = async () => {
        made = true;
      };
      await expect(recorded(log, grant, work)).rejects.toThrow('the disk is full');
      expect(made).toBe(false);
    });

    it('an entry that could not be written before the end is said to be lost', async () => {
      await recorded(log, revoke, done);
      await log.close();
      expect(heard).toEqual(['late keys.revoke', 'lost keys.revoke']);
    });
  });
});
