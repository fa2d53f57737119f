import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLog, recorded } from '../../../src/access/audit/audit-log.ts';
import { databaseAuditLog } from '../../../src/access/audit/database-audit-log.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';

const operator = { actor: 'admin-token', origin: '127.0.0.1' } as const;

describe.each(engines)('audit log on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('when it is open', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let log: AuditLog;
    let now = 1_000;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      log = databaseAuditLog(accounts, { now: () => now++ });
    });
    afterAll(async () => {
      await accounts.destroy();
      await place.remove();
    });

    it('tells who did what, when and with what outcome, newest first', async () => {
      const change = { ...operator, action: 'keys.create', request: { name: 'one' } };
      await recorded(log, change, async () => 7, { ofResult: (id) => ({ id }) });
      const failing = recorded(log, { ...change, action: 'publish' }, () => Promise.reject(new Error('disk full')));
      await expect(failing).rejects.toThrow('disk full');
      const [second, first] = await log.list({});
      expect(first).toEqual({
        ...change,
        id: first?.id,
        at: 1000,
        endedAt: 1001,
        outcome: 'done',
        detail: { id: 7 },
        actorName: null,
      });
      expect(second).toMatchObject({ action: 'publish', outcome: 'failed', detail: { message: 'disk full' } });
    });

    it('knows of a change before it is made, so that one whose process died is there, without an outcome', async () => {
      await log.begin({ ...operator, action: 'keys.revoke', request: { id: 'key_1' } });
      const [latest] = await log.list({ limit: 1 });
      expect(latest).toMatchObject({ action: 'keys.revoke', outcome: null, endedAt: null, detail: {} });
    });

    it('makes no change that it cannot hold', async () => {
      let isMade = false;
      const broken: AuditLog = { ...log, begin: () => Promise.reject(new Error('away')) };
      const change = recorded(broken, { ...operator, action: 'publish', request: {} }, async () => {
        isMade = true;
      });
      await expect(change).rejects.toThrow('away');
      expect(isMade).toBe(false);
    });

    it('is read in pages that neither overlap nor skip', async () => {
      const all = await log.list({});
      const [newest] = await log.list({ limit: 1 });
      const rest = await log.list({ before: newest?.id });
      expect([newest, ...rest]).toEqual(all);
    });
  });
});
