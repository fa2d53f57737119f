import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminScopes } from '../../../src/access/admin-keys/admin-keys.ts';
import { type AccountsDatabase, openAccounts } from '../../../src/accounts/database.ts';
import { engines, type TemporaryLocation } from '../../accounts/databases.ts';
import { adminToken, type ConsoleSite, consoleSite, fromConsole, loggedIn, login } from './console-site.ts';

const minute = 60_000;
const day = 86_400_000;
const url = '/console/v1/session';

describe.each(engines)('the console with its accounts on $title', ({ absent, newLocation }) => {
  describe.skipIf(absent)('lets in', () => {
    let place: TemporaryLocation;
    let accounts: AccountsDatabase;
    let site: ConsoleSite;
    let now = 1_790_000_000_000;

    beforeAll(async () => {
      place = await newLocation();
      accounts = await openAccounts(place.location);
      site = await consoleSite(accounts, { now: () => now });
    });
    afterAll(async () => {
      await site.server.close();
      await accounts.destroy();
      await place.remove();
    });

    const newKey = (scopes: readonly string[] = ['view'], expiresAt?: number) =>
      site.keys.create({ name: 'viewer', scopes, expiresAt });
    const look = (headers: Readonly<Record<string, string>>) => site.server.inject({ method: 'GET', url, headers });
    const operate = (headers: Readonly<Record<string, string>>) =>
      site.server.inject({ method: 'POST', url: '/console/v1/probe', headers });
    const errorOf = (answer: { readonly body: string }) => JSON.parse(answer.body).error?.id;

    it('whoever shows the admin token, to everything', async () => {
      const answer = await site.server.inject(login({ key: adminToken }));
      expect(answer.statusCode).toBe(201);
      const { data } = answer.json();
      expect(data).toMatchObject({ actor: 'admin-token', name: 'admin token', scopes: adminScopes });
      expect(data).toMatchObject({ expiresAt: now + 7 * day, endedAt: null });
      expect(answer.body).not.toContain('vts_');
    });

    it('whoever shows an admin key with the scope view, to what its scopes say, and not longer than the key works', async () => {
      const { id, key, expiresAt } = await newKey(['view', 'usage'], now + day);
      const session = await loggedIn(site, { key });
      const { data } = (await look(session)).json();
      expect(data).toMatchObject({ actor: id, name: 'viewer', scopes: ['usage', 'view'], expiresAt });
      const refused = await operate({ ...session, ...fromConsole });
      expect([refused.statusCode, errorOf(refused)]).toEqual([403, 'admin-scope-missing']);
    });

    it('nobody with a key that has another scope, has ended, or never was', async () => {
      const { key: other } = await newKey(['operate']);
      const { key: revoked, id } = await newKey();
      await site.keys.revoke(id);
      for (const [key, status, error] of [
        [other, 403, 'admin-scope-missing'],
        [revoked, 401, 'admin-key-ended'],
        ['wrong', 401, 'admin-token-invalid'],
      ] as const) {
        const answer = await site.server.inject(login({ key }));
        expect([answer.statusCode, errorOf(answer), answer.headers['set-cookie']]).toEqual([status, error, undefined]);
      }
    });

    it.each([{}, { key: '' }, { code: 7 }, { key: 'a', code: 'b' }, { token: 'a' }])(
      'nobody with %j',
      async (payload) => {
        const answer = await site.server.inject(login(payload));
        expect([answer.statusCode, errorOf(answer)]).toEqual([400, 'body-invalid']);
      },
    );

    it('leaves a cookie that no script, no other site and no other path gets, and over TLS no plain connection', async () => {
      const cookieOf = async (headers: Readonly<Record<string, string>>) =>
        String(
          (await site.server.inject(login({ key: adminToken }, { ...fromConsole, ...headers }))).headers['set-cookie'],
        );
      const flags = 'Max-Age=604800; Path=/console; HttpOnly';
      expect(await cookieOf({ host: 'data.example' })).toMatch(
        new RegExp(`^vitrine_session=vts_[\\w-]{43}; ${flags}; SameSite=Strict$`),
      );
      expect(await cookieOf({ host: 'data.example:8080', 'x-forwarded-proto': 'https' })).toMatch(
        new RegExp(`^vitrine_session_8080=vts_[\\w-]{43}; ${flags}; Secure; SameSite=Strict$`),
      );
    });

    it('nobody without a session, or with one that is unknown', async () => {
      for (const headers of [
        {},
        { cookie: 'a=b' },
        { cookie: 'vitrine_session_80=' },
        { cookie: `=; ;${'x'.repeat(99)}` },
      ]) {
        const answer = await look(headers as Readonly<Record<string, string>>);
        expect([answer.statusCode, errorOf(answer)]).toEqual([401, 'session-missing']);
      }
      const { cookie } = await loggedIn(site, { key: adminToken });
      const answer = await look({ cookie: `${cookie.slice(0, -4)}AAAA`, 'x-forwarded-for': '198.51.100.99' });
      expect(answer.json().message).toContain('one that is unknown');
    });

    it('whoever uses the session every twelve hours, for seven days', async () => {
      const begun = now;
      const session = await loggedIn(site, { key: adminToken });
      while (now + 11 * 60 * minute < begun + 7 * day) {
        now += 11 * 60 * minute;
        expect((await look(session)).statusCode).toBe(200);
      }
      now = begun + 7 * day;
      const answer = await look(session);
      expect([answer.statusCode, errorOf(answer)]).toEqual([401, 'session-ended']);
      expect(answer.json().message).toContain(new Date(now).toISOString());
      const idle = await loggedIn(site, { key: adminToken });
      now += 12 * 60 * minute;
      expect(errorOf(await look(idle))).toBe('session-ended');
    });

    it('nobody any more once they logged out, or an operator ended the session', async () => {
      const session = await loggedIn(site, { key: adminToken });
      const out = await site.server.inject({ method: 'DELETE', url, headers: { ...session, ...fromConsole } });
      expect(out.json().data).toMatchObject({ endedAt: now });
      expect(out.headers['set-cookie']).toMatch(/^vitrine_session_80=; Max-Age=0; Path=\/console; HttpOnly/);
      expect(errorOf(await look(session))).toBe('session-ended');
      const other = await loggedIn(site, { key: adminToken });
      const { id } = (await look(other)).json().data;
      const headers = { authorization: `Bearer ${adminToken}` };
      const ended = await site.server.inject({ method: 'POST', url: `/admin/v1/sessions/${id}/end`, headers });
      expect(ended.json().data).toMatchObject({ id, endedAt: now });
      expect(errorOf(await look(other))).toBe('session-ended');
    });

    it('nobody any more once their key is revoked or has expired', async () => {
      const [leaver, guest] = [await newKey(), await newKey(['view'], now + 1)];
      const [ofLeaver, ofGuest] = [await loggedIn(site, { key: leaver.key }), await loggedIn(site, { key: guest.key })];
      await site.keys.revoke(leaver.id);
      expect(errorOf(await look(ofLeaver))).toBe('session-ended');
      now += 1;
      expect(errorOf(await look(ofGuest))).toBe('session-ended');
    });
  });
});
